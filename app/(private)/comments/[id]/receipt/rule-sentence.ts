import { holdingReasons } from '@/lib/moderation/checks/holding'
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
  ...holdingReasons,
  'rechecked',
  'deleted-by-author',
] as const

/** What a rule did, told to the author. */
export function ruleSentence(rule: string): string {
  return say(`rule.${told.find((known) => known === rule) ?? 'other'}`)
}
