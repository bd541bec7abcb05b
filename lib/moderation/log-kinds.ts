import { holdingReasons } from './checks/holding'
import { type StaffActionKind, staffActions } from './staff-action'

/** What people decide about one comment. */
export const decisionKinds = [
  'approved',
  'rejected',
  'edit-rejected',
  'undone',
  'appeal-upheld',
  'appeal-overturned',
  'redacted',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What rules and authors make of a comment. */
export const ruleKinds = [
  'newcomer',
  'staff',
  'checks-passed',
  'edit-of-held',
  ...holdingReasons,
  'rechecked',
  'reported',
  'deleted-by-author',
] as const
export type RuleKind = (typeof ruleKinds)[number]

export function isStaffAction(kind: string): kind is StaffActionKind {
  return staffActions.some((each) => each === kind)
}

export function isDecisionKind(kind: string): kind is DecisionKind {
  return decisionKinds.some((each) => each === kind)
}

export function isRuleKind(kind: string): kind is RuleKind {
  return ruleKinds.some((each) => each === kind)
}
