import { holdingReasons } from '@/lib/moderation/checks/holding'
import { say } from '@/messages/say'

const named = [...holdingReasons, 'newcomer', 'reported', 'edit'] as const

/** What holds a comment, in a word or two. */
export function ruleName(rule: string): string {
  const known = named.find((each) => each === rule)
  return known ? say(`filter.rule.${known}`) : rule
}
