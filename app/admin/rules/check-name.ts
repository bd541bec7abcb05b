import type { CheckName } from '@/lib/moderation/checks/run'
import { say } from '@/messages/say'

/** What a check is called at the desk; `house` is the newsroom's own. */
export function checkName(check: CheckName | 'house'): string {
  return say(`rules.${check}`)
}
