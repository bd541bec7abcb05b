/** The steps of a correction, in their order. */
export const correctionSteps = ['kind', 'text', 'check'] as const

/** Why a step was not taken, as it stands in the page's address. */
export const correctionProblems = [
  'no-note',
  'no-kind',
  'blank',
  'too-long',
  'unreadable',
  'not-begun',
  'changed-meanwhile',
  'nothing-changed',
  'under-hold',
  'signed-out',
  'bad-fields',
] as const
