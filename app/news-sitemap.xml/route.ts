import { forPrograms } from '@/app/programs-answer'
import { listNews } from '@/lib/feeds/queries-sitemap'
import { writeNewsSitemap } from '@/lib/feeds/sitemap'
import { site } from '@/lib/site'

export const dynamic = 'force-dynamic'

export async function GET() {
  const { name, language, url } = site()
  return forPrograms('application/xml', writeNewsSitemap(name, await listNews(url, language, new Date())))
}
