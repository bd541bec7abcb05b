import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, takeAllowance } from '@/lib/pace'
import type { Viewer } from '@/lib/readers/viewer'
import { topics } from '@/lib/topics'
import { lockAuthor } from './author'
import { tellTalk } from './counters'
import { reRank } from './ranking'

// Reading down a long page one may like much of it; no person does so faster (Coral's figure).
const paceOfVotes: Allowance = { burst: 30, everySeconds: 0.5 }

export type Voted = { commentId: number; articleId: number; recommended: boolean; recommendCount: number }
export type VoteRefusal =
  | { error: 'signed-out' | 'banned' | 'no-comment' | 'own' }
  | { error: 'too-soon'; retryAt: Date }

/**
 * Recommends a public comment of somebody else's, or takes the recommendation back. It is set, not toggled: doing it
 * twice, or a thousand times at once, is doing it once. The comment's count and rank change with it.
 */
export async function recommend(
  viewer: Viewer | null,
  input: { commentId: number; recommend: boolean },
  now: Date,
): Promise<Outcome<Voted, VoteRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  return inTransaction(async (tx) => {
    const reader = await lockAuthor(tx, viewer.id, now)
    if (!reader || reader.banned) return refused({ error: 'banned' })
    const limited = await takeAllowance(tx, `vote ${viewer.id}`, paceOfVotes, now)
    if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
    const comment = await lockPublic(tx, input.commentId)
    if (!comment) return refused({ error: 'no-comment' })
    if (comment.authorId === viewer.id) return refused({ error: 'own' })
    const { id, articleId } = comment
    const change = await setVote(tx, { commentId: id, readerId: viewer.id }, input.recommend, now)
    const recommendCount = comment.recommendCount + change
    const voted = { commentId: id, articleId, recommended: input.recommend, recommendCount }
    if (change === 0) return done(voted)
    await tx.comment.update({ where: { id }, data: { recommendCount }, select: { id: true } })
    await reRank(tx, [{ ...comment, recommendCount, isRoot: comment.parentId === null }], now)
    await tellTalk(tx, [topics.talk(articleId)], 'counted', id)
    return done(voted)
  })
}

/** By how much the count changes: the database knows who has recommended. */
async function setVote(
  tx: Transaction,
  vote: { commentId: number; readerId: number },
  recommended: boolean,
  now: Date,
): Promise<number> {
  if (recommended) {
    const { count } = await tx.vote.createMany({ data: [{ ...vote, createdAt: now }], skipDuplicates: true })
    return count
  }
  const { count } = await tx.vote.deleteMany({ where: vote })
  return -count
}

async function lockPublic(tx: Transaction, id: number) {
  await tx.$executeRaw`select 1 from "Comment" where id = ${id} for no key update`
  return tx.comment.findFirst({
    where: { id, publicRevisionId: { not: null }, article: { state: 'published' } },
    select: {
      id: true,
      articleId: true,
      authorId: true,
      parentId: true,
      rank: true,
      rankedAt: true,
      recommendCount: true,
      seenCount: true,
    },
  })
}
