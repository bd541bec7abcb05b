import { expect, test } from 'vitest'
import { deleteComment } from '@/lib/comments/commands-delete'
import { editComment } from '@/lib/comments/commands-edit'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from './commands'
import { makeAppeal } from './commands-appeal'
import { undoDecision } from './commands-undo'
import { listOwnAppeals } from './queries-own-appeals'

useTestDatabase()

const days = (count: number) => minutesAfterNoon(count * 24 * 60)

test('an author appeals once, in words that stay; word is left for the desk', async () => {
  const { author, comment } = await givenRefused()
  const made = await makeAppeal(
    author,
    { commentId: comment.id, body: ' It was a joke. ' },
    minutesAfterNoon(5),
  )
  expect(made).toMatchObject({ ok: true, value: { isNew: true } })
  expect(await listOwnAppeals(author, comment.id)).toMatchObject([
    { words: 'It was a joke.', createdAt: minutesAfterNoon(5), settled: null },
  ])
  const again = await makeAppeal(author, { commentId: comment.id, body: 'Really.' }, minutesAfterNoon(6))
  expect(again).toMatchObject({ ok: false, error: 'appealed' })
  const appealId = made.ok ? made.value.appealId : 0
  const news = await db().outbox.findMany({
    where: { kind: 'appeal-made', payload: { path: ['appealId'], equals: appealId } },
  })
  expect(news).toHaveLength(1)
})

test('the same appeal sent five times at once is one appeal', async () => {
  const { author, comment } = await givenRefused()
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => makeAppeal(author, { commentId: comment.id, body: 'A joke.' }, noon)),
  )
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.isNew)).toHaveLength(1)
  expect(await db().appeal.count({ where: { commentId: comment.id } })).toBe(1)
})

test('of two different appeals at once one is taken, the other told so', async () => {
  const { author, comment } = await givenRefused()
  const outcomes = await Promise.all(
    ['One.', 'Two.'].map((body) => makeAppeal(author, { commentId: comment.id, body }, noon)),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: 'appealed' })
})

test('fourteen days, and not a minute more', async () => {
  const [one, other] = [await givenRefused(), await givenRefused()]
  const after = new Date(days(14).getTime() + 1)
  expect(await makeAppeal(one.author, { commentId: one.comment.id, body: 'Late.' }, after)).toMatchObject({
    error: 'too-late',
  })
  expect(
    (await makeAppeal(other.author, { commentId: other.comment.id, body: 'Just so.' }, days(14))).ok,
  ).toBe(true)
})

test('a refused edit is appealed against, too; an approved comment, one that waits or one that was taken back is not', async () => {
  const { author, article, moderator } = await givenRefused()
  const edited = await givenApproved(author, moderator, { articleId: article.id })
  const appeal = (commentId: number) => makeAppeal(author, { commentId, body: 'Why?' }, minutesAfterNoon(2))
  expect(await appeal(edited.id)).toMatchObject({ error: 'nothing-to-appeal' })
  const { revisionId } = await readByDesk(edited.id)
  await editComment(author, { commentId: edited.id, revisionId, body: 'Other words.' }, noon)
  expect(await appeal(edited.id)).toMatchObject({ error: 'nothing-to-appeal' })
  await decide(
    moderator,
    { ...(await readByDesk(edited.id)), move: 'reject', reason: 'spam' },
    minutesAfterNoon(1),
  )
  expect(await appeal(edited.id)).toMatchObject({ ok: true })
  const deleted = await givenComment(author, { articleId: article.id })
  await decide(moderator, { ...(await readByDesk(deleted.id)), move: 'reject', reason: 'spam' }, noon)
  await deleteComment(author, { commentId: deleted.id, what: 'comment' }, noon)
  expect(await appeal(deleted.id)).toMatchObject({ error: 'nothing-to-appeal' })
})

test('attack: nobody appeals for somebody else, or learns whether a comment is there', async () => {
  const { comment } = await givenRefused()
  const other = await givenReader()
  for (const commentId of [comment.id, 2_000_000_000])
    expect(await makeAppeal(other, { commentId, body: 'Mine!' }, noon)).toEqual({
      ok: false,
      error: 'no-comment',
    })
  expect(await makeAppeal(null, { commentId: comment.id, body: 'Mine!' }, noon)).toMatchObject({
    error: 'signed-out',
  })
})

test('who is banned may still appeal', async () => {
  const { author, comment, moderator } = await givenRefused()
  await db().sanction.create({
    data: { readerId: author.id, kind: 'ban', reason: 'spam', madeById: moderator.id },
  })
  expect(
    (await makeAppeal({ ...author, banned: true }, { commentId: comment.id, body: 'Please.' }, noon)).ok,
  ).toBe(true)
})

test('words that say nothing, or too much, or were lost on the way, are refused', async () => {
  const { author, comment } = await givenRefused()
  for (const [body, error] of [
    [' ', 'blank'],
    ['a'.repeat(2_001), 'too-long'],
    ['a\0', 'unreadable'],
  ] as const)
    expect(await makeAppeal(author, { commentId: comment.id, body }, noon)).toMatchObject({ error })
})

test('what is decided about the comment overtakes an appeal; taking that back opens it again', async () => {
  const { author, comment, moderator } = await givenRefused()
  await makeAppeal(author, { commentId: comment.id, body: 'Please.' }, noon)
  const [ana, outcome] = [await givenModerator('Ana'), () => outcomeOf(comment.id)]
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, minutesAfterNoon(1))
  expect(await outcome()).toBe('overtaken')
  expect(await listOwnAppeals(author, comment.id)).toMatchObject([
    { settled: { outcome: 'overtaken', answer: null } },
  ])
  await undoDecision(
    ana,
    { commentId: comment.id, seen: (await readByDesk(comment.id)).seen },
    minutesAfterNoon(2),
  )
  expect(await outcome()).toBeNull()
  // The refusal itself is taken back: nothing is left to judge.
  const read = { ...(await readByDesk(comment.id)), move: 'approve' } as const
  await decide(moderator, read, minutesAfterNoon(3))
  await deleteComment(author, { commentId: comment.id, what: 'comment' }, minutesAfterNoon(4))
  expect(await outcome()).toBe('overtaken')
})

test('a refusal that comes back keeps its reason', async () => {
  const { comment } = await givenRefused()
  const ana = await givenModerator('Ana')
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, minutesAfterNoon(1))
  await undoDecision(
    ana,
    { commentId: comment.id, seen: (await readByDesk(comment.id)).seen },
    minutesAfterNoon(2),
  )
  const last = await db().decision.findFirst({
    where: { commentId: comment.id },
    orderBy: { number: 'desc' },
  })
  expect(last).toMatchObject({ rule: 'undone', toState: 'rejected', reason: 'insult' })
})

async function givenRefused() {
  const article = await givenArticle()
  const [author, moderator] = [await givenReader(), await givenModerator('Ben')]
  const comment = await givenComment(author, { articleId: article.id })
  const read = await readByDesk(comment.id)
  await decide(moderator, { ...read, move: 'reject', reason: 'insult' }, noon)
  return { article, author, moderator, comment }
}

async function outcomeOf(commentId: number) {
  return (await db().appeal.findFirstOrThrow({ where: { commentId }, select: { outcome: true } })).outcome
}
