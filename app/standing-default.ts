import type { StandingPage } from '@/lib/articles/standing-page'
import { hasOwnCheck, site } from '@/lib/site'
import { say } from '@/messages/say'

/** What a standing page says while nobody of the newsroom has written it, as Markdown. */
export function standingDefault(slug: StandingPage): { title: string; text: string } {
  const text = say(`standing.${slug}.text`, { site: site().name })
  const more = slug === 'privacy' && hasOwnCheck() ? `\n\n${say('standing.privacy.check')}` : ''
  return { title: say(`standing.${slug}.title`), text: `${text}${more}` }
}
