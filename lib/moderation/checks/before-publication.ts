import type { Check } from './check'

/** Holds everything where everything is read before it appears, but what the newsroom writes. Of whom a sanction holds, that is told instead. */
export const beforePublication: Check = ({ mode, author }) =>
  mode === 'before' && !author.isStaff && !author.underReview
    ? { check: 'before-publication', verdict: 'hold', detail: {} }
    : null
