import { createStore, type Kept, type Store } from './store'

/**
 * Pages under a path in one store, and those that parameters were added to in a smaller one: of these anybody can
 * make up any number, each with its own bytes, and they must push nothing out but each other.
 */
export function createSplitStore(limitBytes: number, dropped: (kept: Kept) => void): Store {
  const queried = Math.floor(limitBytes / 4)
  const plain = createStore(limitBytes - queried, dropped)
  const parts = createStore(queried, dropped)
  const storeOf = (key: string) => (key.includes('?') ? parts : plain)

  return {
    get: (key) => storeOf(key).get(key),
    at: (url) => plain.at(url) ?? parts.at(url),
    set: (kept) => storeOf(kept.key).set(kept),
    delete: (key) => storeOf(key).delete(key),
    clear() {
      plain.clear()
      parts.clear()
    },
    stats() {
      const [one, other] = [plain.stats(), parts.stats()]
      return { entries: one.entries + other.entries, bytes: one.bytes + other.bytes }
    },
  }
}
