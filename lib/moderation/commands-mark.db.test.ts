import { expect, test } from 'vitest'
import { listConversation } from '@/lib/comments/queries-page'
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
import { type Mark, markComment } from './commands-mark'

useTestDatabase()

test('a pick and a pin are seen by readers until they are taken back', async () => {
  const { article, moderator, roots } = await given(2)
  const [first] = roots
  await mark(moderator, first, 'pick')
  await mark(moderator, first, 'pin')
  expect(await seen(article.id, first)).toEqual({ isPicked: true, isPinned: true })
  await mark(moderator, first, 'pick', false)
  expect(await seen(article.id, first)).toEqual({ isPicked: false, isPinned: true })
  await mark(moderator, first, 'pin', false)
  expect(await seen(article.id, first)).toEqual({ isPicked: false, isPinned: false })
})

test('a mark is set, not toggled: again is once, told once, and keeps its time', async () => {
  const { article, moderator, roots } = await given(1)
  const [root] = roots
  const before = await told(article.id)
  await mark(moderator, root, 'pick')
  await markComment(moderator, { commentId: root ?? 0, mark: 'pick', on: true }, minutesAfterNoon(5))
  await mark(moderator, root, 'pin', false)
  expect(await told(article.id)).toBe(before + 1)
  expect(await db().comment.findUnique({ where: { id: root }, select: { pickedAt: true } })).toEqual({
    pickedAt: noon,
  })
})

test('who picked and who took it back stands in the log, each once', async () => {
  const { moderator, roots } = await given(1)
  const [root] = roots
  for (const on of [true, true, false]) await mark(moderator, root, 'pick', on)
  const logged = { where: { commentId: root ?? 0 }, select: { kind: true, actorId: true } }
  expect(await db().staffAction.findMany({ ...logged, orderBy: { id: 'asc' } })).toEqual([
    { kind: 'picked', actorId: moderator.id },
    { kind: 'pick-removed', actorId: moderator.id },
  ])
})

test('an answer can be picked and not pinned; what is not public can be neither', async () => {
  const { article, moderator, roots } = await given(1)
  const writer = await givenReader()
  const answer = await givenApproved(writer, moderator, {
    articleId: article.id,
    parentId: roots[0] ?? null,
  })
  expect(await mark(moderator, answer.id, 'pick')).toMatchObject({ ok: true })
  expect(await mark(moderator, answer.id, 'pin')).toMatchObject({ error: 'an-answer' })
  const held = await givenComment(await givenReader(), { articleId: article.id })
  for (const each of ['pick', 'pin'] as const)
    expect(await mark(moderator, held.id, each)).toMatchObject({ error: 'no-comment' })
  expect(await mark(moderator, 999_999, 'pick')).toMatchObject({ error: 'no-comment' })
})

test('of five pinned at once three are, and another article’s do not count', async () => {
  const { article, moderator, roots } = await given(5)
  const elsewhere = await given(1)
  await mark(moderator, elsewhere.roots[0], 'pin')
  const outcomes = await Promise.all(roots.map((id) => mark(moderator, id, 'pin')))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.error === 'too-many-pinned')).toHaveLength(2)
  expect(await pinnedIn(article.id)).toBe(3)
})

test('a pinned comment that left the public lets another one be pinned, and is not pinned when it comes back', async () => {
  const { article, moderator, roots } = await given(4)
  for (const id of roots.slice(0, 3)) await mark(moderator, id, 'pin')
  const [first, , , fourth] = roots
  expect(await mark(moderator, fourth, 'pin')).toMatchObject({ error: 'too-many-pinned' })
  await decide(moderator, { ...(await readByDesk(first ?? 0)), move: 'reject', reason: 'other' }, noon)
  expect(await mark(moderator, fourth, 'pin')).toMatchObject({ ok: true })
  await decide(moderator, { ...(await readByDesk(first ?? 0)), move: 'approve' }, noon)
  expect(await pinnedIn(article.id)).toBe(3)
  expect(await seen(article.id, first)).toEqual({ isPicked: false, isPinned: false })
})

test('who is no moderator any more marks nothing', async () => {
  const { moderator, roots } = await given(1)
  await db().reader.update({ where: { id: moderator.id }, data: { role: 'reader' }, select: { id: true } })
  expect(await mark(moderator, roots[0], 'pick')).toMatchObject({ error: 'not-a-moderator' })
})

async function given(count: number) {
  const [article, author, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const roots: number[] = []
  for (let number = 0; number < count; number += 1)
    roots.push(
      (await givenApproved(author, moderator, { articleId: article.id }, minutesAfterNoon(number))).id,
    )
  return { article, moderator, roots }
}

function mark(
  moderator: Parameters<typeof markComment>[0],
  commentId: number | undefined,
  each: Mark,
  on = true,
) {
  return markComment(moderator, { commentId: commentId ?? 0, mark: each, on }, noon)
}

async function seen(articleId: number, id: number | undefined) {
  const { threads } = await listConversation(articleId, { sort: 'best', after: null }, noon)
  const comment = threads.find((thread) => thread.comment.id === id)?.comment
  return { isPicked: comment?.isPicked, isPinned: comment?.isPinned }
}

function told(articleId: number): Promise<number> {
  return db().talkEvent.count({ where: { articleId, kind: 'counted' } })
}

function pinnedIn(articleId: number): Promise<number> {
  return db().comment.count({ where: { articleId, pinnedAt: { not: null } } })
}
