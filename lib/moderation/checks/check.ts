import type { TalkMode } from '@/prisma/generated/enums'
import type { WordMatcher } from './word-matcher'

/** What the checks look at: the same for a new comment and for an edit. */
export type Submission = {
  /** The words as typed, without what they quote. */
  own: string
  normalised: string
  links: { href: string; text: string }[]
  /** Texts of the last day that are nearly this one, the nearest first. */
  similar: { commentId: number; distance: number; byAuthor: boolean }[]
  /** What the conversation goes by for this author. */
  mode: TalkMode
  author: { isStaff: boolean; isGuest: boolean; underReview: boolean; approvedCount: number }
}

/** What the newsroom wants to read first: words and phrases, and hosts that are linked to; and hosts that it knows. */
export type ListText = { words: string[]; deniedHosts: string[]; allowedHosts: string[] }

/** The same, ready for the checks. */
export type HouseLists = {
  words: WordMatcher
  deniedHosts: readonly string[]
  allowedHosts: readonly string[]
}

/** What one check found, kept with the revision so that the desk can say why a comment is here. */
export type Finding = {
  check: string
  verdict: 'pass' | 'hold'
  detail: Record<string, string | number>
  /** Of the checks, as they were then. */
  version?: number
}

/** Null where there is nothing to tell. */
export type Check = (submission: Submission, lists: HouseLists) => Finding | null

/** The finding of a check that failed. */
export const couldNotLook = 'check-failed'
