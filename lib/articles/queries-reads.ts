import { db } from '@/lib/db'
import { findStories, type Story } from './queries-stories'

/** The stories that are read most, since the beginning of a day (YYYY-MM-DD) in the site's zone, with how often. */
export async function listMostRead(options: {
  take: number
  since: string
}): Promise<(Story & { reads: number })[]> {
  const rows = await db().$queryRaw<{ id: number; reads: number }[]>`
    select r."articleId" as id, sum(r.count)::int as reads
    from "ArticleReads" r join "PublicArticle" p on p.id = r."articleId"
    where r.day >= ${options.since}::date
    group by r."articleId" order by reads desc, r."articleId" desc limit ${options.take}`
  const reads = new Map(rows.map((row) => [row.id, row.reads]))
  const stories = await findStories([...reads.keys()])
  return stories.map((story) => ({ ...story, reads: reads.get(story.id) ?? 0 }))
}

/** How often all articles together were read, day by day (YYYY-MM-DD), the newest first. */
export async function listReadDays(options: { take: number }): Promise<{ day: string; reads: number }[]> {
  return db().$queryRaw<{ day: string; reads: number }[]>`
    select to_char(r.day, 'YYYY-MM-DD') as day, sum(r.count)::int as reads
    from "ArticleReads" r group by r.day order by r.day desc limit ${options.take}`
}
