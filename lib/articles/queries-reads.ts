import { db } from '@/lib/db'
import { findStories, limit, type Story } from './queries-stories'

/** Of each day so many of the most read are added up for every story that is asked for. */
const lookedAt = 10

/**
 * The stories that are read most, since the beginning of a day (YYYY-MM-DD) in the site's zone, with how often. They are
 * found among those that were read most on any one of the days: a day has thousands that were read a few times, and one of
 * them would have to be ahead of all without ever being near the head.
 */
export async function listMostRead(options: {
  take: number
  since: string
}): Promise<(Story & { reads: number })[]> {
  const rows = await db().$queryRaw<{ id: number; reads: number }[]>`
    with days as (select generate_series(${options.since}::date, (select max(day) from "ArticleReads"), '1 day')::date as day),
    candidate as materialized (
      select distinct top."articleId" from days d cross join lateral (
        select r."articleId" from "ArticleReads" r where r.day = d.day
        order by r.count desc, r."articleId" ${limit(lookedAt * options.take)}) top)
    select r."articleId" as id, sum(r.count)::int as reads
    from candidate c join "PublicArticle" p on p.id = c."articleId" join "ArticleReads" r on r."articleId" = c."articleId"
    where r.day >= ${options.since}::date
    group by r."articleId" order by reads desc, r."articleId" desc limit ${options.take}`
  const reads = new Map(rows.map((row) => [row.id, row.reads]))
  const stories = await findStories([...reads.keys()])
  return stories.map((story) => ({ ...story, reads: reads.get(story.id) ?? 0 }))
}

/** What the front shows as read most: of what a job found last, those that anyone may read. */
export async function listKeptMostRead(options: { take: number }): Promise<Story[]> {
  const kept = await db().mostRead.findFirst({ select: { articleIds: true } })
  return (await findStories(kept?.articleIds ?? [])).slice(0, options.take)
}

/** How often all articles together were read, day by day (YYYY-MM-DD), the newest first. */
export async function listReadDays(options: { take: number }): Promise<{ day: string; reads: number }[]> {
  return db().$queryRaw<{ day: string; reads: number }[]>`
    select to_char(r.day, 'YYYY-MM-DD') as day, sum(r.count)::int as reads
    from "ArticleReads" r group by r.day order by r.day desc limit ${options.take}`
}
