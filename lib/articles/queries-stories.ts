import { db } from '@/lib/db'
import type { Direction } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { PublicPicture } from './queries-pictures'

/** An article in a list. */
export type Story = {
  id: number
  slug: string
  headline: string
  standfirst: string | null
  /** A BCP 47 tag, where it is not the site's; and a direction that is not its letters'. */
  language: string | null
  direction: Direction | null
  section: { slug: string; name: string }
  publishedAt: Date
  picture: PublicPicture | null
  commentCount: number
  /** 0 brief, 1 second, 2 lead: its weight on the front. */
  prominence: number
}

/** The newest published stories, of one section or of all, newest first. `before` is the last one of the page before. */
export async function listStories(options: {
  take: number
  section?: string
  before?: { publishedAt: Date; id: number }
}): Promise<Story[]> {
  const { take, section, before } = options
  return storiesOf(Prisma.sql`
    select p.id, row_number() over (order by p."publishedAt" desc, p.id desc) as place from "PublicArticle" p
    where ${section === undefined ? Prisma.sql`true` : Prisma.sql`p."sectionId" = (select id from "Section" where slug = ${section})`}
      and ${before ? Prisma.sql`(p."publishedAt", p.id) < (${before.publishedAt}::timestamptz, ${before.id}::int)` : Prisma.sql`true`}
    order by p."publishedAt" desc, p.id desc ${limit(take)}`)
}

/** Stories in a list, in the order of their ids here. What nobody may read is left out. */
export async function findStories(ids: readonly number[]): Promise<Story[]> {
  if (ids.length === 0) return []
  return storiesOf(Prisma.sql`select * from unnest(${[...ids]}::int[]) with ordinality as t(id, place)`)
}

/** The stories people answer most, among those published since `since`. */
export async function listMostDiscussed(options: { take: number; since: Date }): Promise<Story[]> {
  return storiesOf(Prisma.sql`
    select p.id, row_number() over (order by p."publicCommentCount" desc, p.id desc) as place from "PublicArticle" p
    where p."publishedAt" >= ${options.since}::timestamptz and p."publicCommentCount" > 0
    order by p."publicCommentCount" desc, p.id desc ${limit(options.take)}`)
}

/** The pictures of the newest published stories, those first that readers are likely to meet first. */
export async function listNewestPictures(options: { stories: number }): Promise<PublicPicture[]> {
  const stories = await listStories({ take: options.stories })
  return stories.sort((a, b) => b.prominence - a.prominence).flatMap(({ picture }) => picture ?? [])
}

type StoryRow = Omit<Story, 'section' | 'picture'> &
  Pick<
    PublicPicture,
    'mediaType' | 'width' | 'height' | 'hasAlpha' | 'focalX' | 'focalY' | 'caption' | 'credit'
  > & {
    sectionSlug: string
    sectionName: string
    hash: string | null
    alt: string | null
  }

/**
 * The stories that `chosen` names (`id`, and a `place` to order them by), in one statement: lists are what most pages are
 * made of. What nobody may read is left out here, whatever was chosen.
 */
export async function storiesOf(chosen: Prisma.Sql): Promise<Story[]> {
  const rows = await db().$queryRaw<StoryRow[]>`
    with chosen as materialized (${chosen})
    select p.id, p.slug, p.prominence, p."publishedAt", p."publicCommentCount" as "commentCount",
           s.slug as "sectionSlug", s.name as "sectionName", v.headline, v.standfirst, v.language, v.direction::text, v."pictureAlt" as alt, v.caption,
           i.hash, i."mediaType", i.width, i.height, i."hasAlpha", i."focalX", i."focalY", coalesce(v."pictureCredit", i.credit) as credit
    from chosen c
    join "PublicArticle" p on p.id = c.id
    join "Section" s on s.id = p."sectionId"
    join "ArticleVersion" v on v.id = p."currentVersionId"
    left join "Picture" i on i.id = v."pictureId"
    order by c.place`
  return rows.map(toStory)
}

/**
 * So many rows, said in the statement itself: to the plan for all values an unknown limit is a tenth of the table, and it
 * would join by reading whole tables.
 */
export function limit(rows: number): Prisma.Sql {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`${rows} rows`)
  return Prisma.raw(`limit ${rows}`)
}

function toStory(row: StoryRow): Story {
  const {
    sectionSlug,
    sectionName,
    hash,
    alt,
    mediaType,
    width,
    height,
    hasAlpha,
    focalX,
    focalY,
    caption,
    credit,
    ...story
  } = row
  const picture =
    hash === null
      ? null
      : { hash, mediaType, width, height, hasAlpha, focalX, focalY, alt: alt ?? '', caption, credit }
  return { ...story, section: { slug: sectionSlug, name: sectionName }, picture }
}
