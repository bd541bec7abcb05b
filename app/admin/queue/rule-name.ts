import { say } from '@/messages/say'

const named = [
  'words',
  'links',
  'link-denied',
  'link-disguised',
  'said-elsewhere',
  'seen-before',
  'shouting',
  'repetition',
  'check-failed',
  'house',
  'sanctioned',
  'before-publication',
  'newcomer',
  'reported',
  'edit',
] as const

/** What holds a comment, in a word or two. */
export function ruleName(rule: string): string {
  const known = named.find((each) => each === rule)
  return known ? say(`filter.rule.${known}`) : rule
}
