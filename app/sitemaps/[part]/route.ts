import { forPrograms, notThere } from '@/app/programs-answer'
import { listSitemapArticles, listSitemapPages } from '@/lib/feeds/queries-sitemap'
import { writeSitemap } from '@/lib/feeds/sitemap'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'

export const dynamic = 'force-dynamic'

/** A part of the sitemap. One without an article is not there. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params
  const number = publicId(part)
  if (part !== 'pages' && number === null) return notThere()
  const { url } = site()
  const entries = number === null ? await listSitemapPages(url) : await listSitemapArticles(url, number)
  return entries.length === 0 ? notThere() : forPrograms('application/xml', writeSitemap(entries))
}
