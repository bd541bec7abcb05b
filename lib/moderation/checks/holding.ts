/** What a check may hold a comment for, beside being a newcomer: each has its sentences wherever it is told. */
export const holdingReasons = [
  'words',
  'links',
  'link-denied',
  'link-disguised',
  'said-elsewhere',
  'seen-before',
  'shouting',
  'repetition',
  'check-failed',
  'house',
  'sanctioned',
  'before-publication',
] as const
