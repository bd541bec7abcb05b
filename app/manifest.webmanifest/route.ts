import { forPrograms } from '@/app/programs-answer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

export const dynamic = 'force-dynamic'

/** https://www.w3.org/TR/appmanifest/ */
export function GET() {
  const { name, language } = site()
  const manifest = {
    id: '/',
    name,
    short_name: name,
    description: say('site.tagline'),
    lang: language,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
  }
  return forPrograms('application/manifest+json', JSON.stringify(manifest))
}
