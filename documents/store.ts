import type { FinishedDocument } from './document'
import type { Cell } from './versions'

/** A page as it was rendered once, and under which versions. */
export type Kept = {
  key: string
  /** `missing`: the site's own not-found document stands for it. */
  document: FinishedDocument | 'missing'
  cells: readonly Cell[]
  /** The version of each cell before the render began. */
  versions: readonly number[]
  expiresAt: number
  /** When the last two renders of this page began, whether or not they succeeded. */
  beganAt: number
  beganBeforeAt: number
  /** When the render that made it began; not known of a page from disk. */
  madeAt?: number
  /** Of a page taken from disk while the database was away: it stands in until then (ms) and is never current. */
  standsInUntil?: number
  /** Since when (ms) its renders fail. */
  failsSince?: number
  /** When (ms) it was last offered to be laid out as files. */
  offeredAt?: number
}

export type Store = {
  get(key: string): Kept | undefined
  /** The kept page whose canonical URL is exactly this one: the way of a hit, which also counts as a use. */
  at(url: string): Kept | undefined
  /** Keeps a page in the place of the one with the same key, and drops those longest unused beyond the limit. */
  set(kept: Kept): void
  delete(key: string): void
  clear(): void
  stats(): { entries: number; bytes: number }
}

/**
 * A least-recently-used store bounded by bytes. A page larger than the limit is not kept. `dropped` is called for
 * whatever leaves, so that its topics can be given back.
 */
export function createStore(limitBytes: number, dropped: (kept: Kept) => void): Store {
  const byKey = new Map<string, Kept>()
  const byUrl = new Map<string, Kept>()
  let newest: Kept | undefined
  let bytes = 0

  function touch(kept: Kept): void {
    if (kept === newest) return
    byKey.delete(kept.key)
    byKey.set(kept.key, kept)
    newest = kept
  }

  function remove(kept: Kept): void {
    byKey.delete(kept.key)
    const url = urlOf(kept)
    if (url !== undefined && byUrl.get(url) === kept) byUrl.delete(url)
    if (kept === newest) newest = undefined
    bytes -= weigh(kept)
    dropped(kept)
  }

  return {
    get(key) {
      const kept = byKey.get(key)
      if (kept !== undefined) touch(kept)
      return kept
    },
    at(url) {
      const kept = byUrl.get(url)
      if (kept !== undefined) touch(kept)
      return kept
    },
    set(kept) {
      const before = byKey.get(kept.key)
      if (before !== undefined) remove(before)
      bytes += weigh(kept)
      byKey.set(kept.key, kept)
      newest = kept
      const url = urlOf(kept)
      if (url !== undefined) byUrl.set(url, kept)
      for (const oldest of byKey.values()) {
        if (bytes <= limitBytes) break
        remove(oldest)
      }
    },
    delete(key) {
      const kept = byKey.get(key)
      if (kept !== undefined) remove(kept)
    },
    clear() {
      for (const kept of [...byKey.values()]) remove(kept)
    },
    stats: () => ({ entries: byKey.size, bytes }),
  }
}

const placeBytes = 500

function weigh({ key, document }: Kept): number {
  return placeBytes + 2 * key.length + (document === 'missing' ? 0 : document.bytes)
}

function urlOf({ document }: Kept): string | undefined {
  return document === 'missing' ? undefined : document.url
}
