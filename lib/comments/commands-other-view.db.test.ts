import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenModerator,
  givenReader,
  minutesAfterNoon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/readers/viewer'
import { rankOtherView } from './commands-other-view'
import { recommend } from './commands-vote'
import { listConversation } from './queries-page'

useTestDatabase()

const later = minutesAfterNoon(90)

test('what readers of opposite sides recommend stands first in the other view, what one side likes does not', async () => {
  const { article, bridge, ofOneSide, left, right } = await given()
  await vote(left, [ofOneSide, bridge])
  await vote(right, [bridge])
  expect(await rankOtherView(100, later)).toBeGreaterThan(0)
  const page = await listConversation(article.id, { sort: 'other', after: null }, later)
  expect(page.threads[0]?.comment.id).toBe(bridge)
  expect(await otherRank(ofOneSide)).toBe(0)
})

test('only comments whose votes changed are looked at, and each change makes them due once', async () => {
  const { bridge, left, right } = await given()
  await rankOtherView(1_000, later)
  expect(await rankOtherView(1_000, later)).toBe(0)
  await vote([...left, ...right], [bridge])
  expect(await rankOtherView(1_000, later)).toBe(1)
  const before = await otherRank(bridge)
  expect(before).toBeGreaterThan(0)
  for (const reader of right)
    await recommend(reader, { commentId: bridge, recommend: false }, minutesAfterNoon(61))
  expect(await rankOtherView(1_000, later)).toBe(1)
  expect(await otherRank(bridge)).toBeLessThan(before)
})

test('no more is done at once than was asked, and the rest is done the next time', async () => {
  await given()
  const all = await db().otherViewDue.count()
  expect(all).toBeGreaterThan(4)
  expect(await rankOtherView(4, later)).toBe(4)
  expect(await db().otherViewDue.count()).toBe(all - 4)
  await Promise.all([rankOtherView(1_000, later), rankOtherView(1_000, later)])
  expect(await db().otherViewDue.count()).toBe(0)
})

test('what stood before is remembered for those who are reading', async () => {
  const { bridge, left, right } = await given()
  await vote([...left, ...right], [bridge])
  await rankOtherView(1_000, later)
  const past = await db().pastRank.findMany({ where: { commentId: bridge, sort: 'other' } })
  expect(past).toMatchObject([{ rank: 0, until: later }])
})

test('a vote that goes with its reader’s account makes the comment due', async () => {
  const { bridge, left } = await given()
  await vote(left, [bridge])
  await rankOtherView(1_000, later)
  await db().reader.delete({ where: { id: left[0]?.id ?? 0 }, select: { id: true } })
  expect(await db().otherViewDue.count({ where: { commentId: bridge } })).toBe(1)
})

/** Two readers who have recommended the same three comments, and two who have recommended three others. */
async function given() {
  const article = await givenArticle()
  const ana = await givenModerator(`Ana ${article.id}`)
  const author = await givenReader('reader', `Author ${article.id}`)
  const ids: number[] = []
  for (let index = 0; index < 8; index += 1)
    ids.push((await givenApproved(author, ana, { articleId: article.id }, minutesAfterNoon(index))).id)
  const [bridge = 0, ofOneSide = 0, ...others] = ids
  const readers: Viewer[] = []
  for (const name of ['One', 'Two', 'Three', 'Four'])
    readers.push(await givenReader('reader', `${name} ${article.id}`))
  const [left, right] = [readers.slice(0, 2), readers.slice(2)]
  await vote(left, others.slice(0, 3))
  await vote(right, others.slice(3))
  return { article, bridge, ofOneSide, left, right }
}

async function vote(readers: readonly Viewer[], ids: readonly number[]): Promise<void> {
  for (const reader of readers)
    for (const commentId of ids) {
      const voted = await recommend(reader, { commentId, recommend: true }, minutesAfterNoon(60))
      if (!voted.ok) throw new Error(voted.error)
    }
}

async function otherRank(id: number): Promise<number> {
  const row = await db().comment.findUniqueOrThrow({ where: { id }, select: { otherRank: true } })
  return row.otherRank
}
