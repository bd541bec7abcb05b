import type { Presence } from '@/lib/database/presence'
import { type Basis, isUnmoved } from './basis'
import { collapsed, type Delivery, deliver } from './delivery'
import { outageLimitMs } from './disk/heard'
import type { DiskPages } from './disk/pages'
import type { DocumentPage } from './match'
import { endOfLife } from './midnight'
import { createOutage } from './outage'
import type { Produce, Produced } from './produce'
import type { Kept, Store } from './store'
import type { Turns } from './turns'
import { untilAway } from './until-away'
import type { Versions } from './versions'

export type RenewalOptions = {
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
  timeZone: string
  now(): number
  /** Called with every render that failed. */
  failed(page: DocumentPage, reason: string): void
}
export type Renewal = {
  isCurrent(kept: Kept): boolean
  newest(page: DocumentPage): Promise<Delivery>
  renders(): number
}

/**
 * Keeps documents current. Readers of a page that is not current share one render, which they wait for; nobody
 * shares a render that began before a change they arrived after. A page renders at most once a second, with one
 * render more after two quiet seconds, so that a change right after a render shows at once; in between, and when a
 * render fails, the previous bytes are served and say so. While the database is not heard, nothing counts as current:
 * pages render unversioned if it answers all the same, and are served as they are kept, for a day at most, if it does
 * not. Nobody waits for a database that is away.
 */
export function createRenewal(options: RenewalOptions): Renewal {
  const { documents, missing, disk, versions, presence, turns, now } = options
  const running = new Map<string, Running>()
  const outage = createOutage({ ...options, keep })
  let renders = 0

  function isCurrent(kept: Kept): boolean {
    if (!versions.hearing) return false
    if (kept.expiresAt !== Number.POSITIVE_INFINITY && now() >= kept.expiresAt) return false
    return isUnmoved(kept)
  }

  async function newest(page: DocumentPage): Promise<Delivery> {
    for (;;) {
      const kept = find(page)
      if (kept !== undefined && isCurrent(kept)) return deliver(kept, 'hit')
      if (outage.isOn()) return outage.standIn(page, kept)
      const render = running.get(page.key)
      if (render !== undefined) {
        const sharing = mayShare(render)
        const delivery = await untilAway(presence, render.delivery)
        if (delivery === 'away') return giveUp(page, render)
        if (sharing) return delivery.kind === 'page' ? collapsed(delivery) : delivery
      } else if (kept !== undefined && !mayRender(kept))
        return deliver(kept, 'hit; detail=renewed-within-a-second')
      else {
        const begun = begin(page, kept)
        const delivery = await untilAway(presence, begun.delivery)
        return delivery === 'away' ? giveUp(page, begun) : delivery
      }
    }
  }

  /** Whether a render shows everything up to now. One that began can only be known to while changes are heard of. */
  function mayShare({ isUnversioned, basis }: Running): boolean {
    if (isUnversioned) return false
    return basis === undefined || (versions.hearing && isUnmoved(basis))
  }

  function find({ key }: DocumentPage): Kept | undefined {
    return documents.get(key) ?? missing.get(key)
  }

  /** The render goes on, but nobody waits for it any more. */
  function giveUp(page: DocumentPage, render: Running): Promise<Delivery> {
    if (running.get(page.key) === render) running.delete(page.key)
    return outage.standIn(page, find(page))
  }

  function mayRender(kept: Kept): boolean {
    const sinceLast = now() - kept.beganAt
    return sinceLast >= 1000 || sinceLast < 0 || now() - kept.beganBeforeAt >= 2000
  }

  function begin(page: DocumentPage, kept: Kept | undefined): Running {
    const began = { beganAt: now(), beganBeforeAt: kept?.beganAt ?? Number.NEGATIVE_INFINITY }
    if (kept !== undefined) Object.assign(kept, began)
    const progress: Progress = { basis: undefined, isUnversioned: false }
    const delivery = renew(page, kept, began, progress).finally(() => {
      if (running.get(page.key) === render) running.delete(page.key)
    })
    const render: Running = Object.assign(progress, { delivery })
    running.set(page.key, render)
    return render
  }

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

  function keep(kept: Kept): void {
    documents.delete(kept.key)
    missing.delete(kept.key)
    ;(kept.document === 'missing' ? missing : documents).set(kept)
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
    const next = { key: page.key, document, ...made.basis, expiresAt, ...began }
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

  return { isCurrent, newest, renders: () => renders }
}

/** How far a render has come: what it is made from, once that is read. */
type Progress = { basis: Basis | undefined; isUnversioned: boolean }
type Running = Progress & { delivery: Promise<Delivery> }
type Began = Pick<Kept, 'beganAt' | 'beganBeforeAt'>

const nothing: Basis = { cells: [], versions: [] }
