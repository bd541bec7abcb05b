import { expect, test } from 'vitest'
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
import { decide } from '@/lib/moderation/commands'
import { recommend } from './commands-vote'
import { findDrift } from './drift'
import { rankOf } from './rank'

useTestDatabase()

test('A26: parallel recommendations by one reader are one, at length a thousand', async () => {
  const { comment, reader } = await given()
  const outcomes: boolean[] = []
  const waves = process.env.TRIBUNE_LONG ? 50 : 10
  // As many at a time as wait for the pool without running out of patience, on a machine that does other work besides.
  for (let wave = 0; wave < waves; wave += 1)
    outcomes.push(
      ...(await Promise.all(
        Array.from({ length: 20 }, async () => (await set(reader, comment.id, true)).ok),
      )),
    )
  expect(outcomes.filter(Boolean)).toHaveLength(20 * waves)
  expect(await counted(comment.id)).toEqual({
    recommendCount: 1,
    votes: 1,
    rank: rankOf({ recommendCount: 1, seenCount: 0 }),
  })
  expect(await findDrift()).toEqual([])
})

test('recommendations of many at once are all counted, and taken back one by one', async () => {
  const { comment } = await given()
  const readers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => givenReader('reader', `Reader ${index}`)),
  )
  await Promise.all(readers.map((reader) => set(reader, comment.id, true)))
  expect((await counted(comment.id)).recommendCount).toBe(20)
  await Promise.all(
    readers
      .slice(0, 15)
      .flatMap((reader) => [set(reader, comment.id, false), set(reader, comment.id, false)]),
  )
  expect(await counted(comment.id)).toMatchObject({ recommendCount: 5, votes: 5 })
  expect(await findDrift()).toEqual([])
})

test('nobody recommends their own, what is not public, or with a ban', async () => {
  const { article, comment, author, reader, ana } = await given()
  expect(await set(author, comment.id, true)).toMatchObject({ error: 'own' })
  const held = await givenComment(await givenReader('reader', 'New'), { articleId: article.id })
  for (const id of [held.id, 2_000_000_000])
    expect(await set(reader, id, true)).toMatchObject({ error: 'no-comment' })
  expect(await recommend(null, { commentId: comment.id, recommend: true }, noon)).toMatchObject({
    error: 'signed-out',
  })
  await db().sanction.create({ data: { readerId: reader.id, kind: 'ban', reason: 'spam', madeById: ana.id } })
  expect(await set(reader, comment.id, true)).toMatchObject({ error: 'banned' })
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  expect(await set(await givenReader('reader', 'Late'), comment.id, true)).toMatchObject({
    error: 'no-comment',
  })
  expect((await counted(comment.id)).recommendCount).toBe(0)
})

async function given() {
  const article = await givenArticle()
  const [author, reader, ana] = [
    await givenReader('reader', 'Author'),
    await givenReader('reader', 'Reader'),
    await givenModerator('Ana'),
  ]
  const comment = await givenApproved(author, ana, { articleId: article.id })
  return { article, comment, author, reader, ana }
}

function set(viewer: Parameters<typeof recommend>[0], commentId: number, wanted: boolean) {
  return recommend(viewer, { commentId, recommend: wanted }, noon)
}

async function counted(id: number) {
  const { recommendCount, rank, _count } = await db().comment.findUniqueOrThrow({
    where: { id },
    select: { recommendCount: true, rank: true, _count: { select: { votes: true } } },
  })
  return { recommendCount, rank, votes: _count.votes }
}
