import { forPrograms } from '@/app/programs-answer'
import { securityContact, site } from '@/lib/site'

export const dynamic = 'force-dynamic'

/** It is made anew every day, and RFC 9116 wants it to be good for less than a year. */
const goodDays = 180

/** RFC 9116. */
export function GET() {
  const { url, language } = site()
  const lines = [
    `Contact: ${securityContact()}`,
    `Expires: ${new Date(Date.now() + goodDays * 86_400_000).toISOString()}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${new URL('/.well-known/security.txt', url)}`,
  ]
  return forPrograms('text/plain', `${lines.join('\n')}\n`)
}
