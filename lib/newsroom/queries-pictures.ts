import type { LibraryPicture } from '@/lib/articles/queries-pictures'
import { libraryFields, withKey } from '@/lib/articles/queries-pictures'
import { db, type Transaction } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { ArticleState } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'

/** A picture as the library lists it, with a key that shows it to staff. */
export type ListedPicture = LibraryPicture & {
  id: number
  alt: string
  fileName: string
  isPublic: boolean
  key: string
}

export const picturesPerPage = 48
const mostWords = 8

/** Pictures of which every word stands in what they show, whose they are or what their file was called; newest first. */
export async function listPictures(
  _moderator: Moderator,
  { words, before }: { words: string; before: number | null },
  now: Date,
): Promise<{ pictures: ListedPicture[]; hasMore: boolean }> {
  const asked = words.trim().split(/\s+/).filter(Boolean).slice(0, mostWords)
  const rows = await db().picture.findMany({
    where: {
      AND: asked.map((word) => ({
        OR: (['alt', 'credit', 'fileName'] as const).map((field) => ({
          [field]: { contains: escaped(word), mode: 'insensitive' as const },
        })),
      })),
      ...(before === null ? {} : { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: picturesPerPage + 1,
    select: listedFields,
  })
  return {
    pictures: rows.slice(0, picturesPerPage).map((row) => withKey(row, now)),
    hasMore: rows.length > picturesPerPage,
  }
}

export type PictureUse = { articleId: number; headline: string; state: ArticleState; slug: string }
export type DescribedPicture = ListedPicture & {
  focalX: number
  focalY: number
  createdAt: Date
  by: string | null
  uses: PictureUse[]
}

/** A picture with everything the library knows of it, and the newest articles that show it or did, fifty at most. */
export async function findPicture(
  _moderator: Moderator,
  id: number,
  now: Date,
): Promise<DescribedPicture | null> {
  const row = await db().picture.findUnique({
    where: { id },
    select: {
      ...listedFields,
      focalX: true,
      focalY: true,
      createdAt: true,
      addedBy: { select: { name: true } },
    },
  })
  if (!row) return null
  const uses = await db().$queryRaw<PictureUse[]>`
    select a.id as "articleId", v.headline, a.state::text as state, a.slug
    from (select distinct "articleId" from "PictureUse" where "pictureId" = ${id} order by "articleId" desc limit 50) used
    join "Article" a on a.id = used."articleId"
    join "ArticleVersion" v on v.id = a."currentVersionId"
    order by a.id desc`
  const { addedBy, ...picture } = row
  return { ...withKey(picture, now), by: addedBy?.name ?? null, uses }
}

/** What the library says that a picture shows; empty where it says nothing, or there is no such picture. */
export async function findAlt(_moderator: Moderator, id: number): Promise<string> {
  const row = await db().picture.findUnique({ where: { id }, select: { alt: true } })
  return row?.alt ?? ''
}

/** By its hash, for the editor. */
export async function findPictureByHash(
  _moderator: Moderator,
  hash: string,
  now: Date,
): Promise<ListedPicture | null> {
  const row = await db().picture.findUnique({ where: { hash }, select: listedFields })
  return row && withKey(row, now)
}

/** The topics of the pages that show a picture now: articles, the lists they stand in, and their authors' pages. */
export async function listTopicsShowing(tx: Transaction, pictureId: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>(Prisma.sql`
    with shown as (
      select distinct a.id, a."sectionId", a."publishedAt" from "PictureUse" u
      join "PublicArticle" a on a."currentVersionId" = u."versionId"
      where u."pictureId" = ${pictureId})
    select 'article:' || id as name from shown
    union select 'section:' || s.slug from shown join "Section" s on s.id = shown."sectionId"
    union select 'front' from shown
    union select unnest(archive_topics("publishedAt")) from shown
    union select 'tag:' || t.slug from shown join "ArticleTag" l on l."articleId" = shown.id join "Tag" t on t.id = l."tagId"
    union select 'author:' || w.slug from shown join "Byline" b on b."articleId" = shown.id join "Author" w on w.id = b."authorId"
    union select 'author:' || slug from "Author" where "pictureId" = ${pictureId}`)
  return rows.map(({ name }) => name)
}

const listedFields = {
  ...libraryFields,
  id: true,
  alt: true,
  fileName: true,
  isPublic: true,
} satisfies Prisma.PictureSelect

/** Prisma leaves LIKE's own marks as they are. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}
