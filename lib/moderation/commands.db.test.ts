import { expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { findDrift } from '@/lib/comments/drift'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { changeRole } from '@/lib/readers/commands'
import { decide } from './commands'
import { findCommentFile } from './queries-file'
import { listQueue } from './queries-queue'
import { wholeQueue } from './queue-filter'
import { replay } from './replay'

useTestDatabase()

test('A28: of two moderators deciding at once one wins, and the other is told who decided what', async () => {
  const [article, ana, ben] = [await givenArticle(), await givenModerator('Ana'), await givenModerator('Ben')]
  for (let round = 0; round < 20; round += 1) {
    const comment = await givenComment(await givenReader(), { articleId: article.id })
    const read = await readByDesk(comment.id)
    const outcomes = await Promise.all([
      decide(ana, { ...read, move: 'approve' }, noon),
      decide(ben, { ...read, move: 'reject', reason: 'spam' }, noon),
    ])
    const [first, second] = outcomes
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const loser = first.ok ? second : first
    expect(loser).toMatchObject({
      error: 'decided-meanwhile',
      last: { by: first.ok ? ana.name : ben.name, rule: first.ok ? 'approved' : 'rejected' },
    })
  }
  expect(await findDrift()).toEqual([])
})

test('the same moderator pressing twice decides once', async () => {
  const [article, ana] = [await givenArticle(), await givenModerator()]
  const comment = await givenComment(await givenReader(), { articleId: article.id })
  const read = await readByDesk(comment.id)
  const twice = await Promise.all([
    decide(ana, { ...read, move: 'approve' }, noon),
    decide(ana, { ...read, move: 'approve' }, noon),
  ])
  expect(twice.every((outcome) => outcome.ok)).toBe(true)
  expect(await db().decision.count({ where: { commentId: comment.id } })).toBe(2)
})

test('A27: what the author changed meanwhile is not decided unread', async () => {
  const [article, ana, reader] = [await givenArticle(), await givenModerator(), await givenReader()]
  const comment = await givenComment(reader, { articleId: article.id })
  const read = await readByDesk(comment.id)
  await editComment(
    reader,
    { commentId: comment.id, revisionId: read.revisionId, body: 'Something else.' },
    noon,
  )
  expect(await decide(ana, { ...read, move: 'approve' }, noon)).toEqual({
    ok: false,
    error: 'edited-meanwhile',
  })
  expect(await decide(ana, { ...read, seen: read.seen + 1, move: 'approve' }, noon)).toEqual({
    ok: false,
    error: 'edited-meanwhile',
  })
})

test('the queue shows what waits, with its author’s record and why it is here', async () => {
  const [article, ana, reader] = [
    await givenArticle(),
    await givenModerator(),
    await givenReader('reader', 'New Person'),
  ]
  const rejected = await givenComment(reader, { articleId: article.id })
  await decide(ana, { ...(await readByDesk(rejected.id)), move: 'reject', reason: 'off-topic' }, noon)
  const waiting = await givenComment(reader, { articleId: article.id, body: 'Waiting.' })
  const filter = { ...wholeQueue, article: article.id }
  const { items } = await listQueue(ana, filter, { after: null, now: noon })
  expect(items).toMatchObject([
    {
      id: waiting.id,
      source: 'Waiting.',
      author: { name: 'New Person', postedCount: 2, approvedCount: 0, rejectedCount: 1 },
      findings: [{ check: 'newcomer', verdict: 'hold' }],
    },
  ])
})

test('who is no longer a moderator decides nothing, whatever the session said a moment ago', async () => {
  const [article, ana] = [await givenArticle(), await givenModerator()]
  const comment = await givenComment(await givenReader(), { articleId: article.id })
  const read = await readByDesk(comment.id)
  const { email } = await db().reader.findUniqueOrThrow({ where: { id: ana.id } })
  await changeRole(email, 'reader')
  expect(await decide(ana, { ...read, move: 'approve' }, noon)).toEqual({
    ok: false,
    error: 'not-a-moderator',
  })
})

test('states are the replay of decisions after any sequence of moves', async () => {
  const [article, ana] = [await givenArticle(), await givenModerator('Ana', 'editor')]
  const comment = await givenComment(await givenModerator(), { articleId: article.id })
  for (const move of ['reject', 'approve', 'reject', 'approve'] as const) {
    const decided = await decide(
      ana,
      { ...(await readByDesk(comment.id)), ...(move === 'reject' ? { move, reason: 'other' } : { move }) },
      noon,
    )
    expect(decided.ok).toBe(true)
  }
  const file = await findCommentFile(ana, comment.id, noon)
  const rows = await db().decision.findMany({ where: { commentId: comment.id }, orderBy: { number: 'asc' } })
  expect(replay(rows).state).toBe(file?.state)
  expect(rows).toHaveLength(5)
  expect(await findDrift()).toEqual([])
})

test('counters stand after five hundred operations, fifty at a time', async () => {
  const [article, ana, ben] = [
    await givenArticle(),
    await givenModerator('Ana', 'editor'),
    await givenModerator('Ben'),
  ]
  const authors = await Promise.all(Array.from({ length: 10 }, () => givenReader()))
  const roots = await Promise.all(
    Array.from({ length: 5 }, () => givenComment(ana, { articleId: article.id })),
  )
  const operate = async (index: number) => {
    const author = index % 4 === 0 ? ben : authors[index % authors.length]
    const parent = index % 3 === 0 ? (roots[index % roots.length]?.id ?? null) : null
    const comment = await givenComment(author ?? ana, { articleId: article.id, parentId: parent })
    // Ben writes, too, and never decides about himself.
    const moderator = index % 2 === 0 ? ana : ben
    await decide(moderator, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
    if (index % 5 === 0)
      await decide(moderator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'other' }, noon)
  }
  // Five times as many at once as the pool has connections; more would only wait for one.
  for (let wave = 0; wave < 10; wave += 1)
    await Promise.all(Array.from({ length: 50 }, (_, index) => operate(wave * 50 + index)))
  expect(await findDrift()).toEqual([])
  const counted = await db().article.findUniqueOrThrow({ where: { id: article.id } })
  expect(counted).toMatchObject({ publicCommentCount: 405, heldCommentCount: 0 })
})
