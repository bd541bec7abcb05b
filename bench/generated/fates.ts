import type { CommentState } from '@/prisma/generated/enums'

type Decided = {
  revision: 1 | 2
  toState: CommentState
  rule: string
  reason?: string
  by?: 'moderator' | 'author'
}

/** What became of a generated comment, and how often. */
export type Fate = {
  share: number
  state: CommentState
  revisions: 1 | 2
  /** The number of the revision that readers see. */
  shown: 1 | 2 | null
  /** In order; lib/moderation/replay.ts leads to the rest of this. */
  decisions: readonly Decided[]
  byStaff?: true
  byNewcomer?: true
  isPicked?: true
  isApproved?: true
}

const passed: Decided = { revision: 1, toState: 'published', rule: 'checks-passed' }
const newcomer: Decided = { revision: 1, toState: 'held', rule: 'newcomer' }

export const fateNames = [
  'plain',
  'approved',
  'edited',
  'editHeld',
  'held',
  'rejected',
  'deleted',
  'staff',
  'picked',
] as const
export type FateName = (typeof fateNames)[number]

export const fates: Readonly<Record<FateName, Fate>> = {
  plain: { share: 0.8, state: 'published', revisions: 1, shown: 1, decisions: [passed] },
  approved: {
    ...{ share: 0.08, state: 'published', revisions: 1, shown: 1, byNewcomer: true, isApproved: true },
    decisions: [newcomer, { revision: 1, toState: 'published', rule: 'approved', by: 'moderator' }],
  },
  edited: {
    ...{ share: 0.04, state: 'published', revisions: 2, shown: 2 },
    decisions: [passed, { ...passed, revision: 2 }],
  },
  editHeld: {
    ...{ share: 0.005, state: 'held', revisions: 2, shown: 1 },
    decisions: [passed, { revision: 2, toState: 'held', rule: 'links' }],
  },
  held: { share: 0.01, state: 'held', revisions: 1, shown: null, decisions: [newcomer] },
  rejected: {
    ...{ share: 0.03, state: 'rejected', revisions: 1, shown: null },
    decisions: [
      passed,
      { revision: 1, toState: 'rejected', rule: 'rejected', reason: 'off-topic', by: 'moderator' },
    ],
  },
  deleted: {
    ...{ share: 0.015, state: 'deleted', revisions: 1, shown: null },
    decisions: [passed, { revision: 1, toState: 'deleted', rule: 'deleted-by-author', by: 'author' }],
  },
  staff: {
    ...{ share: 0.01, state: 'published', revisions: 1, shown: 1, byStaff: true },
    decisions: [{ ...passed, rule: 'staff' }],
  },
  picked: {
    ...{ share: 0.01, state: 'published', revisions: 1, shown: 1, isPicked: true },
    decisions: [passed],
  },
}

/** A fate by its share. Nobody could answer what was never public. */
export function fateBy(draw: number, hasAnswers: boolean): FateName {
  let left = draw
  for (const name of fateNames) {
    left -= fates[name].share
    if (left < 0) return name === 'held' && hasAnswers ? 'plain' : name
  }
  return 'plain'
}
