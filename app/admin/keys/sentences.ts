import { clockOrDay } from '@/lib/site-time'
import type { KeyWords } from './key-words'
import type { Refusal } from './post-decision'

/** Where the site is: what its clock says, and in which language. */
export type Place = { timeZone: string; language: string }

/** Puts values into the `{name}`s of a text. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (asked, name: string) => values[name] ?? asked)
}

/** Why a decision did not happen, as the person is told. */
export function refusalSentence(refusal: Refusal, words: KeyWords['refused'], place: Place): string {
  if (refusal.word !== 'decided') return words[refusal.word]
  const { what, by, at } = refusal
  const sentence = what === 'approved' || what === 'rejected' ? words[`decided-${what}`] : words.decided
  return fill(sentence, { by, time: clockOrDay(at, new Date(), place) })
}
