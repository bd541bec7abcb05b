import { db, plannedAnew } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { newSince, type QueueFilter } from './queue-filter'

/** So many unread comments are looked through for one page of those that are asked for. */
export const mostLookedThrough = 5_000

/**
 * Of what was published and nobody has read so many ids, the newest first, and the id after which to go on. Where only some are
 * asked for, a page may have few or none and still go on: the next of them may stand a million comments back.
 */
export async function listUnread(
  filter: QueueFilter,
  after: number | null,
  take: number,
  now: Date,
  mostLooked = mostLookedThrough,
): Promise<{ ids: number[]; next: number | null }> {
  const { section, newAuthors } = filter
  const isNarrow = section !== null || newAuthors
  const most = isNarrow ? mostLooked : take + 1
  const rows = await db().$queryRaw<{ id: number; place: number; isWanted: boolean }[]>`
    with looked as materialized (
      select ${Prisma.raw(plannedAnew)} c.id, c."articleId", c."authorId", row_number() over (order by ${orderOf(filter)})::int as place
      from "Comment" c
      where c.state = 'published' and c."approvedById" is null and not c."byStaff" and ${whereOf(filter, after)}
      order by ${orderOf(filter)} limit ${most}),
    judged as (
      select l.id, l.place, (
        ${section === null ? Prisma.sql`true` : Prisma.sql`exists (select 1 from "Article" a join "Section" s on s.id = a."sectionId" where a.id = l."articleId" and s.slug = ${section})`}
        and ${newAuthors ? Prisma.sql`exists (select 1 from "Reader" w where w.id = l."authorId" and w."createdAt" > ${newSince(now)}::timestamptz)` : Prisma.sql`true`}
      ) as "isWanted" from looked l)
    -- The last one that was looked at comes along: where it does, there may be more behind it.
    select id, place, "isWanted" from judged where "isWanted" or place = ${most} order by place limit ${take + 1}`
  const found = rows.filter(({ isWanted }) => isWanted).map(({ id }) => id)
  const ids = found.slice(0, take)
  const last = rows.at(-1)
  if (found.length > take) return { ids, next: ids.at(-1) ?? null }
  return { ids, next: last?.place === most ? last.id : null }
}

/** In the order of an index: an article's comments have one by their time, all others by their id. */
function orderOf({ article }: QueueFilter): Prisma.Sql {
  return article === null ? Prisma.sql`c.id desc` : Prisma.sql`c."createdAt" desc, c.id desc`
}

function whereOf({ article, author }: QueueFilter, after: number | null): Prisma.Sql {
  const conditions = [
    // What is published has a public revision; the index of an article's comments is of those that have.
    Prisma.sql`c."publicRevisionId" is not null`,
    ...(article === null ? [] : [Prisma.sql`c."articleId" = ${article}`]),
    ...(author === null ? [] : [Prisma.sql`c."authorId" = ${author}`]),
  ]
  if (after !== null)
    conditions.push(
      article === null
        ? Prisma.sql`c.id < ${after}`
        : Prisma.sql`(c."createdAt", c.id) < (select b."createdAt", b.id from "Comment" b where b.id = ${after})`,
    )
  return Prisma.join(conditions, ' and ')
}
