import { forPrograms } from '@/app/programs-answer'
import { writeOpenSearch } from '@/lib/feeds/opensearch'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

export const dynamic = 'force-dynamic'

export function GET() {
  const { name, language, url } = site()
  const text = writeOpenSearch({ name, language, url, description: say('site.tagline') })
  return forPrograms('application/opensearchdescription+xml', text)
}
