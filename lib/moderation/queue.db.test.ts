import { expect, test } from 'vitest'
import { findDrift } from '@/lib/comments/drift'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { decide } from './commands'
import { decideMany } from './commands-batch'
import { claimMinutes, releaseHand, takeHand } from './commands-claim'
import { reportComment } from './commands-report'
import { undoDecision } from './commands-undo'
import { undoBatch } from './commands-undo-batch'
import { countQueues, listQueue, measureQueue } from './queries-queue'
import { type QueueFilter, wholeQueue } from './queue-filter'
import { readQueueCursor, writeQueueCursor } from './queue-place'

useTestDatabase()

test('what is riskier comes first, and what has waited for long enough comes before it', async () => {
  const { filter, article, ana, author } = await given()
  const plain = await givenComment(author, { articleId: article.id })
  const loud = await givenComment(author, { articleId: article.id, body: loudly(1) }, minutesAfterNoon(1))
  const later = await givenComment(author, { articleId: article.id }, minutesAfterNoon(2))
  expect(await ids(ana, filter)).toEqual([loud.id, plain.id, later.id])
  // A newcomer's doubt is a tenth, capitals and a newcomer 0.37: one that doubles every four hours has passed it after eight.
  const next = await givenComment(
    author,
    { articleId: article.id, body: loudly(2) },
    minutesAfterNoon(9 * 60),
  )
  expect(await ids(ana, filter)).toEqual([loud.id, plain.id, later.id, next.id])
})

test('what many would see comes before what few would', async () => {
  const { ana, author } = await given()
  const [quiet, busy] = [await givenArticle(), await givenArticle()]
  await db().article.update({ where: { id: busy.id }, data: { prominence: 2 }, select: { id: true } })
  const first = await givenComment(author, { articleId: quiet.id })
  const second = await givenComment(author, { articleId: busy.id })
  const filter = { ...wholeQueue, author: author.id }
  expect(await ids(ana, filter)).toEqual([second.id, first.id])
  expect(await ids(ana, { ...filter, reach: 3 })).toEqual([second.id])
})

test('two moderators are given different comments, each the rest of theirs again, and what is given back goes on', async () => {
  const { filter, article, ana, ben, author } = await given()
  const all: number[] = []
  for (let made = 0; made < 30; made += 1)
    all.push((await givenComment(author, { articleId: article.id }, minutesAfterNoon(made))).id)
  const [first, second] = await Promise.all([hand(ana, filter), hand(ben, filter)])
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length)
  expect(first.length + second.length).toBe(30)
  expect(await hand(ana, filter)).toEqual(first)
  expect(await releaseHand(ana)).toBe(first.length)
  expect((await hand(ben, filter, minutesAfterNoon(1))).slice(0, second.length)).toEqual(second)
  await releaseHand(ben)
})

test('nobody is given what only others may decide about: their own, and an equal’s', async () => {
  const { ana, ben } = await given()
  const article = await givenArticle()
  const { id } = await givenComment(ben, { articleId: article.id })
  const reporter = await givenReader()
  const report = { reason: 'spam', note: null, revisionId: null } as const
  expect(await reportComment(reporter, { commentId: id, ...report }, noon)).toMatchObject({ ok: true })
  const filter = { ...wholeQueue, queue: 'reported', article: article.id } as const
  expect(await hand(ana, filter)).toEqual([])
  expect(await hand(ben, filter)).toEqual([])
  const eva = await givenModerator('Eva Linde', 'editor')
  expect(await hand(eva, filter)).toEqual([id])
})

test('a claim ends by itself, and locks nobody out meanwhile', async () => {
  const { filter, article, ana, ben, author } = await given()
  const { id } = await givenComment(author, { articleId: article.id })
  expect(await hand(ana, filter)).toEqual([id])
  expect(await hand(ben, filter)).toEqual([])
  expect(await takeHand(ben, filter, noon)).toMatchObject([{ id, claim: { by: ana.name, isOwn: false } }])
  expect(await measureQueue(ben, filter, noon)).toEqual({ count: 1, since: noon, byOthers: 1 })
  const { items } = await listQueue(ben, filter, { after: null, now: noon })
  expect(items[0]?.claim).toEqual({ by: ana.name, isOwn: false, until: minutesAfterNoon(claimMinutes) })
  expect(await hand(ben, filter, minutesAfterNoon(claimMinutes))).toEqual([id])
  expect(await decide(ana, { ...(await readByDesk(id)), move: 'approve' }, noon)).toMatchObject({ ok: true })
})

test('what fills a page up comes after what was on it, however urgent', async () => {
  const { filter, article, ana, author } = await given()
  const first = await givenComment(author, { articleId: article.id })
  await hand(ana, filter)
  const urgent = await givenComment(author, { articleId: article.id, body: loudly(3) })
  expect(await hand(ana, filter, minutesAfterNoon(1))).toEqual([first.id, urgent.id])
  const third = await givenComment(author, { articleId: article.id, body: loudly(4) })
  expect(await hand(ana, filter, minutesAfterNoon(2))).toEqual([first.id, urgent.id, third.id])
})

test('what somebody takes back is the first before them again', async () => {
  const { filter, article, ana, author } = await given()
  const one = await givenComment(author, { articleId: article.id })
  const two = await givenComment(author, { articleId: article.id }, minutesAfterNoon(1))
  await hand(ana, filter)
  const read = await readByDesk(two.id)
  await decide(ana, { ...read, move: 'reject', reason: 'spam' }, noon)
  expect(await hand(ana, filter)).toEqual([one.id])
  await undoDecision(ana, { commentId: two.id, seen: read.seen + 1 }, noon)
  expect(await hand(ana, filter)).toEqual([two.id, one.id])
  const batch = await decideMany(
    ana,
    { comments: [await readByDesk(one.id)], move: 'approve', note: null },
    noon,
  )
  if (!batch.ok) throw new Error(batch.error)
  expect(await hand(ana, filter)).toEqual([two.id])
  await undoBatch(ana, batch.value.actionId, noon)
  expect(await hand(ana, filter)).toEqual([one.id, two.id])
})

test('a public comment that is reported is in the queue of what was reported until somebody has decided', async () => {
  const { filter, article, ana, author } = await given()
  const comment = await givenApproved(author, ana, { articleId: article.id })
  const reported = { ...filter, queue: 'reported' } as const
  expect(await ids(ana, reported)).toEqual([])
  const at = minutesAfterNoon(5)
  await reportComment(
    await givenKnown(),
    { commentId: comment.id, reason: 'insult', note: null, revisionId: null },
    at,
  )
  const { items } = await listQueue(ana, reported, { after: null, now: noon })
  expect(items).toMatchObject([{ id: comment.id, desk: { rule: 'reported', since: at } }])
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  expect(await ids(ana, reported)).toEqual([])
  expect(await findDrift()).toEqual([])
})

test('a queue can be narrowed to a section, a rule, an author, new authors and long waits', async () => {
  const { filter, article, ana, author } = await given()
  const known = await givenKnown(undefined, noon)
  await db().reader.update({
    where: { id: known.id },
    data: { createdAt: new Date('2020-01-01') },
    select: { id: true },
  })
  const early = await givenComment(author, { articleId: article.id })
  const loud = await givenComment(
    known,
    { articleId: article.id, body: loudly(5) },
    minutesAfterNoon(60 * 24 * 3),
  )
  const now = minutesAfterNoon(60 * 24 * 3)
  const narrowed = (more: Partial<QueueFilter>) => ids(ana, { ...filter, ...more }, now)
  expect(await narrowed({ rule: 'shouting' })).toEqual([loud.id])
  expect(await narrowed({ author: known.id })).toEqual([loud.id])
  expect(await narrowed({ newAuthors: true })).toEqual([early.id])
  expect(await narrowed({ waiting: 60 })).toEqual([early.id])
  expect(await narrowed({ section: 'world' })).toHaveLength(2)
  expect(await narrowed({ section: 'nowhere' })).toEqual([])
  expect(await narrowed({ queue: 'risky' })).toEqual([])
})

test('what was published unread is listed until a person has approved it', async () => {
  const { filter, article, ana } = await given()
  const unread = await givenComment(await givenKnown(), { articleId: article.id })
  await givenApproved(await givenReader(), ana, { articleId: article.id })
  expect(await ids(ana, { ...filter, queue: 'new' })).toEqual([unread.id])
})

test('pages of the queue hold every item once, in their order', async () => {
  const { filter, article, ana, author } = await given()
  const all: number[] = []
  for (let made = 0; made < 45; made += 1)
    all.push((await givenComment(author, { articleId: article.id }, minutesAfterNoon(made % 7))).id)
  const seen: number[] = []
  let after = null
  do {
    const page = await listQueue(ana, filter, { after, now: noon })
    seen.push(...page.items.map(({ id }) => id))
    after = page.next && readQueueCursor(writeQueueCursor(page.next))
  } while (after)
  expect(seen).toHaveLength(45)
  expect(new Set(seen)).toEqual(new Set(all))
  expect((await countQueues(ana)).held).toBeGreaterThanOrEqual(45)
})

async function given() {
  const article = await givenArticle()
  const [author, ana, ben] = [await givenReader(), await givenModerator(), await givenModerator()]
  return { article, author, ana, ben, filter: { ...wholeQueue, article: article.id } }
}

/** Capitals enough to be held, each time about something else. */
function loudly(about: number): string {
  const said = [
    'NOBODY IN THIS WHOLE TOWN EVER ASKED FOR A BRIDGE OF THAT SIZE',
    'WHY DOES THE COUNCIL PAY FOR LAMPS THAT BURN ALL THROUGH THE DAY',
    'SCHOOLS WERE CLOSED FOR A WEEK WITHOUT ONE WORD TO ANY PARENT',
    'FERRIES RAN BETTER WHEN MY GRANDMOTHER SOLD TICKETS AT THE PIER',
    'EVERY SUMMER THE SAME PROMISES AND EVERY WINTER THE SAME POTHOLES',
  ]
  return said[about - 1] ?? ''
}

async function ids(moderator: Moderator, filter: QueueFilter, now = noon): Promise<number[]> {
  return (await listQueue(moderator, filter, { after: null, now })).items.map(({ id }) => id)
}

async function hand(moderator: Moderator, filter: QueueFilter, now = noon): Promise<number[]> {
  return (await takeHand(moderator, filter, now)).filter(({ claim }) => claim?.isOwn).map(({ id }) => id)
}
