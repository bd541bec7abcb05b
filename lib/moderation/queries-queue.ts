import { db, plannedAnew } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { type Claim, type Placed, type QueueItem, selectItems } from './queries'
import { listUnread } from './queries-unread'
import { narrows, newSince, type Queue, type QueueFilter, riskyFrom } from './queue-filter'
import type { QueueCursor } from './queue-place'

export const itemsPerPage = 20

/**
 * A page of a queue as it stands, whoever reads what of it. Held and reported comments come by risk, reach and waiting;
 * unread ones the newest first.
 */
export async function listQueue(
  moderator: Moderator,
  filter: QueueFilter,
  options: { after: QueueCursor | null; now: Date },
): Promise<{ items: QueueItem[]; next: QueueCursor | null }> {
  const { after, now } = options
  if (filter.queue === 'new') return unread(filter, after, now)
  const rows = await listWaiting(filter, after, now)
  const shown = rows.slice(0, itemsPerPage)
  const items = await selectItems(
    shown.map((row): Placed => ({ id: row.id, claim: claimOf(row, moderator, now) })),
    now,
  )
  const last = shown.at(-1)
  return { items, next: rows.length > itemsPerPage && last ? { rank: last.rank, id: last.id } : null }
}

async function unread(filter: QueueFilter, after: QueueCursor | null, now: Date) {
  const { ids, next } = await listUnread(filter, after?.id ?? null, itemsPerPage, now)
  const items = await selectItems(
    ids.map((id): Placed => ({ id, claim: null })),
    now,
  )
  return { items, next: next === null ? null : { rank: 0, id: next } }
}

type Row = {
  id: number
  rank: number
  claimedById: number | null
  claimedUntil: Date | null
  claimedBy: string | null
}

function listWaiting(filter: QueueFilter, after: QueueCursor | null, now: Date): Promise<Row[]> {
  const beyond = after
    ? Prisma.sql`and (d.rank < ${after.rank} or (d.rank = ${after.rank} and d."commentId" > ${after.id}))`
    : Prisma.empty
  return db().$queryRaw<Row[]>`
    select d."commentId" as id, d.rank, d."claimedById", d."claimedUntil", r.name as "claimedBy"
    from "DeskItem" d left join "Reader" r on r.id = d."claimedById"
    where ${itemsOf(filter, now)} ${beyond} order by ${rankOf(filter)} desc, d."commentId" limit ${itemsPerPage + 1}`
}

// The number stands in the statement itself, too: "DeskItem_risky" is an index of these.
const isRisky = Prisma.raw(`d.risk >= ${riskyFrom}`)

/**
 * By what the items of a queue are ordered. Indexes know the order of a whole queue and of a section's; anything else is
 * found first and put in order then, which the sum makes sure of: what new authors wrote stands last, and who went by the
 * order to find twenty of them would read everything else before.
 */
export function rankOf(filter: QueueFilter): Prisma.Sql {
  return narrows({ ...filter, section: null }) ? Prisma.sql`d.rank + 0` : Prisma.sql`d.rank`
}

/** The condition on "DeskItem" d under which an item is in a queue. */
export function itemsOf(filter: QueueFilter, now: Date): Prisma.Sql {
  const { queue, section, article, author, rule, newAuthors, waiting, reach } = filter
  const conditions = [
    // The queue stands in the statement itself, so that its index is taken.
    queue === 'risky'
      ? isRisky
      : queue === 'reported'
        ? Prisma.sql`d.queue = 'reported'`
        : Prisma.sql`d.queue = 'held'`,
  ]
  if (section !== null) conditions.push(Prisma.sql`d."sectionId" = section_by_slug(${section})`)
  if (article !== null) conditions.push(Prisma.sql`d."articleId" = ${article}`)
  if (author !== null) conditions.push(Prisma.sql`d."authorId" = ${author}`)
  if (rule !== null) conditions.push(Prisma.sql`d.rule = ${rule}`)
  if (reach !== null) conditions.push(Prisma.sql`d.reach >= ${reach}`)
  if (waiting !== null) {
    const since = new Date(now.getTime() - waiting * 60_000)
    conditions.push(Prisma.sql`d.since <= ${since}::timestamptz`)
  }
  if (newAuthors) {
    conditions.push(Prisma.sql`d."authorJoinedAt" > ${newSince(now)}::timestamptz`)
  }
  const joined = Prisma.join(conditions, ' and ')
  return narrows(filter) ? Prisma.sql`${Prisma.raw(plannedAnew)} ${joined}` : joined
}

export type Counts = Record<Exclude<Queue, 'new'>, number>

/** How many wait in each queue; what nobody has read is not counted, it is never done. */
export async function countQueues(_moderator: Moderator): Promise<Counts> {
  // Counting everything is the quickest where most of it is held; the others have indexes of their own.
  const [row] = await db().$queryRaw<{ all: number; reported: number; risky: number }[]>`
    select (select count(*) from "DeskItem")::int as "all",
           (select count(*) from "DeskItem" where queue = 'reported')::int as reported,
           (select count(*) from "DeskItem" d where ${isRisky})::int as risky`
  const { all, reported, risky } = row ?? { all: 0, reported: 0, risky: 0 }
  return { held: all - reported, reported, risky }
}

export type Measures = { count: number; since: Date | null; byOthers: number }

/**
 * How much of a queue waits, since when the first of it, and how much of it others are reading. `counted` are the
 * counts of whole queues, where they are being asked for anyway.
 */
export async function measureQueue(
  moderator: Moderator,
  filter: QueueFilter,
  now: Date,
  counted?: Promise<Counts>,
): Promise<Measures> {
  if (filter.queue === 'new') return { count: 0, since: null, byOthers: 0 }
  const waiting = Prisma.sql`from "DeskItem" d where ${itemsOf(filter, now)}`
  const byOthers = Prisma.sql`d."claimedById" is not null and d."claimedById" <> ${moderator.id} and d."claimedUntil" > ${now}::timestamptz`
  if (narrows(filter)) {
    const [row] = await db().$queryRaw<Measures[]>`
      select count(*)::int as count, min(d.since) as since, count(*) filter (where ${byOthers})::int as "byOthers" ${waiting}`
    return row ?? { count: 0, since: null, byOthers: 0 }
  }
  // Of a whole queue indexes know the rest.
  const [counts, [row]] = await Promise.all([
    counted ?? countQueues(moderator),
    db().$queryRaw<Omit<Measures, 'count'>[]>`
      select (select min(d.since) ${waiting}) as since, (select count(*) ${waiting} and ${byOthers})::int as "byOthers"`,
  ])
  return { count: counts[filter.queue], since: row?.since ?? null, byOthers: row?.byOthers ?? 0 }
}

/** The rules that hold something now: what a filter can be set to. */
export async function listRulesThatHold(_moderator: Moderator): Promise<string[]> {
  const rows = await db().$queryRaw<{ rule: string }[]>`
    with recursive found as (
      (select rule from "DeskItem" order by rule limit 1)
      union all
      select (select d.rule from "DeskItem" d where d.rule > f.rule order by d.rule limit 1) from found f where f.rule is not null)
    select rule from found where rule is not null`
  return rows.map(({ rule }) => rule)
}

function claimOf(row: Row, moderator: Moderator, now: Date): Claim | null {
  const { claimedById, claimedUntil, claimedBy } = row
  if (claimedUntil === null || claimedUntil <= now || claimedBy === null) return null
  return { by: claimedBy, isOwn: claimedById === moderator.id, until: claimedUntil }
}
