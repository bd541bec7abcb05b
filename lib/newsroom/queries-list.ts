import { db } from '@/lib/db'
import { publicId } from '@/lib/public-id'
import type { Editor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import type { ArticleState } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { type ListFilter, updateWaits } from './list-filter'

export const articlesPerPage = 50

export type ListPlace = { at: Date; id: number }
export type ListedArticle = {
  id: number
  slug: string
  headline: string
  state: ArticleState
  section: string
  authors: string[]
  changedAt: Date
  goesLiveAt: Date | null
  /** There is something written that is not published. */
  isDraft: boolean
  isHeld: boolean
  legalFlag: boolean
  /** When an update of it goes live, and whether that was to be and did not happen. */
  updateAt: Date | null
  isUpdateStopped: boolean
}

/**
 * The newsroom's articles, those changed last first, a page at a time. Without words, authors and waiting updates an index gives them in their
 * order; with them they are looked for quarter by quarter, back from the newest, until the page is full: however many there
 * are, no more than one quarter's are read beyond it.
 */
export async function listArticles(
  _editor: Editor,
  filter: ListFilter,
  after: ListPlace | null,
): Promise<{ articles: ListedArticle[]; next: ListPlace | null }> {
  const id = publicId(filter.words)
  const found = await placesFor(filter, id, after)
  const shown = found.slice(0, articlesPerPage)
  const rows = await db().$queryRaw<ListedArticle[]>`
    select l."articleId" as id, a.slug, l.headline, l.state::text as state, s.name as section, l."changedAt", a."goesLiveAt", a."legalFlag",
           d."articleId" is not null as "isDraft", a."legalHoldAt" is not null as "isHeld",
           w."goesLiveAt" as "updateAt", w.problem is not null as "isUpdateStopped",
           array(select u.name from unnest(l."authorIds") with ordinality as by(id, place) join "Author" u on u.id = by.id order by by.place) as authors
    from unnest(${shown.map((each) => each.id)}::int[]) with ordinality as given(id, place)
    join "ArticleListing" l on l."articleId" = given.id join "Article" a on a.id = given.id
    join "Section" s on s.id = l."sectionId" left join "ArticleDraft" d on d."articleId" = given.id
    left join "ScheduledUpdate" w on w."articleId" = given.id
    order by given.place`
  const last = shown.at(-1)
  return { articles: rows, next: found.length > articlesPerPage && last ? last : null }
}

type Asked = { keys: string[]; conditions: Prisma.Sql[] }

async function placesFor(
  filter: ListFilter,
  id: number | null,
  after: ListPlace | null,
): Promise<ListPlace[]> {
  const asked = await readAsked(filter, id)
  if (!asked) return []
  const all = [
    ...asked.conditions,
    ...rangeOf(filter, after, Prisma.sql`l."changedAt"`, Prisma.sql`l."articleId"`),
  ]
  const range = rangeOf(filter, after, Prisma.sql`l.at`, Prisma.sql`l.id`)
  const where = all.length > 0 ? Prisma.sql`where ${Prisma.join(all, ' and ')}` : Prisma.empty
  const select = Prisma.sql`select l."changedAt" as at, l."articleId" as id from "ArticleListing" l`
  const order = Prisma.sql`order by l."changedAt" desc, l."articleId" desc limit ${articlesPerPage + 1}`
  if (asked.keys.length === 0) return db().$queryRaw<ListPlace[]>`${select} ${where} ${order}`
  const newest = after?.at ?? new Date('2999-12-31')
  // The quarters come newest first, and the limit ends them: none is looked into that is not needed.
  return db().$queryRaw<ListPlace[]>`
    select at, id from (
      select found.at, found.id
      from (select greatest(listing_era(min("changedAt")), listing_era(${filter.from ?? '1900-01-02'}::date - 1)) as oldest,
                   least(listing_era(max("changedAt")), listing_era(${newest}::timestamptz),
                         listing_era(${filter.to ?? '2999-12-30'}::date + 2)) as newest from "ArticleListing") bounds
      cross join lateral generate_series(bounds.newest, bounds.oldest, -1) as era
      cross join lateral (
        select at, id from (
          -- Found by its keys first and put in order then: in its order a rare one would be looked for among all.
          ${select} where l.keys @> (select array_agg(era || ':' || key) from unnest(${asked.keys}::text[]) as key) offset 0) l
        ${range.length > 0 ? Prisma.sql`where ${Prisma.join(range, ' and ')}` : Prisma.empty}
        order by at desc, id desc limit ${articlesPerPage + 1}) found
      limit ${articlesPerPage + 1}) as page
    order by at desc, id desc`
}

/** What is asked as keys, where words, an author or waiting updates are; else as columns. Null when nothing can be called that. */
async function readAsked(filter: ListFilter, id: number | null): Promise<Asked | null> {
  const { words, state } = filter
  if (id !== null) return { keys: [], conditions: [Prisma.sql`l."articleId" = ${id}`] }
  const [known] = await db().$queryRaw<
    { section: number | null; author: number | null; lexemes: string[] }[]
  >`
    select (select s.id from "Section" s where s.slug = ${filter.section}) as section,
           (select u.id from "Author" u where u.slug = ${filter.author}) as author,
           tsvector_to_array(to_tsvector('simple'::regconfig, ${words})) as lexemes`
  if (!known) return null
  const { section, author, lexemes } = known
  const isNobodys =
    (filter.section !== null && section === null) || (filter.author !== null && author === null)
  if (isNobodys || (words !== '' && lexemes.length === 0)) return null
  const waits = state === updateWaits
  if (lexemes.length === 0 && author === null && !waits)
    return {
      keys: [],
      conditions: [
        ...(state === null ? [] : [Prisma.sql`l.state = ${state}::"ArticleState"`]),
        ...(section === null ? [] : [Prisma.sql`l."sectionId" = ${section}`]),
      ],
    }
  return {
    keys: [
      ...lexemes.map((lexeme) => `w${lexeme}`),
      ...(author === null ? [] : [`a${author}`]),
      ...(state === null ? [] : [waits ? 'u' : `s${state}`]),
      ...(section === null ? [] : [`c${section}`]),
    ],
    conditions: [],
  }
}

function rangeOf(
  { from, to }: ListFilter,
  after: ListPlace | null,
  at: Prisma.Sql,
  id: Prisma.Sql,
): Prisma.Sql[] {
  const { timeZone } = site()
  return [
    ...(after ? [Prisma.sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::int)`] : []),
    ...(from ? [Prisma.sql`${at} >= (${from}::date::timestamp at time zone ${timeZone})`] : []),
    ...(to ? [Prisma.sql`${at} < ((${to}::date + 1)::timestamp at time zone ${timeZone})`] : []),
  ]
}
