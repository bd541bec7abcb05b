import type { Check } from './check'

/** Holds whatever somebody writes whose comments a person reads first, by a sanction: the newsroom's own, too. */
export const sanctioned: Check = ({ author }) =>
  author.underReview ? { check: 'sanctioned', verdict: 'hold', detail: {} } : null
