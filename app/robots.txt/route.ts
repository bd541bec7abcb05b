import { forPrograms } from '@/app/programs-answer'
import { site } from '@/lib/site'

export const dynamic = 'force-dynamic'

// Pages of one's own, forms, and pages that are made for each question.
const closed = [
  '/admin',
  '/account',
  '/api/',
  '/comments/new',
  '/search',
  '/sign-in',
  '/sign-out',
  '/sign-up',
]

export function GET() {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    'Allow: /api/v1/',
    '',
    ...['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${new URL(path, site().url)}`),
  ]
  return forPrograms('text/plain', `${lines.join('\n')}\n`)
}
