import { setImmediate as letOthers } from 'node:timers/promises'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { TalkMode } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { aboutTheWriter } from './checks/holding'
import { daysRehearsed, mostLookedAt } from './queries-rehearse'
import { type Modes, type ModesRehearsed, rehearseModes, type Written } from './rehearse-modes'

const perQuestion = 2_000

/**
 * What modes would have done to the comments of the last thirty days in comparison with those in force, of the site or of
 * one section. Of more than twenty thousand comments the newest; `isPart` says so.
 */
export async function rehearseModesOf(
  _moderator: Moderator,
  modes: { inForce: Modes; proposed: Modes },
  now: Date,
): Promise<ModesRehearsed & { isPart: boolean }> {
  const since = new Date(now.getTime() - daysRehearsed * 86_400_000)
  const sectionId = modes.proposed.section?.id ?? null
  const comments: Written[] = []
  for (let before: number | null = null; ; ) {
    const rows: Row[] = await writtenSince(since, sectionId, before)
    for (const row of rows) comments.push(toWritten(row))
    before = rows.at(-1)?.id ?? null
    const isPart = comments.length >= mostLookedAt
    if (isPart || rows.length < perQuestion || before === null)
      return { ...rehearseModes(comments, modes), isPart }
    // Readers are served by the same process.
    await letOthers()
  }
}

type Row = {
  id: number
  articleId: number
  createdAt: Date
  publishedAt: Date | null
  articleMode: TalkMode | null
  articleDays: number | null
  sectionId: number
  sectionMode: TalkMode | null
  sectionDays: number | null
  underReview: boolean
  isTrusted: boolean
  approvedBefore: number
  approved: boolean
  heldAnyway: boolean
  doubted: boolean
}

function writtenSince(since: Date, sectionId: number | null, before: number | null): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    with written as materialized (
      select c.id, c."articleId", c."authorId", c."createdAt", c.state, c."reportWeight", c."currentRevisionId",
             c."approvedById" is not null and c."publicRevisionId" is not null as approved
      from "Comment" c
      where c.id < ${before ?? 2_147_483_647} and c."createdAt" > ${since}::timestamptz and not c."byStaff"
        ${sectionId === null ? Prisma.empty : Prisma.sql`and c."articleId" in (select a.id from "Article" a where a."sectionId" = ${sectionId})`}
      order by c.id desc limit ${perQuestion}),
    -- When each had their first two comments approved: whoever is known stays known, whatever is taken back later.
    known as materialized (
      select w."authorId", array(
        select min(d."createdAt") from "Comment" k join "Decision" d on d."commentId" = k.id
        where k."authorId" = w."authorId" and d.rule = 'approved' group by k.id order by 1 limit 2) as since
      from (select distinct "authorId" from written) w)
    select w.id, w."articleId", w."createdAt", a."publishedAt", a."talkMode"::text as "articleMode", a."closesAfterDays" as "articleDays",
           s.id as "sectionId", s."talkMode"::text as "sectionMode", s."closesAfterDays" as "sectionDays",
           exists (select 1 from "Sanction" x where x."readerId" = w."authorId" and x.kind = 'review' and x."createdAt" <= w."createdAt"
                   and (x."liftedAt" is null or x."liftedAt" > w."createdAt") and (x.until is null or x.until > w."createdAt")) as "underReview",
           coalesce(r."trustedAt" <= w."createdAt", false) as "isTrusted",
           (select count(*) from unnest(k.since) as at where at < w."createdAt")::int as "approvedBefore",
           w.approved, f.held as "heldAnyway", f.held or w.state = 'rejected' or w."reportWeight" > 0 as doubted
    from written w
    join known k on k."authorId" = w."authorId"
    join "Article" a on a.id = w."articleId"
    join "Section" s on s.id = a."sectionId"
    join "Reader" r on r.id = w."authorId"
    join "Revision" v on v.id = w."currentRevisionId"
    cross join lateral (
      select exists (select 1 from jsonb_array_elements(v.checks) as t(finding)
                     where finding->>'verdict' = 'hold' and finding->>'check' <> all(${aboutTheWriter}::text[])) as held) f
    order by w.id desc`
}

function toWritten({ articleMode, articleDays, sectionId, sectionMode, sectionDays, ...row }: Row): Written {
  const { underReview, isTrusted, approvedBefore, id: _id, ...rest } = row
  return {
    ...rest,
    article: { mode: articleMode, closesAfterDays: articleDays },
    section: { id: sectionId, mode: sectionMode, closesAfterDays: sectionDays },
    author: { underReview, isTrusted, approvedBefore },
  }
}
