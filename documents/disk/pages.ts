import { type Basis, isUnmoved } from '../basis'
import type { DocumentPage } from '../match'
import type { OutsideOf } from '../outer'
import type { Kept } from '../store'
import type { Versions } from '../versions'
import type { StoredPage } from './file'
import type { DiskTier } from './tier'

export type DiskPages = {
  /**
   * The stored page, as one to be kept, when the database says that every topic has the very version it was rendered
   * under. Else the topics it named, for the render that follows, and what was stored is removed.
   */
  current(page: DocumentPage, onBasis: (basis: Basis) => void): Promise<{ kept: Kept } | { also: string[] }>
  /** The stored page for as long as the database is away, unless it is known to be old. */
  standIn(page: DocumentPage): Promise<Kept | undefined>
  store(kept: Kept): void
  forget(page: DocumentPage): void
}

export type DiskPagesOptions = {
  disk: DiskTier
  versions: Pick<Versions, 'claim' | 'release'>
  outside: OutsideOf
  now(): number
}

export function createDiskPages({ disk, versions, outside, now }: DiskPagesOptions): DiskPages {
  async function read(page: DocumentPage): Promise<StoredPage | undefined> {
    const stored = await disk.read(page.key, (topics) => outside(page, topics))
    return stored === undefined || stored.expiresAt <= now() ? undefined : stored
  }

  return {
    async current(page, onBasis) {
      const stored = await read(page)
      if (stored === undefined) return { also: [] }
      const names = stored.topics.map(([name]) => name)
      const cells = await versions.claim(names)
      const basis = { cells, versions: stored.topics.map(([, version]) => version) }
      if (cells.length === names.length && isUnmoved(basis)) {
        onBasis(basis)
        return { kept: asKept(stored, basis) }
      }
      versions.release(cells)
      disk.forget(page.key)
      return { also: names }
    },
    async standIn(page) {
      const stored = await read(page)
      const until = stored && (await disk.heard.vouchesFor(stored))
      if (stored === undefined || until === undefined) return undefined
      return { ...asKept(stored, { cells: [], versions: [] }), standsInUntil: until }
    },
    store({ key, document, cells, versions, beganAt, expiresAt }) {
      if (document === 'missing' || !isUnmoved({ cells, versions })) return
      const topics = cells.map(({ name }, index) => [name, versions[index] ?? 0] as const)
      disk.put({ key, document, topics, beganAt, expiresAt })
    },
    forget: (page) => disk.forget(page.key),
  }
}

function asKept(stored: StoredPage, basis: Basis): Kept {
  const { key, document, beganAt, expiresAt } = stored
  return { key, document, ...basis, expiresAt, beganAt, beganBeforeAt: Number.NEGATIVE_INFINITY }
}
