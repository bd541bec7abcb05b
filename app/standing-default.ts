import type { StandingPage } from '@/lib/articles/standing-page'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

/** What a standing page says while nobody of the newsroom has written it, as Markdown. */
export function standingDefault(slug: StandingPage): { title: string; text: string } {
  return { title: say(`standing.${slug}.title`), text: say(`standing.${slug}.text`, { site: site().name }) }
}
