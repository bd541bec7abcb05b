import type { FoundPassage } from '@/lib/articles/queries-passage'
import type { Transaction } from '@/lib/db'
import type { Finding } from '@/lib/moderation/checks/check'
import type { Allowance } from '@/lib/pace'
import type { CommentState, Role, TalkMode } from '@/prisma/generated/enums'
import type { Place } from './depth'
import type { Wording } from './wording'

/** A comment that has been judged, with what it was judged by. */
export type Judged = Place & {
  articleId: number
  authorId: number
  role: Role
  approvedCount: number
  /** The comment that was answered: deep down it is not the parent. */
  answers: number | null
  key: string | null
  doubleSince: Date
  byStaff: boolean
  byNewcomer: boolean
  state: 'held' | 'published'
  rule: string
  findings: Finding[]
  wording: Wording
  about: FoundPassage | null
  /** Null where there is none. */
  pace: Allowance | null
  /** What everybody shares who writes from one address; null where there is none, or no address is known. */
  addressPace: (Allowance & { from: string }) | null
  /** The ids of the author's sanctions that it was judged under, and the one of them that slows them down. */
  sanctions: number[]
  slow: { id: number; minutes: number } | null
  /** What it was judged by of what is said about its conversation; `slow` is whether slow mode is for its author. */
  modes: {
    site: number | null
    section: TalkMode | null
    article: TalkMode | null
    trusted: boolean
    slowSeconds: number | null
    slow: boolean
  }
  now: Date
}

export type PostOutcome = {
  /** `changed`: it has to be judged anew. */
  outcome: 'posted' | 'double' | 'too-soon' | 'slowed' | 'slow-mode' | 'changed' | 'closed'
  id: number
  state: CommentState
  retryAt: Date
  /** The announcement of what it changed for readers, if it did. */
  news: string | null
}

/**
 * Writes a comment, its first revision and decision, everything that counts it, and the news of it, in one statement
 * (post_comment and post_comment_from in the migrations, with the reasons), which is a transaction of its own outside of one.
 */
export async function post(tx: Transaction, { wording, ...judged }: Judged): Promise<PostOutcome> {
  const { source, normalised, fingerprint, tree, print } = wording
  const words = {
    source,
    normalised,
    fingerprint,
    tree,
    pieces: print?.pieces ?? [],
    hash: `${print?.hash ?? 0n}`,
  }
  const given = JSON.stringify({ ...judged, ...words })
  try {
    const [row] = await tx.$queryRaw<PostOutcome[]>`select * from post_comment_from(${given}::jsonb)`
    if (!row) throw new Error('post_comment_from said nothing')
    return row
  } catch (error) {
    const outcome = whatChanged(error)
    if (outcome) return { outcome, id: 0, state: 'held', retryAt: judged.now, news: null }
    throw error
  }
}

/** Its own error codes, of which Prisma gives the text: what happened to the conversation meanwhile. */
function whatChanged(error: unknown): 'closed' | 'changed' | null {
  if (!(error instanceof Error)) return null
  if (error.message.includes('TB001')) return 'closed'
  return error.message.includes('TB002') ? 'changed' : null
}
