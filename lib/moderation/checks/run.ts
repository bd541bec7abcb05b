import type { Check, Finding, Submission } from './check'
import { newcomer } from './newcomer'

// In this order, for new comments and edits alike.
const checks: Check[] = [newcomer]

/** Runs every check. The first that holds names the rule; all findings are kept. */
export function runChecks(submission: Submission): {
  verdict: 'publish' | 'hold'
  rule: string
  findings: Finding[]
} {
  const findings = checks.map((check) => check(submission))
  const holding = findings.find((finding) => finding.verdict === 'hold')
  if (holding) return { verdict: 'hold', rule: holding.check, findings }
  return { verdict: 'publish', rule: submission.author.isStaff ? 'staff' : 'checks-passed', findings }
}
