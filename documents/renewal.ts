import { isUnmoved } from './basis'
import { collapsed, type Delivery, deliver } from './delivery'
import type { DocumentPage } from './match'
import { createOutage } from './outage'
import { createRenew, type Progress, type RenewOptions } from './renew'
import type { Kept } from './store'
import { untilAway } from './until-away'

export type RenewalOptions = Omit<RenewOptions, 'outage' | 'keep'>
export type Renewal = {
  isCurrent(kept: Kept): boolean
  newest(page: DocumentPage): Promise<Delivery>
  renders(): number
}

/**
 * Keeps documents current. Readers of a page that is not current share one render, which they wait for; nobody
 * shares a render that began before a change they arrived after. A page renders at most once a second, with one
 * render more after two quiet seconds, so that a change right after a render shows at once; in between, and when a
 * render fails, the previous bytes are served and say so. Under a storm of changes nobody waits at all: whoever comes
 * while the next render is under way gets the bytes of the one before, as long as that began within a second and a
 * half. While the database is not heard, nothing counts as current: pages render unversioned if it answers all the
 * same, and are served as they are kept, for a day at most, if it does not. Nobody waits for a database that is away.
 */
export function createRenewal(options: RenewalOptions): Renewal {
  const { documents, missing, versions, presence, now } = options
  const running = new Map<string, Running>()
  const outage = createOutage({ ...options, keep })
  const { renew, renders } = createRenew({ ...options, outage, keep })

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
        if (standsIn(render)) return deliver(render.meanwhile, beingRenewed)
        const { basis } = render
        const sharing = mayShare(render)
        const delivery = await untilAway(presence, render.delivery)
        if (delivery === 'away') return giveUp(page, render)
        // One that had begun may have learnt of more topics, which had changed before this reader came.
        if (sharing && (basis === undefined || render.basis === basis || mayShare(render)))
          return delivery.kind === 'page' ? collapsed(delivery) : delivery
      } else if (kept !== undefined && !mayRender(kept))
        return deliver(kept, 'hit; detail=renewed-within-a-second')
      else {
        const begun = begin(page, kept)
        if (standsIn(begun)) {
          begun.delivery.catch((error) => options.failed(page, String(error)))
          return deliver(begun.meanwhile, beingRenewed)
        }
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

  function keep(kept: Kept): void {
    documents.delete(kept.key)
    missing.delete(kept.key)
    ;(kept.document === 'missing' ? missing : documents).set(kept)
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

  /** Of a render whose page changes all the time: that what was made just before it is young enough to be served still. */
  function standsIn(render: Running): render is Running & { meanwhile: Kept } {
    const { meanwhile } = render
    if (meanwhile?.madeAt === undefined || !versions.hearing) return false
    const age = now() - meanwhile.madeAt
    return age >= 0 && age < oldAtMostMs
  }

  function begin(page: DocumentPage, kept: Kept | undefined): Running {
    const meanwhile = kept !== undefined && now() < kept.expiresAt && isInAStorm(kept) ? kept : undefined
    const began = { beganAt: now(), beganBeforeAt: kept?.beganAt ?? Number.NEGATIVE_INFINITY }
    if (kept !== undefined) Object.assign(kept, began)
    const progress: Progress = { basis: undefined, isUnversioned: false }
    const delivery = renew(page, kept, began, progress).finally(() => {
      if (running.get(page.key) === render) running.delete(page.key)
    })
    const render: Running = Object.assign(progress, { delivery, meanwhile })
    running.set(page.key, render)
    return render
  }

  return { isCurrent, newest, renders }
}

type Running = Progress & {
  delivery: Promise<Delivery>
  /** What may be served until it is done. */
  meanwhile: Kept | undefined
}

const oldAtMostMs = 1500
const beingRenewed = 'hit; detail=being-renewed'

/** Whether a page was made twice within two seconds, the second time successfully: it changes all the time. */
function isInAStorm({ beganAt, beganBeforeAt, failsSince }: Kept): boolean {
  return failsSince === undefined && beganAt - beganBeforeAt < 2000
}
