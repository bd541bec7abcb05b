import type { FinishedDocument } from './document'
import type { DocumentPage } from './match'
import { endOfLife } from './midnight'
import type { Basis, Produce, Produced } from './produce'
import type { Kept, Store } from './store'
import type { Turns } from './turns'
import type { Versions } from './versions'

/** What a reader gets. `cacheStatus` is what Cache-Status says after `Tribune; `. */
export type Delivery =
  | { kind: 'page'; document: FinishedDocument | 'missing'; cacheStatus: string }
  | { kind: 'redirect'; status: number; location: string }
  | { kind: 'error'; status: number; reason: string }
  /** Too many renders wait. */
  | { kind: 'busy' }

export type RenewalOptions = {
  /** Documents by bytes, and pages that do not exist in a store of their own, so that they push nothing out. */
  documents: Store
  missing: Store
  produce: Produce
  produceUnversioned(page: DocumentPage): Promise<Produced>
  versions: Versions
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
 * pages render unversioned, and once that fails the kept bytes are served for five seconds before the next attempt.
 */
export function createRenewal(options: RenewalOptions): Renewal {
  const { documents, missing, versions, turns, now } = options
  const running = new Map<string, Running>()
  let renders = 0
  let outageUntil = Number.NEGATIVE_INFINITY

  function isCurrent(kept: Kept): boolean {
    if (!versions.hearing) return false
    if (kept.expiresAt !== Number.POSITIVE_INFINITY && now() >= kept.expiresAt) return false
    return isUnmoved(kept)
  }

  async function newest(page: DocumentPage): Promise<Delivery> {
    for (;;) {
      const kept = documents.get(page.key) ?? missing.get(page.key)
      if (kept !== undefined && isCurrent(kept)) return deliver(kept, 'hit')
      const render = running.get(page.key)
      if (render !== undefined) {
        const sharing = mayShare(render)
        const delivery = await render.delivery
        if (sharing) return delivery.kind === 'page' ? collapsed(delivery) : delivery
      } else if (kept !== undefined && !mayRender(kept))
        return deliver(kept, 'hit; detail=renewed-within-a-second')
      else if (!versions.hearing && now() < outageUntil) return inOutage(kept)
      else return begin(page, kept)
    }
  }

  /** Whether a render shows everything up to now. One that began can only be known to while changes are heard of. */
  function mayShare({ isUnversioned, basis }: Running): boolean {
    if (isUnversioned) return false
    return basis === undefined || (versions.hearing && isUnmoved(basis))
  }

  function mayRender(kept: Kept): boolean {
    const sinceLast = now() - kept.beganAt
    return sinceLast >= 1000 || sinceLast < 0 || now() - kept.beganBeforeAt >= 2000
  }

  async function begin(page: DocumentPage, kept: Kept | undefined): Promise<Delivery> {
    const turn = turns.take(kept !== undefined)
    if (turn === undefined) return { kind: 'busy' }
    const began = { beganAt: now(), beganBeforeAt: kept?.beganAt ?? Number.NEGATIVE_INFINITY }
    if (kept !== undefined) Object.assign(kept, began)
    renders += 1
    const render: Running = {
      basis: undefined,
      isUnversioned: false,
      delivery: turn.then(() => renew(page, kept, began, render)).finally(() => turns.end()),
    }
    running.set(page.key, render)
    return render.delivery.finally(() => running.delete(page.key))
  }

  async function renew(page: DocumentPage, kept: Kept | undefined, began: Began, render: Running) {
    const heard = versions.hearing
    render.isUnversioned = !heard
    const also = kept?.cells.map((cell) => cell.name) ?? []
    const made = await (heard
      ? options.produce(page, also, (basis) => (render.basis = basis))
      : options.produceUnversioned(page)
    ).catch(
      (error: unknown): Produced => ({ kind: 'failed', status: 503, reason: String(error), basis: nothing }),
    )
    const delivery = settle(page, made, began, kept, heard)
    if (delivery.kind !== 'page' || !delivery.keptBasis) versions.release(made.basis.cells)
    return delivery
  }

  /** Keeps what may be kept, forgets what it replaces, and says what those who waited get. */
  function settle(page: DocumentPage, made: Produced, began: Began, kept: Kept | undefined, heard: boolean) {
    const forwarded = kept === undefined ? 'fwd=miss' : 'fwd=stale'
    if (made.kind === 'failed') {
      options.failed(page, made.reason)
      if (!heard) outageUntil = now() + 5000
      if (kept === undefined)
        return { kind: 'error', status: versions.hearing ? made.status : 503, reason: made.reason } as const
      return {
        ...deliver(kept, `fwd=stale; fwd-status=${made.status}; detail=render-failed`),
        keptBasis: false,
      }
    }
    documents.delete(page.key)
    missing.delete(page.key)
    if (made.kind === 'redirect') return made
    if (made.kind === 'refused') return { kind: 'error', status: made.status, reason: 'refused' } as const
    const document: Kept['document'] = made.kind === 'missing' ? 'missing' : made.document
    const keep = made.keep
    if (keep) {
      const expiresAt = heard
        ? endOfLife(page.lives, began.beganAt, options.timeZone)
        : Number.NEGATIVE_INFINITY
      const next = { key: page.key, document, ...made.basis, expiresAt, ...began }
      ;(document === 'missing' ? missing : documents).set(next)
    }
    return {
      kind: 'page',
      document,
      cacheStatus: keep ? `${forwarded}; stored` : forwarded,
      keptBasis: keep,
    } as const
  }

  function inOutage(kept: Kept | undefined): Delivery {
    if (kept === undefined) return { kind: 'error', status: 503, reason: 'the database cannot be heard' }
    return deliver(kept, 'hit; detail=outage')
  }

  return { isCurrent, newest, renders: () => renders }
}

type Running = { basis: Basis | undefined; isUnversioned: boolean; delivery: Promise<Delivery> }
type Began = Pick<Kept, 'beganAt' | 'beganBeforeAt'>

const nothing: Basis = { cells: [], versions: [] }

function isUnmoved({ cells, versions }: Basis): boolean {
  for (let index = 0; index < cells.length; index += 1) {
    if (cells[index]?.version !== versions[index]) return false
  }
  return true
}

function deliver(kept: Kept, cacheStatus: string) {
  return { kind: 'page', document: kept.document, cacheStatus } as const
}

function collapsed(delivery: Extract<Delivery, { kind: 'page' }>): Delivery {
  return { ...delivery, cacheStatus: delivery.cacheStatus.replace(/^(fwd=\w+)/, '$1; collapsed') }
}
