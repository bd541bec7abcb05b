import { say } from '@/messages/say'
import type { DecisionWords } from './decision-form'

export function decisionWords(): DecisionWords {
  return {
    approve: say('desk.approve'),
    reject: say('desk.reject'),
    reason: say('desk.reason'),
    note: say('desk.noteHint'),
  }
}
