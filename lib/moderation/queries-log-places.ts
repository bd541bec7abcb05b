import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { LogFilter, LogPlace } from './log-filter'
import { isStaffAction } from './log-kinds'
import { isUnderAppeal } from './queries-under-appeal'

type Asked = { after: LogPlace | null; take: number; timeZone: string; viewerId: number; now: Date }

/** The places of as many entries as are asked for, the newest first. Every way to ask is served by an index (bench/plans-log.db.test.ts). */
export async function placesInLog(filter: LogFilter, asked: Asked): Promise<LogPlace[]> {
  const { kind, action } = filter
  const decisions =
    kind !== null && isStaffAction(kind) ? null : from('decision', filter, decisionConditions(filter), asked)
  const actions =
    action !== null || (kind !== null && !isStaffAction(kind))
      ? null
      : from('action', filter, actionConditions(filter), asked)
  const parts = [decisions, actions].flatMap((part) => (part ? [Prisma.sql`(${part})`] : []))
  if (parts.length === 0) return []
  return db().$queryRaw<LogPlace[]>`
    with about as materialized (${commentsAbout(filter)})
    select "createdAt" as at, source, id from (${Prisma.join(parts, ' union all ')}) as entry
    order by "createdAt" desc, source desc, id desc limit ${asked.take}`
}

/** One table's share: as many as may be shown, so that the two are put in order without the rest of either. */
function from(
  source: LogPlace['source'],
  filter: LogFilter,
  conditions: Prisma.Sql[],
  { after, take, timeZone, viewerId, now }: Asked,
): Prisma.Sql {
  // At the same instant decisions come first.
  const id = after?.source === source ? after.id : source === 'decision' ? 0 : 2_147_483_647
  const all = [
    ...conditions,
    // Whose it is would be told by its being found.
    ...(typeof filter.by === 'number' && filter.by !== viewerId
      ? [Prisma.sql`not ${isUnderAppeal(source, now)}`]
      : []),
    ...(after ? [Prisma.sql`(e."createdAt", e.id) < (${after.at}::timestamptz, ${id}::int)`] : []),
    ...(filter.from
      ? [Prisma.sql`e."createdAt" >= (${filter.from}::date::timestamp at time zone ${timeZone})`]
      : []),
    ...(filter.to
      ? [Prisma.sql`e."createdAt" < ((${filter.to}::date + 1)::timestamp at time zone ${timeZone})`]
      : []),
  ]
  const where = all.length > 0 ? Prisma.sql`where ${Prisma.join(all, ' and ')}` : Prisma.empty
  const table = source === 'decision' ? Prisma.sql`"Decision"` : Prisma.sql`"StaffAction"`
  const select = Prisma.sql`select ${source}::text as source, e.id, e."createdAt"`
  const order = Prisma.sql`order by "createdAt" desc, id desc limit ${take}`
  if (!isAbout(filter)) return Prisma.sql`${select} from ${table} e ${where} ${order}`
  // Comment by comment: however the tables are counted, nothing else is read.
  const on = Prisma.sql`e."commentId" = about.id`
  const ofComments = Prisma.sql`
    ${select} from about cross join lateral (
      select e.id, e."createdAt" from ${table} e where ${Prisma.join([on, ...all], ' and ')} offset 0) e`
  if (source === 'decision') return Prisma.sql`${ofComments} ${order}`
  const itself = Prisma.sql`${select} from ${table} e where ${Prisma.join([aboutItself(filter), ...all], ' and ')}`
  return Prisma.sql`select * from (${ofComments} union ${itself}) as either ${order}`
}

function isAbout({ reader, comment, article }: LogFilter): boolean {
  return reader !== null || comment !== null || article !== null
}

/** The comments that are asked for: one, or an article's, or a reader's. */
function commentsAbout({ reader, comment, article }: LogFilter): Prisma.Sql {
  const conditions = [
    ...(comment === null ? [] : [Prisma.sql`c.id = ${comment}`]),
    ...(article === null ? [] : [Prisma.sql`c."articleId" = ${article}`]),
    ...(reader === null
      ? []
      : [Prisma.sql`c."authorId" = (select r.id from "Reader" r where r.handle = ${reader})`]),
  ]
  if (conditions.length === 0) return Prisma.sql`select null::int as id where false`
  return Prisma.sql`select c.id from "Comment" c where ${Prisma.join(conditions, ' and ')}`
}

/** Actions that name what is asked for themselves, without a comment. */
function aboutItself({ reader, comment, article }: LogFilter): Prisma.Sql {
  const conditions = [
    ...(comment === null ? [] : [Prisma.sql`e."commentId" = ${comment}`]),
    ...(article === null ? [] : [Prisma.sql`e."articleId" = ${article}`]),
    ...(reader === null
      ? []
      : [Prisma.sql`e."readerId" = (select r.id from "Reader" r where r.handle = ${reader})`]),
  ]
  return Prisma.join(conditions, ' and ')
}

function decisionConditions(filter: LogFilter): Prisma.Sql[] {
  const { by, kind, action } = filter
  const conditions: Prisma.Sql[] = []
  if (action !== null) conditions.push(Prisma.sql`e."actionId" = ${action}`)
  else if (!isAbout(filter)) conditions.push(Prisma.sql`e."actionId" is null`)
  if (kind !== null) conditions.push(Prisma.sql`e.rule = ${kind}`)
  if (by === 'rules') conditions.push(Prisma.sql`e."actorId" is null`)
  else if (by !== null)
    conditions.push(
      Prisma.sql`e."actorId" = ${by} and e."actorId" is not null and e.rule <> 'deleted-by-author'`,
    )
  else if (kind === null)
    conditions.push(Prisma.sql`e."actorId" is not null and e.rule <> 'deleted-by-author'`)
  return conditions
}

function actionConditions({ by, kind }: LogFilter): Prisma.Sql[] {
  return [
    ...(kind === null ? [] : [Prisma.sql`e.kind = ${kind}`]),
    ...(typeof by === 'number' ? [Prisma.sql`e."actorId" = ${by}`] : []),
    ...(by === 'rules' ? [Prisma.sql`e."actorId" is null`] : []),
    ...(by === null && kind === null ? [Prisma.sql`e."actorId" is not null`] : []),
  ]
}
