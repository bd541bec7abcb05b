import { say } from '@/messages/say'

const told = [
  'words',
  'links',
  'link-denied',
  'link-disguised',
  'said-elsewhere',
  'seen-before',
  'shouting',
  'repetition',
] as const

/** Why a text would be held, told to its writer before it is posted. */
export function nudgeSentence(checks: string[]): string {
  const reasons = told.filter((each) => checks.includes(each)).map((each) => say(`nudge.${each}`))
  return [say('nudge.held'), ...reasons, say('nudge.choice')].join(' ')
}
