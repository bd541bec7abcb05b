import { expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { findDrift } from '@/lib/comments/drift'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from './commands'
import { makeAppeal } from './commands-appeal'
import { decideMany } from './commands-batch'
import { reportComment } from './commands-report'
import { undoDecision } from './commands-undo'
import { undoBatch } from './commands-undo-batch'

useTestDatabase()

test('decided as one or one by one, and taken back, comments and all that counts them end alike', async () => {
  const [one, other] = [await talk('BUY'), await talk('SELL')]
  expect(await everything(one)).toEqual(await everything(other))

  const actionId = await rejectTogether(one)
  await rejectInTurn(other)
  expect(await everything(one)).toEqual(await everything(other))

  const undone = await undoBatch(one.ana, actionId, noon)
  expect(undone).toMatchObject({ ok: true, value: { left: [] } })
  for (const commentId of other.chosen.toReversed()) {
    const { seen } = await readByDesk(commentId)
    expect(await undoDecision(other.ana, { commentId, seen }, noon)).toMatchObject({ ok: true })
  }
  expect(await everything(one)).toEqual(await everything(other))
  expect(await findDrift()).toEqual([])
})

type Talk = Awaited<ReturnType<typeof talk>>

/**
 * A conversation with what a decision moves: answers under answers, somebody's approval, reports, an edit that waits and
 * an appeal. All of it is chosen but what stands between. What is shouted in one was not said in another.
 */
async function talk(shouted: string) {
  const { id: articleId } = await givenArticle()
  const [author, ana, ben] = [await givenReader(), await givenModerator(), await givenModerator()]
  const reporter = await givenKnown()
  const under = (parentId?: number) => ({ articleId, ...(parentId === undefined ? {} : { parentId }) })
  const root = await givenApproved(author, ana, under())
  const between = await givenApproved(await givenReader(), ana, under(root.id))
  const answer = await givenApproved(author, ana, under(between.id))
  const last = await givenApproved(author, ana, under(answer.id))
  const held = await givenComment(author, under())
  const edited = await givenApproved(author, ana, under())
  const { revisionId } = await readByDesk(edited.id)
  await editComment(author, { commentId: edited.id, revisionId, body: `${shouted} `.repeat(60) }, noon)
  await reportComment(
    reporter,
    { commentId: answer.id, reason: 'insult', note: null, revisionId: null },
    noon,
  )
  const refused = await givenComment(author, under())
  await decide(ben, { ...(await readByDesk(refused.id)), move: 'reject', reason: 'spam', note: null }, noon)
  await makeAppeal(author, { commentId: refused.id, body: 'It was a joke.' }, noon)
  const chosen = [root.id, answer.id, last.id, held.id, edited.id]
  return { articleId, author, ana, reporter, chosen, refused: refused.id }
}

async function rejectTogether({ ana, chosen }: Talk): Promise<number> {
  const comments = await Promise.all(chosen.map(readByDesk))
  const made = await decideMany(ana, { comments, move: 'reject', reason: 'spam', note: 'All.' }, noon)
  if (!made.ok) throw new Error(made.error)
  expect(made.value.decided).toEqual(chosen)
  return made.value.actionId
}

async function rejectInTurn({ ana, chosen }: Talk): Promise<void> {
  for (const commentId of chosen) {
    const read = await readByDesk(commentId)
    expect(await decide(ana, { ...read, move: 'reject', reason: 'spam', note: 'All.' }, noon)).toMatchObject({
      ok: true,
    })
  }
}

/** What there is of a conversation, by the order of its comments and people instead of their ids. */
async function everything({ articleId, author, reporter }: Talk) {
  const decision = { number: true, rule: true, fromState: true, toState: true, reason: true, note: true }
  const comments = await db().comment.findMany({
    where: { articleId },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, state: true, publicDescendantCount: true, reportWeight: true, approvedById: true },
      currentRevision: { select: { number: true } },
      publicRevision: { select: { number: true } },
      words: { select: { articleId: true } },
      deskItem: { select: { queue: true, rule: true, risk: true } },
      reports: { select: { upheld: true } },
      appeals: { select: { outcome: true, settledById: true } },
      decisions: { orderBy: { number: 'asc' }, select: decision },
    },
  })
  const { publicCommentCount, heldCommentCount } = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    select: { publicCommentCount: true, heldCommentCount: true },
  })
  const people = await db().reader.findMany({
    where: { id: { in: [author.id, reporter.id] } },
    orderBy: { id: 'asc' },
    select: {
      ...{ approvedCount: true, rejectedCount: true, upheldAgainst: true },
      ...{ reportsUpheld: true, reportsDismissed: true },
    },
  })
  const events = await db().talkEvent.findMany({ where: { articleId }, select: { kind: true } })
  return {
    comments: comments.map(({ id: _id, words, approvedById, appeals, ...comment }) => ({
      ...comment,
      isApproved: approvedById !== null,
      hasWords: words !== null,
      appeals: appeals.map(({ outcome, settledById }) => ({ outcome, isSettled: settledById !== null })),
    })),
    ...{ publicCommentCount, heldCommentCount, people },
    events: events.map(({ kind }) => kind).toSorted(),
  }
}
