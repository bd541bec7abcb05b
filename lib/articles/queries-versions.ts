import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Direction, VersionKind } from '@/prisma/generated/enums'
import { readBody } from './body'
import { libraryFields, type PublicPicture } from './queries-pictures'
import type { VersionText } from './version-difference'

/** What was published at one time, and why. */
export type Version = {
  number: number
  publishedAt: Date
  kind: VersionKind
  note: string | null
  /** A reader told of what it put right. */
  thanksReader: boolean
  text: VersionText
  file: PublicPicture | null
  written: { language: string | null; direction: Direction | null }
}

/** A version beside the one before it; the first has none. */
export type VersionStep = Version & { before: Version | null }

/**
 * An article's versions, the newest first, those below `before` where that is given. Only of what anyone may read, and
 * numbered and dated as readers had them: what was replaced while nobody could read it is none of them. `more` says whether there are older ones.
 */
export async function listVersions(
  articleId: number,
  options: { take: number; before?: number },
): Promise<{ versions: VersionStep[]; more: boolean }> {
  const { take, before = highestNumber } = options
  const places = await db().$queryRaw<Place[]>`
    select id, "publicNumber", "publishedAt" from "PublicVersion" where "articleId" = ${articleId} and "publicNumber" < ${before}
    order by number desc limit ${take + 1}`
  const versions = await versionsAt(places)
  return {
    versions: versions
      .slice(0, take)
      .map((version, index) => ({ ...version, before: versions[index + 1] ?? null })),
    more: versions.length > take,
  }
}

/** One version of what anyone may read, with the one before it; null where there is none. */
export async function findVersion(articleId: number, number: number): Promise<VersionStep | null> {
  const places = await db().$queryRaw<Place[]>`
    select id, "publicNumber", "publishedAt" from "PublicVersion"
    where "articleId" = ${articleId} and "publicNumber" in (${number}::int, ${number}::int - 1) order by number desc`
  const [version, before] = await versionsAt(places)
  return version?.number === number ? { ...version, before: before ?? null } : null
}

const highestNumber = 2_147_483_647

type Place = { id: number; publicNumber: number; publishedAt: Date }

async function versionsAt(places: Place[]): Promise<Version[]> {
  const rows = await db().articleVersion.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    select: fields,
  })
  const found = new Map(rows.map((row) => [row.id, row]))
  return places.flatMap((place) => {
    const row = found.get(place.id)
    return row ? toVersion(row, place) : []
  })
}

const fields = {
  id: true,
  kind: true,
  note: true,
  _count: { select: { errorsFixed: true } },
  headline: true,
  standfirst: true,
  dateline: true,
  body: true,
  language: true,
  direction: true,
  pictureAlt: true,
  caption: true,
  pictureCredit: true,
  picture: { select: libraryFields },
} satisfies Prisma.ArticleVersionSelect

type Row = Prisma.ArticleVersionGetPayload<{ select: typeof fields }>

function toVersion(row: Row, { publicNumber: number, publishedAt }: Place): Version {
  const { kind, note, headline, standfirst, dateline, picture, pictureAlt, caption } = row
  const lines = { headline, standfirst, dateline, pictureAlt, caption }
  const file = picture && {
    ...picture,
    credit: row.pictureCredit ?? picture.credit,
    alt: pictureAlt ?? '',
    caption,
  }
  const text = { ...lines, body: readBody(row.body), picture: picture?.hash ?? null }
  const written = { language: row.language, direction: row.direction }
  return { number, publishedAt, kind, note, thanksReader: row._count.errorsFixed > 0, text, file, written }
}
