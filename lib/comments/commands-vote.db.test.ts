import { expect, test } from 'vitest'
import { setState } from '@/lib/articles/commands'
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
  const [atOnce, waves] = process.env.TRIBUNE_LONG ? [1_000, 1] : [20, 10]
  const outcomes: PromiseSettledResult<{ ok: boolean }>[] = []
  for (let wave = 0; wave < waves; wave += 1)
    outcomes.push(
      ...(await Promise.allSettled(Array.from({ length: atOnce }, () => set(reader, comment.id, true)))),
    )
  // Of a thousand who wait for ten connections some run out of patience (P2028), and change nothing.
  const failed = outcomes.filter((each) => each.status === 'rejected')
  expect(failed.filter(({ reason }) => reason.code !== 'P2028')).toEqual([])
  const taken = outcomes.filter((each) => each.status === 'fulfilled' && each.value.ok)
  expect(taken.length).toBe(atOnce * waves - failed.length)
  expect(taken.length).toBeGreaterThan(100)
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

test('under an article that was taken back nothing is recommended, and what was stands when it is there again', async () => {
  const { article, comment, reader } = await given()
  await set(reader, comment.id, true)
  await setState(article.id, 'withdrawn')
  for (const recommended of [true, false])
    expect(await set(reader, comment.id, recommended)).toMatchObject({ error: 'no-comment' })
  expect(await counted(comment.id)).toMatchObject({ recommendCount: 1, votes: 1 })
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
