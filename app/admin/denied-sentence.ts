import { type Denial, denials } from '@/lib/moderation/permissions'
import { say } from '@/messages/say'

/** Why somebody may not decide about a comment, by the name of the refusal. */
export function deniedSentences(): Record<Denial, string> {
  return {
    own: say('desk.denied.own'),
    'not-your-junior': say('desk.denied.not-your-junior'),
    'not-your-section': say('desk.denied.not-your-section'),
    'not-your-role': say('desk.denied.not-your-role'),
  }
}

/** The same for a name that came in an address; null where it is another. */
export function deniedSentence(error: string | string[]): string | null {
  const denial = denials.find((each) => each === error)
  return denial ? deniedSentences()[denial] : null
}
