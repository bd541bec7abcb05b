import { readBody } from '@/lib/articles/body'
import type { StandingText } from '@/lib/articles/queries-standing'
import type { StandingPage } from '@/lib/articles/standing-page'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'

export type SectionFile = {
  id: number
  slug: string
  name: string
  description: string
  formerSlugs: string[]
}

/** Every section in its order, with the addresses it had. */
export async function listSectionFiles(_editor: Moderator): Promise<SectionFile[]> {
  const rows = await db().section.findMany({
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, slug: true, name: true, description: true },
      formerSlugs: { orderBy: { slug: 'asc' }, select: { slug: true } },
    },
  })
  return rows.map((row) => ({ ...row, formerSlugs: row.formerSlugs.map(({ slug }) => slug) }))
}

export type AuthorFile = {
  id: number
  slug: string
  name: string
  bio: string
  handle: string | null
  /** Its number in the library. */
  picture: string | null
}

const authorFields = {
  ...{ id: true, slug: true, name: true, bio: true },
  reader: { select: { handle: true } },
  pictureId: true,
} as const

/** Authors by their addresses, those after `after`. */
export async function listAuthorFiles(
  _editor: Moderator,
  { take, after = '' }: { take: number; after?: string },
): Promise<AuthorFile[]> {
  const rows = await db().author.findMany({
    where: { slug: { gt: after } },
    orderBy: { slug: 'asc' },
    take,
    select: authorFields,
  })
  return rows.map(toAuthor)
}

export async function findAuthorFile(_editor: Moderator, id: number): Promise<AuthorFile | null> {
  const row = await db().author.findUnique({ where: { id }, select: authorFields })
  return row && toAuthor(row)
}

type AuthorRow = Omit<AuthorFile, 'handle' | 'picture'> & {
  reader: { handle: string } | null
  pictureId: number | null
}

function toAuthor({ reader, pictureId, ...author }: AuthorRow): AuthorFile {
  return { ...author, handle: reader?.handle ?? null, picture: pictureId === null ? null : String(pictureId) }
}

export type PageVersion = { number: number; title: string; by: string; createdAt: Date }

/** What a standing page said, the newest first: the last fifty. */
export async function listPageVersions(_editor: Moderator, slug: StandingPage): Promise<PageVersion[]> {
  const rows = await db().standingText.findMany({
    where: { slug },
    orderBy: { number: 'desc' },
    take: 50,
    select: { number: true, title: true, createdAt: true, actor: { select: { name: true } } },
  })
  return rows.map(({ actor, ...row }) => ({ ...row, by: actor.name }))
}

/** What a standing page said in one of its versions. */
export async function findPageVersion(
  _editor: Moderator,
  slug: StandingPage,
  number: number,
): Promise<StandingText | null> {
  const row = await db().standingText.findFirst({
    where: { slug, number },
    select: { number: true, title: true, body: true, createdAt: true },
  })
  return row && { ...row, body: readBody(row.body) }
}
