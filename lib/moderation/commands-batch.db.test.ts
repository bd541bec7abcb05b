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
import type { Viewer } from '@/lib/readers/viewer'
import { decide } from './commands'
import { decideMany, rejectAllOf } from './commands-batch'
import { reportComment } from './commands-report'
import { undoBatch } from './commands-undo-batch'
import { replay } from './replay'

useTestDatabase()

test('many are decided as one action, each as it was read; what changed meanwhile is left and named', async () => {
  const { article, author, ana, ben } = await given()
  const [first = 0, second = 0, third = 0] = await heldOf(author, article.id, 3)
  const comments = await Promise.all([first, second, third].map(readByDesk))
  await decide(ben, { ...(await readByDesk(third)), move: 'reject', reason: 'spam' }, noon)
  const decided = await decideMany(ana, { comments, move: 'approve', note: null }, noon)
  expect(decided).toMatchObject({ ok: true, value: { decided: [first, second], left: [third] } })
  expect(await states(first, second, third)).toEqual(['published', 'published', 'rejected'])
  await expectSound()
})

test('a batch that is taken back leaves everything as it was: states, records, reports and numbers', async () => {
  const { article, author, ana, ben } = await given()
  const reporter = await givenKnown()
  const root = await givenApproved(author, ana, { articleId: article.id })
  const answer = await givenApproved(author, ana, { articleId: article.id, parentId: root.id })
  await givenApproved(await givenReader(), ana, { articleId: article.id, parentId: answer.id })
  await givenComment(await givenReader(), { articleId: article.id })
  await heldOf(author, article.id, 2)
  const edited = await givenApproved(author, ana, { articleId: article.id })
  const { revisionId } = await readByDesk(edited.id)
  await editComment(author, { commentId: edited.id, revisionId, body: 'BUY '.repeat(60) }, noon)
  await reportComment(reporter, { commentId: root.id, reason: 'insult', note: null, revisionId: null }, noon)
  const before = await everything(article.id)

  const rejected = await rejectAllOf(ben, { readerId: author.id, reason: 'spam', note: 'A farm.' }, noon)
  if (!rejected.ok) throw new Error(rejected.error)
  expect(rejected.value).toMatchObject({ left: [], more: false })
  expect(rejected.value.decided).toHaveLength(5)
  const left = { authorId: author.id, state: { not: 'rejected' } } as const
  expect(await db().comment.count({ where: left })).toBe(0)
  expect(await record(reporter.id)).toMatchObject({ reportsUpheld: 1 })
  await expectSound()

  const undone = await undoBatch(ana, rejected.value.actionId, noon)
  expect(undone).toMatchObject({ ok: true, value: { left: [] } })
  expect(await everything(article.id)).toEqual(before)
  await expectSound()
})

test('undoing a batch twice, at once or later, is undoing once', async () => {
  const { article, author, ana, ben } = await given()
  const ids = await heldOf(author, article.id, 4)
  const made = await decideMany(
    ana,
    { comments: await Promise.all(ids.map(readByDesk)), move: 'reject', reason: 'spam', note: null },
    noon,
  )
  if (!made.ok) throw new Error(made.error)
  const { actionId } = made.value
  const undone = await Promise.all([undoBatch(ana, actionId, noon), undoBatch(ben, actionId, noon)])
  expect(undone.map((each) => each.ok && each.value.decided.toSorted())).toEqual([ids, ids])
  expect(await undoBatch(ana, actionId, noon)).toMatchObject({ ok: true })
  expect(await db().staffAction.count({ where: { undoesId: actionId } })).toBe(1)
  expect(await states(...ids)).toEqual(Array(4).fill('held'))
})

test('a batch that is taken back leaves alone what was decided since', async () => {
  const { article, author, ana, ben } = await given()
  const [first = 0, second = 0] = await heldOf(author, article.id, 2)
  const made = await decideMany(
    ana,
    {
      comments: [await readByDesk(first), await readByDesk(second)],
      move: 'reject',
      reason: 'spam',
      note: null,
    },
    noon,
  )
  if (!made.ok) throw new Error(made.error)
  await decide(ben, { ...(await readByDesk(first)), move: 'approve' }, noon)
  expect(await undoBatch(ana, made.value.actionId, noon)).toMatchObject({
    value: { decided: [second], left: [first] },
  })
  expect(await states(first, second)).toEqual(['published', 'held'])
  await expectSound()
})

test('two who reject all of one reader while they post and others decide end at exact numbers', async () => {
  const { article, author, ana, ben } = await given()
  const ids = await heldOf(author, article.id, 12)
  const reads = await Promise.all(ids.map(readByDesk))
  const all = { readerId: author.id, reason: 'spam', note: null } as const
  await Promise.all([
    rejectAllOf(ana, all, noon),
    rejectAllOf(ben, all, noon),
    decideMany(ben, { comments: reads.slice(0, 6), move: 'approve', note: null }, noon),
    ...reads.slice(6).map((read) => decide(ana, { ...read, note: null, move: 'approve' }, noon)),
    heldOf(author, article.id, 3),
  ])
  await expectSound()
})

test('who is no moderator any more decides nothing, and nothing is undone that was no batch', async () => {
  const { article, author, ana } = await given()
  const [first = 0] = await heldOf(author, article.id, 1)
  const comments = [await readByDesk(first)]
  expect(await undoBatch(ana, 0, noon)).toMatchObject({ error: 'no-action' })
  await db().reader.update({ where: { id: ana.id }, data: { role: 'reader' }, select: { id: true } })
  const refusal = { ok: false, error: 'not-a-moderator' }
  expect(await decideMany(ana, { comments, move: 'approve', note: null }, noon)).toEqual(refusal)
  expect(await rejectAllOf(ana, { readerId: author.id, reason: 'spam', note: null }, noon)).toEqual(refusal)
  expect(await undoBatch(ana, 1, noon)).toEqual(refusal)
})

async function given() {
  const [article, author] = [await givenArticle(), await givenReader()]
  const [ana, ben] = [await givenModerator(), await givenModerator()]
  return { article, author, ana, ben }
}

async function heldOf(author: Viewer, articleId: number, count: number): Promise<number[]> {
  const ids: number[] = []
  for (let made = 0; made < count; made += 1) ids.push((await givenComment(author, { articleId })).id)
  return ids
}

async function states(...ids: number[]) {
  const rows = await db().comment.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: { state: true },
  })
  return rows.map(({ state }) => state)
}

function record(id: number) {
  return db().reader.findUniqueOrThrow({
    where: { id },
    select: { approvedCount: true, rejectedCount: true, reportsUpheld: true, reportsDismissed: true },
  })
}

/** All that a batch may move under an article. */
async function everything(articleId: number) {
  const comments = await db().comment.findMany({
    where: { articleId },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, state: true, currentRevisionId: true, publicRevisionId: true, approvedById: true },
      ...{ reportWeight: true, publicDescendantCount: true },
      reports: { select: { upheld: true, decisionId: true, reader: { select: { reportsUpheld: true } } } },
      author: { select: { approvedCount: true, rejectedCount: true } },
    },
  })
  const numbers = { publicCommentCount: true, heldCommentCount: true }
  return { comments, article: await db().article.findUnique({ where: { id: articleId }, select: numbers }) }
}

/** No counter has drifted, and every comment is what its decisions make of it. */
async function expectSound(): Promise<void> {
  expect(await findDrift()).toEqual([])
  const comments = await db().comment.findMany({
    include: { decisions: { orderBy: { number: 'asc' } } },
  })
  for (const { decisions, state, currentRevisionId, publicRevisionId, approvedById } of comments)
    expect(replay(decisions)).toEqual({ state, currentRevisionId, publicRevisionId, approvedById })
}
