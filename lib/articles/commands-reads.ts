import { db, inTransaction } from '@/lib/db'
import { site } from '@/lib/site'
import { dateIn } from '@/lib/site-time'
import { bumpTopics, topics } from '@/lib/topics'
import { listMostRead } from './queries-reads'
import { mostFromOnePlace, type Sight } from './sight'

/** Sights remembered of one day, about 100 MB. What comes on top of that on one day is not counted. */
const mostRemembered = 1_000_000

/** The salt of a day (YYYY-MM-DD), in all processes the same: whoever asks first brings it. */
export async function saltOfDay(day: string, fresh: string): Promise<string> {
  await db().$executeRaw`
    insert into "ReadDay" (day, salt) values (${day}::date, ${fresh}) on conflict do nothing`
  const [row] = await db().$queryRaw<{ salt: string }[]>`
    select salt from "ReadDay" where day = ${day}::date`
  return row?.salt ?? fresh
}

/**
 * Adds to how often articles were read on a day (YYYY-MM-DD) what was not counted before, by whichever process: a reader
 * once for each article, and of those in one place so many at the most. What is not public, or no article, is left out. Once
 * the day is forgotten nobody can be told apart any more, and nothing is added.
 */
export async function recordReads(day: string, sights: readonly Sight[]): Promise<void> {
  const [ids, places, readers] = [
    sights.map(({ articleId }) => articleId),
    sights.map(({ place }) => place),
    sights.map(({ reader }) => reader),
  ]
  await inTransaction(async (tx) => {
    // One process at a time, so that none counts what another is about to remember.
    const [held] = await tx.$queryRaw<{ remembered: number }[]>`
      select remembered from "ReadDay" where day = ${day}::date for update`
    if (!held) return
    await tx.$executeRaw`
      with told as (
        select "articleId", place, reader, min(nr) as nr
        from unnest(${ids}::int[], ${places}::text[], ${readers}::text[]) with ordinality t("articleId", place, reader, nr)
        group by "articleId", place, reader),
      fresh as (
        select *, row_number() over (partition by place order by nr)
          + (select count(*) from "ReadSight" s where s.day = ${day}::date and s.place = told.place) as "ofPlace"
        from told
        where not exists (
          select from "ReadSight" s where s.day = ${day}::date and s.place = told.place and s.reader = told.reader)),
      kept as (
        insert into "ReadSight" (day, place, reader)
        select ${day}::date, place, reader from fresh where "ofPlace" <= ${mostFromOnePlace}
        order by nr limit ${Math.max(0, mostRemembered - held.remembered)}
        returning place, reader),
      noted as (
        update "ReadDay" set remembered = remembered + (select count(*) from kept) where day = ${day}::date)
      insert into "ArticleReads" ("articleId", day, count)
      select p.id, ${day}::date, count(*)
      from kept join fresh using (place, reader) join "PublicArticle" p on p.id = fresh."articleId"
      group by p.id
      on conflict ("articleId", day) do update set count = "ArticleReads".count + excluded.count`
  })
}

const daysBack = 2
/** The front shows five: one of them may be withdrawn before this is asked again. */
const mostKept = 10

/**
 * Keeps what is read most, today and on the two days before it; pages that say so change with it, and only when it changed.
 * Reads are counted by days of the site's zone, and an editor's "today" is there: by UTC's days the list of Auckland would
 * lose a day every morning.
 */
export async function keepMostRead(now: Date): Promise<{ changed: boolean }> {
  const since = dateIn(new Date(now.getTime() - daysBack * 86_400_000), site().timeZone)
  const ids = (await listMostRead({ take: mostKept, since })).map(({ id }) => id)
  return inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      update "MostRead" set "articleIds" = ${ids}::int[] where "articleIds" is distinct from ${ids}::int[]`
    if (changed > 0) await bumpTopics(tx, [topics.front])
    return { changed: changed > 0 }
  })
}

/** Destroys the salts of the days before `day` (YYYY-MM-DD), and all that readers were known by. */
export async function forgetReaders(day: string): Promise<void> {
  await db().$executeRaw`delete from "ReadDay" where day < ${day}::date`
}
