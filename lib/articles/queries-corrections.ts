import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Correction } from './correction'
import { isBackwards, type PageStart, type PagesBeside, pageOf } from './list-place'
import { limit } from './queries-stories'
import type { Written } from './written'

/** What readers were told was put right: of an article by its News ID, at its address now. */
export type ListedCorrection = Correction & {
  id: number // of the version
  article: { id: number; slug: string; headline: string; section: { slug: string; name: string } } & Written
}

/** One page of every clarification, correction and retraction of what anyone may read, the newest first. */
export async function listCorrections(
  start: PageStart,
  take: number,
): Promise<{ corrections: ListedCorrection[] } & PagesBeside> {
  const page = pageOf(await correctionsFrom(start, take + 1), start, take, ({ at, id }) => ({ at, id }))
  if (!page) return listCorrections(null, take)
  const { rows: corrections, newer, older } = page
  return { corrections, newer, older }
}

type Row = Omit<ListedCorrection, 'article'> &
  Written & {
    articleId: number
    slug: string
    headline: string
    sectionSlug: string
    sectionName: string
  }

async function correctionsFrom(start: PageStart, take: number): Promise<ListedCorrection[]> {
  const backwards = isBackwards(start)
  const place = start === null ? null : backwards ? start.before : start.after
  const beyond = place
    ? Prisma.sql`(v."createdAt", v.id) ${Prisma.raw(backwards ? '>' : '<')} (${place.at}::timestamptz, ${place.id}::int)`
    : Prisma.sql`true`
  const order = Prisma.raw(backwards ? 'asc' : 'desc')
  const rows = await db().$queryRaw<Row[]>`
    select v.id, v."publicNumber" as number, v.kind::text as kind, v.note, v."createdAt" as at,
           a.id as "articleId", a.slug, c.headline, c.language, c.direction::text, s.slug as "sectionSlug", s.name as "sectionName"
    from "PublicVersion" v
    join "Article" a on a.id = v."articleId"
    join "ArticleVersion" c on c.id = a."currentVersionId"
    join "Section" s on s.id = a."sectionId"
    where v.kind in ('clarification', 'correction', 'retraction') and ${beyond}
    order by v."createdAt" ${order}, v.id ${order} ${limit(take)}`
  return rows.map(
    ({ articleId, slug, headline, language, direction, sectionSlug, sectionName, ...correction }) => ({
      ...correction,
      article: {
        ...{ id: articleId, slug, headline, language, direction },
        section: { slug: sectionSlug, name: sectionName },
      },
    }),
  )
}
