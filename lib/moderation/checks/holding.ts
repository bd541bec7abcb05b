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

/** What a comment waits for because of where and by whom it is written, and not of what it says. */
export const aboutTheWriter = ['newcomer', 'before-publication'] as const
