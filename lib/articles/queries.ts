import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Direction } from '@/prisma/generated/enums'
import { type Block, readBody } from './body'
import { type Correction, correctionKinds, readCorrection } from './correction'
import { findBodyPictures, type LibraryPicture, libraryFields, type PublicPicture } from './queries-pictures'
import { findPublicTalk, type PublicTalk } from './queries-talk-mode'
import { readSources, type Source } from './sources'

/** What anyone may read: everything the article's own page shows. */
export type PublicArticle = {
  id: number
  slug: string
  headline: string
  standfirst: string | null
  dateline: string | null
  body: Block[]
  pictures: ReadonlyMap<string, LibraryPicture> // those of the body, by their hash
  /** What its tags are called now, whatever its words were when it was written. */
  tags: string[]
  /** A BCP 47 tag, where it is not the site's. */
  language: string | null
  direction: Direction | null
  /** What search engines are told, where it is not the headline and the summary. */
  seoTitle: string | null
  seoDescription: string | null
  section: { slug: string; name: string }
  bylines: { slug: string; name: string }[]
  publishedAt: Date
  updatedAt: Date
  versionCount: number
  /** What was put right since it was published, oldest first: the last fifty. */
  corrections: Correction[]
  picture: PublicPicture | null
  /** Where its facts come from, as far as the newsroom says so. */
  sources: Source[]
  commentCount: number
  conversation: 'open' | 'closed'
  mode: 'comments' | 'questions'
  talk: PublicTalk
}

export type ArticleForReaders =
  | { state: 'published'; article: PublicArticle }
  | { state: 'withdrawn' | 'blocked'; headline: null; notice: string | null }
  | null

const mostCorrections = 50

/** An article as anyone may see it; null when it was never published. Of one taken back only that is told. */
export async function findArticle(id: number, now = new Date()): Promise<ArticleForReaders> {
  const talk = await findPublicTalk(id, now)
  const found = await db().article.findUnique({
    where: { id },
    select: {
      slug: true,
      publishedAt: true,
      publicCommentCount: true,
      section: { select: { slug: true, name: true } },
      state: true,
      notice: true,
      mode: true,
      versions: {
        where: { kind: { in: [...correctionKinds] }, published: { isNot: null } },
        orderBy: { number: 'desc' },
        take: mostCorrections,
        select: { kind: true, note: true, published: publishedFields },
      },
      bylines: { orderBy: { position: 'asc' }, select: { author: { select: { slug: true, name: true } } } },
      tags: tagNames,
      currentVersion: {
        select: { ...versionFields, ...pageFields },
      },
    },
  })
  if (!found || !talk) return null
  if (found.state === 'withdrawn' || found.state === 'blocked')
    return { state: found.state, headline: null, notice: found.notice }
  if (found.state !== 'published' || !found.currentVersion || !found.publishedAt) return null
  const version = found.currentVersion
  const { published } = version
  if (!published) return null
  const body = readBody(version.body)
  return {
    state: 'published',
    article: {
      id,
      slug: found.slug,
      headline: version.headline,
      standfirst: version.standfirst,
      dateline: version.dateline,
      body,
      pictures: await findBodyPictures(body),
      tags: found.tags.map(({ tag }) => tag.name),
      language: version.language,
      direction: version.direction,
      seoTitle: version.seoTitle,
      seoDescription: version.seoDescription,
      section: found.section,
      bylines: found.bylines.map((byline) => byline.author),
      publishedAt: found.publishedAt,
      updatedAt: published.publishedAt,
      versionCount: published.number,
      corrections: found.versions.flatMap(readCorrection).reverse(),
      picture: pictureOf(version),
      sources: readSources(version.sources),
      commentCount: found.publicCommentCount,
      conversation: talk.mode === 'closed' ? 'closed' : 'open',
      mode: found.mode,
      talk,
    },
  }
}

export function listSections(): Promise<{ slug: string; name: string }[]> {
  return db().section.findMany({ orderBy: { position: 'asc' }, select: { slug: true, name: true } })
}

export function findSection(
  slug: string,
): Promise<{ slug: string; name: string; description: string } | null> {
  return db().section.findUnique({ where: { slug }, select: { slug: true, name: true, description: true } })
}

const versionFields = {
  headline: true,
  standfirst: true,
  pictureAlt: true,
  pictureCredit: true,
  caption: true,
  picture: { select: libraryFields },
} satisfies Prisma.ArticleVersionSelect

/** Since when a version is public, and its number as readers count. */
const publishedFields = { select: { number: true, publishedAt: true } } as const

/** In one order everywhere: a tag may come from several words of a version, or from none any more. */
export const tagNames = {
  orderBy: { tag: { name: 'asc' } },
  select: { tag: { select: { name: true } } },
} satisfies Prisma.Article$tagsArgs

const pageFields = {
  ...{ dateline: true, body: true, published: publishedFields },
  ...{ language: true, direction: true, seoTitle: true, seoDescription: true, sources: true },
} satisfies Prisma.ArticleVersionSelect

type PictureRow = Pick<
  Prisma.ArticleVersionGetPayload<{ select: typeof versionFields }>,
  'picture' | 'pictureAlt' | 'pictureCredit' | 'caption'
>

function pictureOf({ picture, pictureAlt, pictureCredit, caption }: PictureRow): PublicPicture | null {
  if (!picture) return null
  return { ...picture, credit: pictureCredit ?? picture.credit, alt: pictureAlt ?? '', caption }
}

/** When a public article said something new to its readers since, oldest first: the last twenty times. */
export async function listUpdates(articleId: number): Promise<Date[]> {
  const versions = await db().$queryRaw<{ publishedAt: Date }[]>`
    select "publishedAt" from "PublicVersion"
    where "articleId" = ${articleId} and significant and "publicNumber" > 1 order by number desc limit 20`
  return versions.map(({ publishedAt }) => publishedAt).reverse()
}
