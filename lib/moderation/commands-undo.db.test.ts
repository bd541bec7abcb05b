import { expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { findDrift } from '@/lib/comments/drift'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from './commands'
import { undoDecision } from './commands-undo'

useTestDatabase()

test('an approval that is undone leaves the comment held, and nothing counted', async () => {
  const { comment, ana } = await given()
  const before = await standing(comment.id)
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  expect(await undoLast(ana, comment.id)).toMatchObject({
    ok: true,
    value: { state: 'held', rule: 'undone' },
  })
  expect(await standing(comment.id)).toEqual(before)
  expect(await findDrift()).toEqual([])
})

test('a rejection that is undone brings the comment back to its readers, with the approval it had', async () => {
  const { article, author, ana, ben } = await given()
  const comment = await givenApproved(author, ana, { articleId: article.id })
  const before = await standing(comment.id)
  await decide(ben, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  expect(await undoLast(ben, comment.id)).toMatchObject({ ok: true, value: { state: 'published' } })
  expect(await standing(comment.id)).toEqual(before)
  expect(await findDrift()).toEqual([])
})

test.each(['approve', 'reject'] as const)(
  'an edit stands again as it waited when its %s is undone',
  async (move) => {
    const { article, author, ana } = await given()
    const comment = await givenApproved(author, ana, { articleId: article.id })
    const { revisionId } = await readByDesk(comment.id)
    await editComment(author, { commentId: comment.id, revisionId, body: 'Other words.' }, noon)
    const before = await standing(comment.id)
    expect(before.state).toBe('held')
    const read = await readByDesk(comment.id)
    await decide(ana, move === 'approve' ? { ...read, move } : { ...read, move, reason: 'other' }, noon)
    await undoLast(ana, comment.id)
    expect(await standing(comment.id)).toEqual(before)
    expect(await findDrift()).toEqual([])
  },
)

test('what was decided since is not taken back unread', async () => {
  const { comment, ana, ben } = await given()
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  const { seen } = await readByDesk(comment.id)
  await decide(ben, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  expect(await undoDecision(ana, { commentId: comment.id, seen }, noon)).toMatchObject({
    ok: false,
    error: 'decided-meanwhile',
    last: { rule: 'rejected', by: ben.name },
  })
})

test('undoing twice, at once or later, is undoing once; what the checks did is not undone', async () => {
  const { comment, ana } = await given()
  const { seen: first } = await readByDesk(comment.id)
  expect(await undoDecision(ana, { commentId: comment.id, seen: first }, noon)).toMatchObject({
    error: 'nothing-to-decide',
  })
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  const { seen } = await readByDesk(comment.id)
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => undoDecision(ana, { commentId: comment.id, seen }, noon)),
  )
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(await db().decision.count({ where: { commentId: comment.id } })).toBe(3)
})

async function given() {
  const article = await givenArticle()
  const [author, ana, ben] = [await givenReader(), await givenModerator('Ana'), await givenModerator('Ben')]
  const comment = await givenComment(author, { articleId: article.id })
  return { article, author, ana, ben, comment }
}

async function undoLast(moderator: Parameters<typeof undoDecision>[0], commentId: number) {
  return undoDecision(moderator, { commentId, seen: (await readByDesk(commentId)).seen }, noon)
}

function standing(id: number) {
  return db().comment.findUniqueOrThrow({
    where: { id },
    select: { state: true, currentRevisionId: true, publicRevisionId: true, approvedById: true },
  })
}
