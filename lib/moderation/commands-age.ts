import { inTransaction, type Transaction } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { recordByRule } from './staff-action'

/**
 * Closes the conversations whose days are over, at most so many at once, and opens those again that were closed so and
 * are not due any more, since somebody said another number. How many changed; safe to run twice and at the same time.
 */
export function settleAges(most: number, now: Date): Promise<number> {
  return inTransaction((tx) => settleAge(tx, Prisma.sql`true`, most, now))
}

/** The same for one article, inside the change of its days. */
export function settleAgeOf(tx: Transaction, articleId: number, now: Date): Promise<number> {
  return settleAge(tx, Prisma.sql`a.id = ${articleId}`, 1, now)
}

async function settleAge(tx: Transaction, which: Prisma.Sql, most: number, now: Date): Promise<number> {
  const opened = await tx.$queryRaw<{ id: number }[]>`
    with over as (
      select a.id from ${everything} where ${which} and a."closedByAgeAt" is not null
      and (${days} = 0 or ${dueAt} <> a."closedByAgeAt" or ${dueAt} > ${now}::timestamptz)
      order by a.id limit ${most} for no key update of a skip locked)
    update "Article" a set conversation = 'open', "closedByAgeAt" = null from over where a.id = over.id returning a.id`
  const closed = await tx.$queryRaw<{ id: number }[]>`
    with due as (
      select a.id, ${dueAt} as at from ${everything}
      where ${which} and a.state = 'published' and a.conversation = 'open' and a."keptOpenAt" is null
      and a."publishedAt" <= ${now}::timestamptz - ${fewestDays} * interval '24 hours'
      and ${days} > 0 and ${dueAt} <= ${now}::timestamptz
      order by a.id limit ${most} for no key update of a skip locked)
    update "Article" a set conversation = 'closed', "closedByAgeAt" = due.at from due where a.id = due.id returning a.id`
  for (const { id } of opened) await recordByRule(tx, { kind: 'opened-by-age', articleId: id }, now)
  for (const { id } of closed) await recordByRule(tx, { kind: 'closed-by-age', articleId: id }, now)
  const ids = [...new Set([...opened, ...closed].map(({ id }) => id))]
  if (ids.length > 0)
    await bumpTopics(
      tx,
      ids.flatMap((id) => [topics.article(id), topics.talk(id)]),
    )
  return ids.length
}

// As `closesAt` in lib/articles/talk-mode.ts says, which judges what is posted before this has run.
const everything = Prisma.sql`"Article" a join "Section" s on s.id = a."sectionId"
  left join "TalkSetting" t on t.id = (select max(id) from "TalkSetting")`
const days = Prisma.sql`coalesce(a."closesAfterDays", s."closesAfterDays", t."closesAfterDays", 0)`
const dueAt = Prisma.sql`a."publishedAt" + ${days} * interval '24 hours'`
/** Null while nobody said any: then nothing is looked through. */
const fewestDays = Prisma.sql`(select least(
  (select "closesAfterDays" from "TalkSetting" order by id desc limit 1),
  (select min("closesAfterDays") from "Section" where "closesAfterDays" > 0),
  (select min("closesAfterDays") from "Article" where "closesAfterDays" > 0)))`
