import { expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { findDrift } from '@/lib/comments/drift'
import { findPublicComment } from '@/lib/comments/queries'
import { useTestDatabase } from '@/lib/database/test-database'
import {
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
import { reportComment } from './commands-report'
import { undoDecision } from './commands-undo'
import { firstReasons, type Reason } from './reasons'
import { replay } from './replay'

useTestDatabase()

test('A25: one reader with every reason, about every revision, at once, is one report', async () => {
  const { comment, author } = await given()
  const reporter = await givenKnown('Reporter')
  const first = await readByDesk(comment.id)
  await Promise.all(
    [...firstReasons, ...firstReasons].map((reason) =>
      report(reporter, comment.id, reason, first.revisionId),
    ),
  )
  await editComment(
    author,
    { commentId: comment.id, revisionId: first.revisionId, body: 'Other words.' },
    noon,
  )
  const second = await readByDesk(comment.id)
  expect(await report(reporter, comment.id, 'spam', second.revisionId)).toMatchObject({
    ok: true,
    value: { isNew: false },
  })
  expect(await db().report.count()).toBe(1)
  expect(await counts(comment.id)).toMatchObject({ reportCount: 1, reportWeight: 1, state: 'published' })
  expect(await findDrift()).toEqual([])
})

test('three ordinary readers take a comment from its readers until a person has decided; two do not, nor newcomers', async () => {
  const { article, comment, ana } = await given()
  for (const name of ['One', 'Two']) await report(await givenKnown(name), comment.id)
  for (const name of ['New', 'Newer']) await report(await givenReader('reader', name), comment.id)
  // 1 + 1 + 0.5 + 0.5 of four people weigh as much as three.
  expect(await counts(comment.id)).toMatchObject({ state: 'held', reportCount: 4 })
  expect(await findPublicComment(comment.id, article.id)).toBeNull()
  expect(await standing(comment.id)).toMatchObject({ publicRevisionId: null })
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  expect(await counts(comment.id)).toMatchObject({ state: 'published', reportWeight: 0 })
  // What a person has approved stays, however many report it.
  for (const name of ['Five', 'Six', 'Seven', 'Eight']) await report(await givenKnown(name), comment.id)
  expect(await counts(comment.id)).toMatchObject({ state: 'published', reportCount: 8, reportWeight: 4 })
  expect(await findDrift()).toEqual([])
})

test('A16: editing what was reported away is no way back', async () => {
  const { comment, author } = await given()
  await Promise.all(['One', 'Two', 'Three'].map(async (name) => report(await givenKnown(name), comment.id)))
  const { revisionId } = await readByDesk(comment.id)
  const edited = await editComment(
    author,
    { commentId: comment.id, revisionId, body: 'Now it is kind.' },
    noon,
  )
  expect(edited).toMatchObject({ ok: true, value: { state: 'held' } })
  expect(await findPublicComment(comment.id, (await given()).article.id)).toBeNull()
})

test('a decision settles the reports and goes into the reporters’ records; undoing it takes both back', async () => {
  const { comment, ana } = await given()
  const [one, two] = [await givenKnown('One'), await givenKnown('Two')]
  for (const reporter of [one, two]) await report(reporter, comment.id)
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'insult' }, noon)
  expect(await record(one)).toEqual({ reportsUpheld: 1, reportsDismissed: 0 })
  expect(await counts(comment.id)).toMatchObject({ reportWeight: 0 })
  await undoDecision(ana, { commentId: comment.id, seen: (await readByDesk(comment.id)).seen }, noon)
  expect(await record(one)).toEqual({ reportsUpheld: 0, reportsDismissed: 0 })
  expect(await counts(comment.id)).toMatchObject({ reportWeight: 2, state: 'published' })
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  expect(await record(two)).toEqual({ reportsUpheld: 0, reportsDismissed: 1 })
  expect(await findDrift()).toEqual([])
})

test('an author’s record says how many reports about theirs were upheld, whatever became of their own', async () => {
  const { comment, author, ana } = await given()
  const [one, two] = [await givenKnown('One'), await givenKnown('Two')]
  for (const reporter of [one, two]) await report(reporter, comment.id)
  expect(await against(author)).toBe(0)
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'insult' }, noon)
  expect([await against(author), await against(one)]).toEqual([2, 0])
  await undoDecision(ana, { commentId: comment.id, seen: (await readByDesk(comment.id)).seen }, noon)
  expect(await against(author)).toBe(0)
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  expect(await against(author)).toBe(0)
})

test('what a reporter takes along when they are gone is counted against nobody', async () => {
  const { comment, author, ana } = await given()
  const [one, two] = [await givenKnown('One'), await givenKnown('Two')]
  for (const reporter of [one, two]) await report(reporter, comment.id)
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'insult' }, noon)
  await db().report.deleteMany({ where: { readerId: one.id } })
  await db().comment.update({
    where: { id: comment.id },
    data: { reportCount: { decrement: 1 } },
    select: { id: true },
  })
  expect(await against(author)).toBe(1)
  expect(await findDrift()).toEqual([])
})

test('reports and decisions at once leave every count and record as they are counted', async () => {
  const { article, ana, author } = await given()
  const reporters = await Promise.all(
    Array.from({ length: 8 }, (_, index) => givenKnown(`Reporter ${index}`)),
  )
  const comments = await Promise.all(
    Array.from({ length: 6 }, () => givenComment(author, { articleId: article.id })),
  )
  await Promise.all(
    comments.flatMap((comment) => [
      ...reporters.map((reporter) => report(reporter, comment.id)),
      (async () =>
        decide(ana, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon))(),
    ]),
  )
  expect(await findDrift()).toEqual([])
  for (const reporter of reporters) {
    const upheld = await db().report.count({ where: { readerId: reporter.id, upheld: true } })
    expect((await record(reporter)).reportsUpheld).toBe(upheld)
  }
  for (const { id } of comments) {
    const open = await db().report.aggregate({
      where: { commentId: id, upheld: null },
      _sum: { weight: true },
    })
    expect((await counts(id)).reportWeight).toBe(open._sum.weight ?? 0)
    const decisions = await db().decision.findMany({ where: { commentId: id }, orderBy: { number: 'asc' } })
    expect(replay(decisions)).toEqual(await standing(id))
  }
})

test('nobody reports their own, what is not public, or with a ban', async () => {
  const { comment, author, article, ana } = await given()
  expect(await report(author, comment.id)).toMatchObject({ error: 'own' })
  const held = await givenComment(await givenReader('reader', 'New'), { articleId: article.id })
  const reader = await givenReader('reader', 'Reader')
  expect(await report(reader, held.id)).toMatchObject({ error: 'no-comment' })
  await db().sanction.create({ data: { readerId: reader.id, kind: 'ban', reason: 'spam', madeById: ana.id } })
  expect(await report(reader, comment.id)).toMatchObject({ error: 'banned' })
  expect(await db().report.count({ where: { commentId: comment.id } })).toBe(0)
})

/** A comment that no person has approved: its author is known. */
async function given() {
  const article = await givenArticle()
  const ana = await givenModerator(`Ana ${article.id}`)
  const author = await givenKnown(`Author ${article.id}`)
  const comment = await givenComment(author, { articleId: article.id })
  expect(comment.state).toBe('published')
  return { article, ana, author, comment }
}

function report(
  viewer: Viewer,
  commentId: number,
  reason: Reason = 'insult',
  revisionId: number | null = null,
) {
  return reportComment(viewer, { commentId, revisionId, reason, note: null }, noon)
}

function counts(id: number) {
  return db().comment.findUniqueOrThrow({
    where: { id },
    select: { state: true, reportCount: true, reportWeight: true },
  })
}

function standing(id: number) {
  return db().comment.findUniqueOrThrow({
    where: { id },
    select: { state: true, currentRevisionId: true, publicRevisionId: true, approvedById: true },
  })
}

async function against({ id }: { id: number }): Promise<number> {
  const found = await db().reader.findUniqueOrThrow({ where: { id }, select: { upheldAgainst: true } })
  return found.upheldAgainst
}

function record({ id }: Viewer) {
  return db().reader.findUniqueOrThrow({
    where: { id },
    select: { reportsUpheld: true, reportsDismissed: true },
  })
}
