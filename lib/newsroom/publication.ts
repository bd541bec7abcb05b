import type { PermissionRefusal } from '@/lib/moderation/commands-permission'
import type { ArticleState, VersionKind } from '@/prisma/generated/enums'
import type { Base } from './base'
import type { PlaceRefusal } from './commands-version'
import type { Finding } from './pre-publication'
import type { MoveRefusal } from './transitions'

/** When readers get it: now; at a time that nobody is told; at one until which those who have it keep it to themselves; or as said before. */
export type When = { move: 'publish' } | Later
/** Until then readers have what they had. */
export type Later = { move: 'update' } | { move: 'schedule' | 'embargo'; at: Date }

export type Publication = {
  /** What whoever publishes had before them. */
  base: Base
  when: When
  reason: string
  kind?: VersionKind
  note?: string | null
  significant?: boolean
  /** Published although a check says no: for whoever may say so. */
  override?: boolean
}

export type PublishRefusal =
  | PermissionRefusal
  | MoveRefusal
  | PlaceRefusal
  | { error: 'no-article' | 'changed-since' | 'unsettled' | 'no-note' | 'not-ahead' }
  | { error: 'checks'; findings: Finding[] }

/** `version` is none where readers have what they had until `at`. */
export type Published = { state: ArticleState; version: number | null; at: Date }

export function isLater(when: When): when is Later {
  return when.move !== 'publish'
}
