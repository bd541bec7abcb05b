import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { type ArchiveDate, dateIn, partsOf, spanOf } from './archive-date'
import { isBackwards, type ListPlace, type PageStart, type PagesBeside, pageOf } from './list-place'
import type { PublicPicture } from './queries-pictures'
import { libraryFields } from './queries-pictures'
import { limit, type Story, storiesOf } from './queries-stories'

/** What a list of stories goes by. */
export type ListedBy =
  | { section: string }
  | { tag: string }
  | { author: string }
  | { from: Date; until: Date }
  | 'everything'

/** As far back as months are told at once: each is a look into the index. */
const mostYearsByMonth = 30

export type StoryPage = { stories: Story[] } & PagesBeside

/** One page of a list. `newer` and `older` are what the pages beside it begin `before` and `after`. */
export async function listStoryPage(by: ListedBy, start: PageStart, take: number): Promise<StoryPage> {
  const page = pageOf(await storiesOf(placed(by, start, take + 1)), start, take, placeOf)
  if (!page) return listStoryPage(by, null, take)
  const { rows: stories, newer, older } = page
  return { stories, newer, older }
}

function placeOf({ publishedAt, id }: Story): ListPlace {
  return { at: publishedAt, id }
}

/** The page's stories and one more, in the order in which they are read. */
function placed(by: ListedBy, start: PageStart, take: number): Prisma.Sql {
  const hasRowsOfItsOwn = by !== 'everything' && ('tag' in by || 'author' in by)
  const [at, id] = hasRowsOfItsOwn
    ? [Prisma.raw('l'), Prisma.raw('l."articleId"')]
    : [Prisma.raw('p'), Prisma.raw('p.id')]
  const backwards = isBackwards(start)
  const place = start === null ? null : backwards ? start.before : start.after
  const beyond = place
    ? Prisma.sql`(${at}."publishedAt", ${id}) ${Prisma.raw(backwards ? '>' : '<')} (${place.at}::timestamptz, ${place.id}::int)`
    : Prisma.sql`true`
  const order = Prisma.raw(backwards ? 'asc' : 'desc')
  return Prisma.sql`
    select p.id, row_number() over (order by ${at}."publishedAt" ${order}, ${id} ${order}) as place
    from ${rowsOf(by)} and ${beyond}
    order by ${at}."publishedAt" ${order}, ${id} ${order} ${limit(take)}`
}

// The list's own rows carry its order; what may be read is asked of the view all the same.
function rowsOf(by: ListedBy): Prisma.Sql {
  if (by === 'everything') return Prisma.sql`"PublicArticle" p where true`
  if ('section' in by)
    return Prisma.sql`"PublicArticle" p where p."sectionId" = (select id from "Section" where slug = ${by.section})`
  if ('tag' in by)
    return Prisma.sql`"ArticleTag" l join "PublicArticle" p on p.id = l."articleId"
      where l."tagId" = (select id from "Tag" where slug = ${by.tag})`
  if ('author' in by)
    return Prisma.sql`"Byline" l join "PublicArticle" p on p.id = l."articleId"
      where l."authorId" = (select id from "Author" where slug = ${by.author}) and l."publishedAt" is not null`
  return Prisma.sql`"PublicArticle" p where p."publishedAt" >= ${by.from}::timestamptz and p."publishedAt" < ${by.until}::timestamptz`
}

/** A tag that some story has that anyone may read. */
export async function findTag(slug: string): Promise<{ slug: string; name: string } | null> {
  const tag = await db().tag.findUnique({
    where: { slug, articles: { some: {} } },
    select: { slug: true, name: true },
  })
  return tag
}

export type PublicAuthor = { slug: string; name: string; bio: string; picture: PublicPicture | null }

export async function findAuthor(slug: string): Promise<PublicAuthor | null> {
  const found = await db().author.findUnique({
    where: { slug },
    select: { slug: true, name: true, bio: true, picture: { select: { ...libraryFields, alt: true } } },
  })
  return found && { ...found, picture: found.picture && { ...found.picture, caption: null } }
}

/** Which months of a year, or days of a month, have stories: one look into the index for each. */
export async function listFilled(date: ArchiveDate, timeZone: string): Promise<ArchiveDate[]> {
  return filledOf(partsOf(date), timeZone)
}

/** The months that have stories, year by year, of so many of the last years and of no more. */
export async function listFilledMonths(years: readonly number[], timeZone: string): Promise<ArchiveDate[]> {
  return filledOf(
    years.slice(0, mostYearsByMonth).flatMap((year) => partsOf({ year })),
    timeZone,
  )
}

async function filledOf(parts: ArchiveDate[], timeZone: string): Promise<ArchiveDate[]> {
  const spans = parts.map((part) => spanOf(part, timeZone))
  const rows = await db().$queryRaw<{ place: number }[]>`
    select s.place::int from unnest(${spans.map(({ from }) => from)}::timestamptz[], ${spans.map(({ until }) => until)}::timestamptz[])
      with ordinality as s("from", until, place)
    where exists (select 1 from "PublicArticle" p where p."publishedAt" >= s."from" and p."publishedAt" < s.until)
    order by s.place`
  return rows.flatMap(({ place }) => parts[place - 1] ?? [])
}

/** The years that have stories, the last first. */
export async function listYears(timeZone: string): Promise<number[]> {
  const [bounds] = await db().$queryRaw<{ first: Date | null; last: Date | null }[]>`
    select min("publishedAt") as first, max("publishedAt") as last from "PublicArticle"`
  if (!bounds?.first || !bounds.last) return []
  const [from, to] = [dateIn(bounds.first, timeZone).year, dateIn(bounds.last, timeZone).year]
  return Array.from({ length: to - from + 1 }, (_, index) => to - index)
}
