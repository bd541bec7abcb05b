import type { FoundPassage } from '@/lib/articles/queries-passage'
import type { Transaction } from '@/lib/db'
import type { Finding } from '@/lib/moderation/checks/check'
import type { Allowance } from '@/lib/pace'
import type { CommentState, Role } from '@/prisma/generated/enums'
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
  /** The ids of the author's sanctions that it was judged under, and the one of them that slows them down. */
  sanctions: number[]
  slow: { id: number; minutes: number } | null
  now: Date
}

export type PostOutcome = {
  /** `changed`: it has to be judged anew. */
  outcome: 'posted' | 'double' | 'too-soon' | 'slowed' | 'changed' | 'closed'
  id: number
  state: CommentState
  retryAt: Date
  /** The announcement of what it changed for readers, if it did. */
  news: string | null
}

/**
 * Writes a comment, its first revision and decision, everything that counts it, and the news of it, in one statement
 * (post_comment in the migrations, with the reasons), which is a transaction of its own outside of one.
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
    const [row] = await tx.$queryRaw<PostOutcome[]>`select * from post_comment(${given}::jsonb)`
    if (!row) throw new Error('post_comment said nothing')
    return row
  } catch (error) {
    if (wasClosed(error)) return { outcome: 'closed', id: 0, state: 'held', retryAt: judged.now, news: null }
    throw error
  }
}

/** Its own error code, of which Prisma gives the text. */
function wasClosed(error: unknown): boolean {
  return error instanceof Error && error.message.includes('TB001')
}
