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

/** Raised whenever the same text would be held otherwise than before, so that a finding says what it was found by. */
const checksVersion = 1

const nothingLaidDown: HouseLists = { words: matchWords([]), deniedHosts: [], allowedHosts: [] }

export type Checked = { verdict: 'publish' | 'hold'; rule: string; findings: Finding[] }

/**
 * Runs every check. The first that holds names the rule; all findings are kept. Checks hold, they never reject, and one
 * that fails holds, too, unless the newsroom has set that it passes (lib/comments/commands-check-failure.ts).
 */
export function runChecks(submission: Submission, lists = nothingLaidDown): Checked {
  const findings = checkNames
    .map((name) => orHold(name, submission, lists))
    .filter((finding) => finding !== null)
    .map((finding) => ({ ...finding, version: checksVersion }))
  return conclude(findings, submission.author)
}

/** What findings come to. What the newsroom itself writes is published, but for whom it has put under review. */
export function conclude(findings: Finding[], author: Submission['author']): Checked {
  if (author.isStaff && !author.underReview) return { verdict: 'publish', rule: 'staff', findings }
  const holding = findings.find((finding) => finding.verdict === 'hold')
  if (holding) return { verdict: 'hold', rule: holding.check, findings }
  return { verdict: 'publish', rule: 'checks-passed', findings }
}

// What is about the writer or the conversation, not about the text: no other words would pass.
const notOfTheText = ['sanctioned', 'before-publication', 'newcomer']

/** The same with what the newsroom's own check found: after what the text itself shows, before what is about its writer. */
export function withHouse(checked: Checked, house: Finding | null, author: Submission['author']): Checked {
  if (!house) return checked
  const { findings } = checked
  const at = findings.findIndex(({ check }) => notOfTheText.includes(check))
  const place = at === -1 ? findings.length : at
  return conclude([...findings.slice(0, place), house, ...findings.slice(place)], author)
}

// Nor would they where a check failed, or the newsroom's own held: what it goes by is its secret.
const beyondTheWriter: string[] = [...notOfTheText, 'house', couldNotLook]

/** What would hold a text for the text's own sake: what its writer can still change. */
export function reasonsInText(findings: Finding[]): Finding[] {
  return findings.filter(({ check, verdict }) => verdict === 'hold' && !beyondTheWriter.includes(check))
}

function orHold(name: CheckName, submission: Submission, lists: HouseLists): Finding | null {
  const check: Check = checks[name]
  try {
    return check(submission, lists)
  } catch (error) {
    // A bug, or a list that cannot be read: the desk decides until it is mended.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { check: couldNotLook, verdict: 'hold', detail: { failed: name } }
  }
}
