import type { DrawingName } from '@/prisma/seed/drawings/draw'
import type { SectionSlug } from './sections'

export type Inline = { text: string; emphasis?: true; strong?: true; href?: string }

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'subheading'; content: Inline[] }
  | { type: 'quotation'; content: Inline[]; speaker?: string }
  | { type: 'list'; ordered?: true; items: Inline[][] }
  | { type: 'table'; caption?: string; header: Inline[][]; rows: Inline[][][] }

export type Remark = {
  /** The key of a reader. */
  by: string
  /** After publication for a root, after its parent for a reply. */
  minutesAfter: number
  /** Paragraphs are separated by a blank line. */
  text: string
  outcome?: 'held' | { rejected: 'insult' | 'off-topic' | 'spam' }
  /** How many other readers recommend it. */
  recommendedBy?: number
  replies?: Remark[]
}

/** What was changed after publication: in the place of `now` there stood `was`. */
export type Change = {
  hoursAfter: number
  kind: 'update' | 'typo' | 'clarification' | 'correction'
  /** As readers are told; a clarification and a correction need one. */
  note?: string
  reason: string
  now: string
  was: string
}

export type Story = {
  id: number
  section: SectionSlug
  headline: string
  standfirst: string
  /** One or two slugs of authors. */
  bylines: string[]
  dateline?: string
  daysAgo: number
  /** HH:MM in the site's zone. */
  time: string
  /** As it stands after all changes. */
  body: Block[]
  changes?: Change[]
  /** News IDs of stories that its writer points to. */
  related?: number[]
  picture?: { drawing: DrawingName; alt: string; caption: string }
  tags: string[]
  conversation: Remark[]
  prominence: 'lead' | 'second' | 'brief'
}
