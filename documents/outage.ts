import type { Presence } from '@/lib/database/presence'
import { type Delivery, deliver } from './delivery'
import { outageLimitMs } from './disk/heard'
import type { DiskPages } from './disk/pages'
import type { DocumentPage } from './match'
import type { Kept } from './store'
import type { Versions } from './versions'

export type Outage = {
  /** Whether nobody is to wait for the database. One that has not been heard is away until it has answered a question. */
  isOn(): boolean
  /** What is kept, in memory or on disk, as long as the database was heard within a day; else 503. */
  standIn(page: DocumentPage, kept: Kept | undefined): Promise<Delivery>
}

export type OutageOptions = {
  presence: Pick<Presence, 'state'>
  versions: Pick<Versions, 'hearing' | 'heardAt'>
  disk?: Pick<DiskPages, 'standIn'>
  /** Puts a page into memory. */
  keep(kept: Kept): void
  now(): number
}

/** What is served while the database is away. Kept pages then say so, and count as old once it is heard again. */
export function createOutage({ presence, versions, disk, keep, now }: OutageOptions): Outage {
  return {
    isOn: () => presence.state === 'away' || (!versions.hearing && presence.state !== 'there'),
    async standIn(page, kept) {
      const found = kept ?? (await disk?.standIn(page))
      if (found === undefined) return { kind: 'error', status: 503, reason: 'the database is away' }
      const until = found.standsInUntil ?? versions.heardAt + outageLimitMs
      if (now() >= until)
        return { kind: 'error', status: 503, reason: 'the database was not heard for a day' }
      if (kept !== undefined) return deliver(kept, 'hit; detail=outage')
      keep({ ...found, expiresAt: Number.NEGATIVE_INFINITY })
      return deliver(found, 'hit; detail=outage-disk')
    },
  }
}
