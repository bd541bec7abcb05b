import { beforePublication } from './before-publication'
import { type Check, couldNotLook, type Finding, type HouseLists, type Submission } from './check'
import { links } from './links'
import { newcomer } from './newcomer'
import { repetition } from './repetition'
import { sanctioned } from './sanctioned'
import { seenBefore } from './seen-before'
import { shouting } from './shouting'
import { matchWords } from './word-matcher'
import { words } from './words'

// In this order, for new comments and edits alike. What the writer can change comes first, and so names the rule.
const checks = {
  words,
  links,
  seenBefore,
  shouting,
  repetition,
  sanctioned,
  beforePublication,
  newcomer,
} satisfies Record<string, Check>

export type CheckName = keyof typeof checks
/** The checks in the order in which they are asked. */
export const checkNames = Object.keys(checks) as CheckName[]

const nothingLaidDown: HouseLists = { words: matchWords([]), deniedHosts: [] }

/**
 * Runs every check. The first that holds names the rule; all findings are kept. Checks hold, they never reject, and one
 * that fails holds, too: what was not looked at is not published. What the newsroom itself writes is, but for whom it
 * has put under review.
 */
export function runChecks(
  submission: Submission,
  lists = nothingLaidDown,
): {
  verdict: 'publish' | 'hold'
  rule: string
  findings: Finding[]
} {
  const findings = Object.values(checks)
    .map((check) => orHold(check, submission, lists))
    .filter((finding) => finding !== null)
  if (submission.author.isStaff && !submission.author.underReview)
    return { verdict: 'publish', rule: 'staff', findings }
  const holding = findings.find((finding) => finding.verdict === 'hold')
  if (holding) return { verdict: 'hold', rule: holding.check, findings }
  return { verdict: 'publish', rule: 'checks-passed', findings }
}

// They are about the writer, or about nothing: no other words would pass.
const notOfTheText: string[] = ['sanctioned', 'before-publication', 'newcomer', couldNotLook]

/** What would hold a text for the text's own sake: what its writer can still change. */
export function reasonsInText(findings: Finding[]): Finding[] {
  return findings.filter(({ check, verdict }) => verdict === 'hold' && !notOfTheText.includes(check))
}

function orHold(check: Check, submission: Submission, lists: HouseLists): Finding | null {
  try {
    return check(submission, lists)
  } catch (error) {
    // A bug, or a list that cannot be read: the desk decides until it is mended.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { check: couldNotLook, verdict: 'hold', detail: {} }
  }
}
