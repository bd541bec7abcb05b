import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { db, inTransaction } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { recordExposure } from './commands-exposure'
import { readPageCursor, writePageCursor } from './page-cursor'
import { cursorAround, listConversation } from './queries-page'
import { rankOf } from './rank'
import { reRank, storeRanks } from './ranking'
import { type Sort, sorts } from './sorts'

useTestDatabase()

const later = minutesAfterNoon(600)

test('every order shows every root once, page by page, also those of one instant', async () => {
  const { article, ids } = await given(45)
  for (const sort of sorts) {
    const seen = (await readAll(article.id, sort)).flat()
    expect(seen.toSorted((a, b) => a - b)).toEqual(ids)
    if (sort === 'oldest') expect(seen).toEqual(ids)
    if (sort === 'newest') expect(seen).toEqual(ids.toReversed())
  }
})

test('best stands by rank, most discussed by answers', async () => {
  const { article, ids, ana } = await given(30)
  const [, second = 0, third = 0] = ids
  await recommend(third, 5)
  await recommend(second, 2)
  for (const parentId of [second, second, third]) await givenComment(ana, { articleId: article.id, parentId })
  expect((await readAll(article.id, 'best'))[0]?.slice(0, 2)).toEqual([third, second])
  expect((await readAll(article.id, 'discussed'))[0]?.slice(0, 2)).toEqual([second, third])
})

test('pages by rank neither repeat nor miss a root while votes, eyes and new comments come', async () => {
  const { article, ids, ana } = await given(100)
  for (const [index, id] of ids.entries()) if (index % 3 === 0) await recommend(id, 1 + (index % 7))
  await recordExposure(article.id, new Map(ids.map((id) => [id, 40])), minutesAfterNoon(30))
  const seen: number[] = []
  let after: string | undefined
  let minute = 60
  do {
    const now = minutesAfterNoon(minute)
    const cursor = readPageCursor('best', after, now)
    const page = await listConversation(article.id, { sort: 'best', after: cursor }, now)
    seen.push(...page.threads.map(({ comment }) => comment.id))
    after = page.next ? writePageCursor('best', page.next) : undefined
    minute += 1
    // What was read sinks, what was not rises, and somebody writes.
    await recommend(ids[(minute * 37) % ids.length] ?? 0, 50, minutesAfterNoon(minute))
    await recordExposure(
      article.id,
      new Map(ids.filter((_, index) => index % 5 === minute % 5).map((id) => [id, 100])),
      minutesAfterNoon(minute),
    )
    await givenComment(ana, { articleId: article.id }, minutesAfterNoon(minute))
    minute += 1
  } while (after)
  expect(seen.toSorted((a, b) => a - b)).toEqual(ids)
})

test('the same holds for the other view', async () => {
  const { article, ids } = await given(60)
  const rank = (index: number, turn: number) => ((index * 7 + turn * 13) % 60) / 100
  const shuffle = async (turn: number, now: Date) => {
    const rows = await db().comment.findMany({ where: { articleId: article.id }, orderBy: { id: 'asc' } })
    const changed = rows.map((row, index) => ({
      id: row.id,
      articleId: article.id,
      isRoot: true,
      rank: row.otherRank,
      rankedAt: row.otherRankedAt,
      next: rank(index, turn),
    }))
    await inTransaction((tx) => storeRanks(tx, 'other', changed, now))
  }
  await shuffle(0, minutesAfterNoon(30))
  const seen: number[] = []
  let after: string | undefined
  let turn = 0
  do {
    const now = minutesAfterNoon(60 + 2 * turn)
    const cursor = readPageCursor('other', after, now)
    const page = await listConversation(article.id, { sort: 'other', after: cursor }, now)
    seen.push(...page.threads.map(({ comment }) => comment.id))
    after = page.next ? writePageCursor('other', page.next) : undefined
    turn += 1
    await shuffle(turn, minutesAfterNoon(60 + 2 * turn - 1))
  } while (after)
  expect(seen.toSorted((a, b) => a - b)).toEqual(ids)
})

test('what is pinned stands first, and what few have seen finds a place on a full first page', async () => {
  const { article, ids } = await given(60)
  const [pinned = 0] = ids
  await db().comment.update({ where: { id: pinned }, data: { pinnedAt: noon }, select: { id: true } })
  // All but one were seen by many and recommended by some.
  const unseen = ids[40] ?? 0
  await recordExposure(article.id, new Map(ids.filter((id) => id !== unseen).map((id) => [id, 200])), later)
  for (const id of ids) if (id !== unseen) await recommend(id, 3)
  const pages = await readAll(article.id, 'best')
  expect(pages[0]?.[0]).toBe(pinned)
  expect(pages[0]?.[5]).toBe(unseen)
  expect(pages.flat().toSorted((a, b) => a - b)).toEqual(ids)
  expect((await readAll(article.id, 'newest'))[0]?.[0]).toBe(ids.at(-1))
})

test('staff answers and picks stand first under their root, and are told of where the page does not hold them', async () => {
  const article = await givenArticle()
  const ana = await givenModerator('Ana')
  const reader = await givenReader('reader', 'Ben')
  const root = await givenApproved(reader, ana, { articleId: article.id })
  for (let index = 0; index < 4; index += 1)
    await givenApproved(await givenReader('reader', `Reader ${index}`), ana, {
      articleId: article.id,
      parentId: root.id,
    })
  const answer = await givenComment(ana, { articleId: article.id, parentId: root.id }, minutesAfterNoon(5))
  const { threads, marked } = await listConversation(article.id, { sort: 'best', after: null }, later)
  expect(threads[0]?.answers.map(({ comment }) => comment.id)[0]).toBe(answer.id)
  expect(threads[0]?.answers).toHaveLength(3)
  expect(marked).toEqual([])
  // Sixty later ones push the thread off the first page.
  for (let index = 0; index < 60; index += 1)
    await givenApproved(reader, ana, { articleId: article.id }, minutesAfterNoon(10 + index))
  const full = await listConversation(article.id, { sort: 'newest', after: null }, later)
  expect(full.marked.map(({ id }) => id)).toEqual([answer.id])
})

test('a comment is found in every order, answers by their root', async () => {
  const { article, ids, ana } = await given(50)
  for (const [index, id] of ids.entries()) if (index % 2 === 0) await recommend(id, 1 + (index % 9))
  const root = ids[13] ?? 0
  const answer = await givenComment(ana, { articleId: article.id, parentId: root })
  for (const sort of sorts)
    for (const id of [root, answer.id]) {
      const around = await cursorAround(article.id, id, sort, later)
      const page = await listConversation(article.id, { sort, after: around }, later)
      expect(page.threads[0]?.comment.id).toBe(root)
    }
  expect(await cursorAround((await givenArticle()).id, root, 'best', later)).toBeNull()
})

async function given(count: number) {
  const article = await givenArticle()
  const ana = await givenModerator(`Ana ${article.id}`)
  const ids = await write(ana, article.id, count)
  return { article, ana, ids }
}

/** Ten at the same instant: the id keeps them apart. */
async function write(author: Moderator, articleId: number, count: number): Promise<number[]> {
  const ids: number[] = []
  for (let index = 0; index < count; index += 1)
    ids.push((await givenComment(author, { articleId }, minutesAfterNoon(Math.floor(index / 10)))).id)
  return ids
}

/** So many more recommendations, as votes leave them. */
async function recommend(id: number, more: number, now = minutesAfterNoon(20)): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await tx.comment.update({
      where: { id },
      data: { recommendCount: { increment: more } },
      select: {
        id: true,
        articleId: true,
        rank: true,
        rankedAt: true,
        recommendCount: true,
        seenCount: true,
      },
    })
    await reRank(tx, [{ ...row, isRoot: true }], now)
    const { rank } = await tx.comment.findUniqueOrThrow({ where: { id }, select: { rank: true } })
    expect(rank).toBe(rankOf(row))
  })
}

async function readAll(articleId: number, sort: Sort): Promise<number[][]> {
  const pages: number[][] = []
  let after: string | undefined
  do {
    const cursor = readPageCursor(sort, after, later)
    const page = await listConversation(articleId, { sort, after: cursor }, later)
    expect(page.threads.length).toBeLessThanOrEqual(20)
    pages.push(page.threads.map(({ comment }) => comment.id))
    after = page.next ? writePageCursor(sort, page.next) : undefined
  } while (after)
  return pages
}
