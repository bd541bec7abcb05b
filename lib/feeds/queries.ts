import { type Block, readBody } from '@/lib/articles/body'
import { isPublic } from '@/lib/articles/public'
import { tagNames } from '@/lib/articles/queries'
import { type ListedBy, listStoryPage } from '@/lib/articles/queries-lists'
import { findBodyPictures, libraryFields } from '@/lib/articles/queries-pictures'
import { listStories } from '@/lib/articles/queries-stories'
import { articlePath } from '@/lib/articles/slug'
import { summaryOf } from '@/lib/articles/summary'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { articleHtml } from './article-html'
import { type FeedEntry, type FeedPicture, feedPicture, tagId } from './feed'

/** About three days of a busy newsroom. */
const entriesPerFeed = 30

/** The newest published articles, all or those of a list, whole, newest first. */
export async function listFeedArticles(site: URL, by: ListedBy | null): Promise<FeedEntry[]> {
  const stories =
    by === null
      ? await listStories({ take: entriesPerFeed })
      : (await listStoryPage(by, null, entriesPerFeed)).stories
  const order = new Map(stories.map(({ id }, index) => [id, index]))
  const found = await db().article.findMany({
    where: { ...isPublic, id: { in: [...order.keys()] } },
    select: entryFields,
  })
  const rows = found.sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
  const bodies = new Map(rows.map(({ id, currentVersion }) => [id, readBody(currentVersion?.body ?? [])]))
  const library = await findBodyPictures([...bodies.values()].flat())
  const pictures = new Map(
    [...library].map(([hash, picture]) => [hash, feedPicture({ ...picture, alt: '' }, site)]),
  )
  return rows.flatMap((row) => toEntry(row, bodies.get(row.id) ?? [], pictures, site))
}

const entryFields = {
  id: true,
  slug: true,
  publishedAt: true,
  section: { select: { name: true } },
  tags: tagNames,
  bylines: { orderBy: { position: 'asc' }, select: { author: { select: { slug: true, name: true } } } },
  versions: {
    where: { OR: [{ number: 1 }, { significant: true }] },
    orderBy: { number: 'asc' },
    select: { createdAt: true },
  },
  currentVersion: {
    select: {
      ...{ headline: true, standfirst: true, dateline: true, body: true, language: true },
      ...{ caption: true, pictureAlt: true, pictureCredit: true, picture: { select: libraryFields } },
    },
  },
} satisfies Prisma.ArticleSelect

type Row = Prisma.ArticleGetPayload<{ select: typeof entryFields }>

function toEntry(
  row: Row,
  body: Block[],
  pictures: ReadonlyMap<string, FeedPicture>,
  site: URL,
): FeedEntry[] {
  const { currentVersion: version, publishedAt, versions } = row
  if (!version || !publishedAt) return []
  const { headline: title, standfirst, dateline, caption } = version
  const url = new URL(articlePath(row), site).href
  const picture = leadOf(version, site)
  const changedAt = versions.at(-1)?.createdAt ?? publishedAt
  return [
    {
      // The first version never changes, as the date of publication may.
      id: tagId(site, versions[0]?.createdAt ?? publishedAt, `news/${row.id}`),
      url,
      title,
      language: version.language,
      summary: summaryOf({ standfirst, body }),
      html: articleHtml({ dateline, body, lead: picture && { picture, caption }, pictures }, url),
      publishedAt,
      updatedAt: new Date(Math.max(changedAt.getTime(), publishedAt.getTime())),
      authors: row.bylines.map(({ author: { slug, name } }) => ({
        name,
        url: new URL(`/author/${slug}`, site).href,
      })),
      categories: [...new Set([row.section.name, ...row.tags.map(({ tag }) => tag.name)])],
      comments: new URL(`/news/${row.id}/comments`, site).href,
      picture,
    },
  ]
}

function leadOf(
  { picture, pictureAlt, pictureCredit }: NonNullable<Row['currentVersion']>,
  site: URL,
): FeedPicture | null {
  if (!picture) return null
  return feedPicture({ ...picture, alt: pictureAlt ?? '', credit: pictureCredit ?? picture.credit }, site)
}
