import { ownStorage } from './own-storage'

/** Something this device remembers about one article, by its News ID. */
type Kept = [article: string, ...unknown[]]

/** What this device remembers under a name: of each article one thing, the newest first. */
export function ownList<T extends Kept>(key: string, storage = ownStorage()): T[] {
  try {
    // What is no list throws, and counts as none.
    return JSON.parse(storage?.getItem(key) ?? '[]').filter(Array.isArray)
  } catch {
    return []
  }
}

/** Remembers something of an article in the place of what was remembered of it, and forgets what is past `most` of them. */
export function keepInList(key: string, kept: Kept, most: number, storage = ownStorage()): void {
  const others = ownList(key, storage).filter(([article]) => article !== kept[0])
  try {
    storage?.setItem(key, JSON.stringify([kept, ...others].slice(0, most)))
  } catch {
    // Full, or forbidden here: then nothing is new the next time.
  }
}
