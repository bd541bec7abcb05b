import { say } from '@/messages/say'

const told = [
  'newcomer',
  'staff',
  'checks-passed',
  'edit-of-held',
  'approved',
  'rejected',
  'redacted',
  'edit-rejected',
  'undone',
  'appeal-upheld',
  'appeal-overturned',
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
  'rechecked',
  'sanctioned',
  'before-publication',
  'deleted-by-author',
] as const

/** What a rule did, told to the author. */
export function ruleSentence(rule: string): string {
  return say(`rule.${told.find((known) => known === rule) ?? 'other'}`)
}
