import type { FinishedDocument } from './document'
import type { Kept } from './store'

/** What a reader gets. `cacheStatus` is what Cache-Status says after `Tribune; `. */
export type Delivery =
  | { kind: 'page'; document: FinishedDocument | 'missing'; cacheStatus: string }
  | { kind: 'redirect'; status: number; location: string }
  | { kind: 'error'; status: number; reason: string }
  /** Too many renders wait. */
  | { kind: 'busy' }

export function deliver(kept: Kept, cacheStatus: string) {
  return { kind: 'page', document: kept.document, cacheStatus } as const
}

/** The same for those who waited for somebody else's render. */
export function collapsed(delivery: Extract<Delivery, { kind: 'page' }>): Delivery {
  return { ...delivery, cacheStatus: delivery.cacheStatus.replace(/^(fwd=\w+)/, '$1; collapsed') }
}
