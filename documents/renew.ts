import type { Presence } from '@/lib/database/presence'
import type { Basis } from './basis'
import { type Delivery, deliver } from './delivery'
import { outageLimitMs } from './disk/heard'
import type { DiskPages } from './disk/pages'
import type { DocumentPage } from './match'
import { endOfLife } from './midnight'
import type { Outage } from './outage'
import type { Produce, Produced } from './produce'
import type { Kept, Store } from './store'
import type { Turns } from './turns'
import type { Versions } from './versions'

export type RenewOptions = {
  /** Documents by bytes, and pages that do not exist in a store of their own, so that they push nothing out. */
  documents: Store
  missing: Store
  /** Where pages are found again that are in neither. */
  disk?: DiskPages
  produce: Produce
  produceUnversioned(page: DocumentPage): Promise<Produced>
  versions: Versions
  presence: Presence
  turns: Turns
  outage: Pick<Outage, 'standIn'>
  /** Puts a page into memory, in the place of what was kept of it. */
  keep(kept: Kept): void
  timeZone: string
  now(): number
  /** Called with every render that failed. */
  failed(page: DocumentPage, reason: string): void
}

/** How far a render has come: what it is made from, once that is read. */
export type Progress = { basis: Basis | undefined; isUnversioned: boolean }
export type Began = Pick<Kept, 'beganAt' | 'beganBeforeAt'>

export type Renew = {
  /**
   * Makes a page anew, or finds it on disk, keeps what may be kept, and says what those who waited get. `found` is what
   * is in memory of it.
   */
  renew(page: DocumentPage, found: Kept | undefined, began: Began, progress: Progress): Promise<Delivery>
  renders(): number
}

export function createRenew(options: RenewOptions): Renew {
  const { documents, missing, disk, versions, presence, turns, outage, keep, now } = options
  let renders = 0

  async function renew(
    page: DocumentPage,
    found: Kept | undefined,
    began: Began,
    progress: Progress,
  ): Promise<Delivery> {
    // What stood in for the time that nobody could tell is asked for like what was never in memory.
    const kept = found?.standsInUntil === undefined ? found : undefined
    const isAsked = page.isKept && versions.hearing && kept === undefined
    const stored = isAsked ? await fromDisk(page, progress) : { also: [] }
    if ('kept' in stored) {
      keep(stored.kept)
      return deliver(stored.kept, 'hit; detail=disk')
    }
    const turn = turns.take(found !== undefined || stored.also.length > 0)
    if (turn === undefined) return { kind: 'busy' }
    await turn
    try {
      if (versions.hearing && kept !== found) documents.delete(page.key)
      return await renderAnew(page, kept, stored.also, began, progress)
    } finally {
      turns.end()
    }
  }

  async function renderAnew(
    page: DocumentPage,
    kept: Kept | undefined,
    stored: readonly string[],
    began: Began,
    progress: Progress,
  ): Promise<Delivery> {
    const heard = versions.hearing
    progress.isUnversioned = !heard
    renders += 1
    const before = {
      also: [...(kept?.cells.map((cell) => cell.name) ?? []), ...stored],
      facts: kept?.document === 'missing' ? undefined : kept?.document.facts,
    }
    const made = await (heard
      ? options.produce(page, before, (basis) => (progress.basis = basis))
      : options.produceUnversioned(page)
    ).catch(
      (error: unknown): Produced => ({ kind: 'failed', status: 503, reason: String(error), basis: nothing }),
    )
    if (made.kind !== 'failed') return settle(page, made, began, kept, heard)
    versions.release(made.basis.cells)
    return afterFailure(page, made, kept)
  }

  function fromDisk(page: DocumentPage, progress: Progress) {
    // Whatever keeps the database from answering here keeps the render from it too, and is told there.
    const found = disk?.current(page, (basis) => (progress.basis = basis)).catch(() => ({ also: [] }))
    return found ?? { also: [] }
  }

  /** Keeps what may be kept, forgets what it replaces, and says what those who waited get. */
  function settle(
    page: DocumentPage,
    made: Exclude<Produced, { kind: 'failed' }>,
    began: Began,
    kept: Kept | undefined,
    heard: boolean,
  ): Delivery {
    if (!('keep' in made) || !made.keep) {
      versions.release(made.basis.cells)
      documents.delete(page.key)
      missing.delete(page.key)
      if (kept !== undefined) disk?.forget(page)
    }
    if (made.kind === 'redirect') return made
    if (made.kind === 'refused') return { kind: 'error', status: made.status, reason: 'refused' }
    const document: Kept['document'] = made.kind === 'missing' ? 'missing' : made.document
    const forwarded = kept === undefined ? 'fwd=miss' : 'fwd=stale'
    if (!made.keep) return { kind: 'page', document, cacheStatus: forwarded }
    const expiresAt = heard
      ? endOfLife(page.lives, began.beganAt, options.timeZone)
      : Number.NEGATIVE_INFINITY
    const next = { key: page.key, document, ...made.basis, expiresAt, ...began, madeAt: began.beganAt }
    keep(next)
    if (heard) disk?.store(next)
    return { kind: 'page', document, cacheStatus: `${forwarded}; stored` }
  }

  async function afterFailure(
    page: DocumentPage,
    { status, reason }: Extract<Produced, { kind: 'failed' }>,
    kept: Kept | undefined,
  ): Promise<Delivery> {
    options.failed(page, reason)
    const isAway = await presence.isAway()
    if (kept === undefined) return isAway ? outage.standIn(page, kept) : { kind: 'error', status, reason }
    kept.failsSince ??= now()
    if (now() - kept.failsSince >= outageLimitMs) return { kind: 'error', status, reason }
    return deliver(kept, `fwd=stale; fwd-status=${status}; detail=render-failed`)
  }

  return { renew, renders: () => renders }
}

const nothing: Basis = { cells: [], versions: [] }
