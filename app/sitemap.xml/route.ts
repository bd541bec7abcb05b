import { forPrograms } from '@/app/programs-answer'
import { listSitemapParts } from '@/lib/feeds/queries-sitemap'
import { writeSiteIndex } from '@/lib/feeds/sitemap'
import { site } from '@/lib/site'

export const dynamic = 'force-dynamic'

export async function GET() {
  return forPrograms('application/xml', writeSiteIndex(await listSitemapParts(site().url)))
}
