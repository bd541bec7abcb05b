import { setState } from '@/lib/articles/commands'
import { db } from '@/lib/db'
import { type Listed, listed } from './listed'
import { givenArticle, givenPublished, givenReader, givenVersion } from './newsroom'

/**
 * Every kind of document, the demonstration's where it has one, and the errors that an address alone leads to.
 * addresses-complete.spec.ts sees to it that no page is in none of the lists.
 */
export async function publicAddresses(): Promise<Listed[]> {
  const article = await givenArticle()
  const author = await givenReader()
  const about = { quote: 'The last stone was set this morning.', prefix: '', suffix: '' }
  const { id } = await givenPublished(author, article, { about })
  await givenPublished(await givenReader(), article, { parentId: id })
  const talk = await liveliestArticle()
  const found = [
    '/',
    '/section/world',
    ...['/about', '/rules', '/terms', '/privacy', '/contact', '/corrections'],
    article.path,
    talk.path,
    `/news/${talk.id}/comments`,
    `/news/${talk.id}/comments?sort=oldest`,
    `/news/${talk.id}/comments?q=the`,
    `/comments/${id}/replies`,
    ...(await versionsOfOne()),
    ...(await listAddresses()),
  ]
  const corners = [
    `/u/${await handleOf(author.id)}`,
    `/news/${article.id}/comments?about=1`,
    `/news/${article.id}/comments?q=nothinglikeit`,
  ]
  return [
    ...listed(found),
    ...listed(corners, { atLength: true }),
    ...listed(['/news/2147483647'], { status: 404 }),
    ...(await errorAddresses()),
  ]
}

/** What is not there, not any more, and not allowed. */
export async function errorAddresses(): Promise<Listed[]> {
  const [withdrawn, blocked] = [await givenArticle(), await givenArticle()]
  await setState(withdrawn.id, 'withdrawn')
  await setState(blocked.id, 'blocked')
  return [
    ...listed(['/no/such/page'], { status: 404 }),
    ...listed([withdrawn.path], { status: 410 }),
    ...listed([blocked.path], { status: 451 }),
  ]
}

async function handleOf(id: number): Promise<string> {
  return (await db().reader.findUniqueOrThrow({ where: { id }, select: { handle: true } })).handle
}

/** An article with a version of each kind: their list, and an old one. */
async function versionsOfOne(): Promise<string[]> {
  const article = await givenArticle()
  for (const kind of ['update', 'typo', 'correction'] as const) await givenVersion(article, { kind })
  return [article.path, `/news/${article.id}/versions`, `/news/${article.id}/versions/2`]
}

/** The search, and the lists that an article of the demonstration stands in: its tag, its author, its month and its day. */
export async function listAddresses(): Promise<string[]> {
  const { publishedAt, tags, bylines } = await db().article.findUniqueOrThrow({
    where: { id: (await liveliestArticle()).id },
    select: {
      publishedAt: true,
      tags: { take: 1, select: { tag: { select: { slug: true } } } },
      bylines: { take: 1, select: { author: { select: { slug: true } } } },
    },
  })
  const [year, month, day] = (publishedAt?.toISOString().slice(0, 10) ?? '').split('-')
  return [
    ...['/search', '/search?q=the', '/search?q=feryr', '/search?q=%22no%20story%20has%20this%22', '/archive'],
    ...tags.map(({ tag }) => `/tag/${tag.slug}`),
    ...bylines.map(({ author }) => `/author/${author.slug}`),
    ...[`/archive/${year}`, `/archive/${year}/${month}`, `/archive/${year}/${month}/${day}`],
  ]
}

/** The demonstration's article with the longest conversation. */
export async function liveliestArticle(): Promise<{ id: number; path: string }> {
  const { id, slug } = await db().article.findFirstOrThrow({
    where: { id: { gte: 49401, lte: 49433 } },
    orderBy: { publicCommentCount: 'desc' },
    select: { id: true, slug: true },
  })
  return { id, path: `/news/${id}/${slug}` }
}
