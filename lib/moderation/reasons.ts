/** Codes of the rules that the house brings (the migration house_rules has their words). Editors add others. */
export const firstReasons = ['insult', 'off-topic', 'spam', 'unlawful', 'private-details', 'other'] as const

/** Why a comment is refused or reported: the code of a rule of the library, which has the words (house-rule.ts). */
export type Reason = string

/** What stands for none of the others. It is never retired. */
export const usualReason: Reason = 'other'

/** A code as forms send it; whether there is such a rule the library knows. */
export const reasonForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
