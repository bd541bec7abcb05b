import { listSections } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { idsPerPart, type NewsEntry, type SitemapEntry } from './sitemap'

/** The parts of the sitemap that have anything in them, in order, after that of the pages that are no articles. */
export async function listSitemapParts(site: URL): Promise<SitemapEntry[]> {
  const parts = await db().sitemapPart.findMany({
    where: { articleCount: { gt: 0 } },
    orderBy: { number: 'asc' },
    select: { number: true, changedAt: true },
  })
  return [
    { url: new URL('/sitemaps/pages.xml', site).href, changedAt: null },
    ...parts.map(({ number, changedAt }) => ({
      url: new URL(`/sitemaps/${number}.xml`, site).href,
      changedAt,
    })),
  ]
}

/** The published articles of a part, by News ID, and since when they say what they say. */
export async function listSitemapArticles(site: URL, part: number): Promise<SitemapEntry[]> {
  const after = (part - 1) * idsPerPart
  const rows = await db().$queryRaw<{ id: number; slug: string; changedAt: Date }[]>`
    select p.id, p.slug, greatest(v."publishedAt", p."publishedAt") as "changedAt"
    from "PublicArticle" p join "PublishedVersion" v on v."versionId" = p."currentVersionId"
    where p.id > ${after} and p.id <= ${after + idsPerPart} order by p.id`
  return rows.map((row) => ({ url: new URL(articlePath(row), site).href, changedAt: row.changedAt }))
}

/** The pages that do not come and go with articles. */
export async function listSitemapPages(site: URL): Promise<SitemapEntry[]> {
  const sections = await listSections()
  const paths = ['/', ...sections.map(({ slug }) => `/section/${slug}`), '/about', '/rules']
  return paths.map((path) => ({ url: new URL(path, site).href, changedAt: null }))
}

const newsDays = 2
/** Google's own limit. */
const mostNews = 1000

/** What was published in the last two days, newest first. */
export async function listNews(site: URL, language: string, now: Date): Promise<NewsEntry[]> {
  const since = new Date(now.getTime() - newsDays * 86_400_000)
  const rows = await db().$queryRaw<
    { id: number; slug: string; headline: string; publishedAt: Date; language: string | null }[]
  >`
    select p.id, p.slug, v.headline, p."publishedAt", v.language
    from "PublicArticle" p join "ArticleVersion" v on v.id = p."currentVersionId"
    where p."publishedAt" >= ${since}::timestamptz and p."publishedAt" <= ${now}::timestamptz
    order by p."publishedAt" desc, p.id desc limit ${mostNews}`
  return rows.map((row) => ({
    url: new URL(articlePath(row), site).href,
    title: row.headline,
    publishedAt: row.publishedAt,
    language: row.language ?? language,
  }))
}
