import { wordsIn } from '@/lib/articles/body-words'
import type { DraftContent } from './draft-content'
import { unbalanced } from './quotation-marks'
import { impossibleDates, wrongWeekdays } from './text-dates'

/** What a check finds: `block` stops a publication unless an administrator says otherwise; `warn` is only said. */
export type Finding = { rule: CheckRule; level: 'block' | 'warn'; detail?: string }

export const checkRules = [
  'no-headline',
  'no-body',
  'no-alt',
  'no-alt-inside',
  'legal-flag',
  'long-headline',
  'no-standfirst',
  'short-standfirst',
  'long-standfirst',
  'no-credit',
  'no-credit-inside',
  'no-byline',
  'quotation-marks',
  'date-impossible',
  'date-weekday',
  'date-far',
  'same-headline',
  'hidden-related',
] as const
export type CheckRule = (typeof checkRules)[number]

/** What of the rest of the newsroom the checks ask about. */
export type Facts = {
  legalFlag: boolean
  /** Articles of the last days with the same headline. */
  sameHeadline: number[]
  /** Whose the lead picture is, as its file says; empty where it does not. */
  pictureCredit: string
  /** Whose the pictures in the text are, by their hash, likewise. */
  creditsInside: ReadonlyMap<string, string>
  hiddenRelated: number[]
  now: Date
}

// What a list, a search result and a phone's notice still show whole.
const longestHeadline = 110
const longestStandfirst = 300
// Fewer characters say no more than the headline did.
const shortestStandfirst = 40
// A year in the text further off than this is more likely a slip than a plan.
const farYears = 30

/** Everything that is to be mended, or thought of, before readers get it. */
export function check(content: DraftContent, facts: Facts): Finding[] {
  const texts = [content.headline, content.standfirst, ...content.body.flatMap(wordsIn)]
  const { picture } = content
  const standfirst = [...content.standfirst.trim()].length
  const inside = picturesIn(content)
  return [
    ...when(content.headline.trim() === '', 'no-headline', 'block'),
    ...when(
      !content.body.some((block) => wordsIn(block).some((text) => text.trim() !== '')),
      'no-body',
      'block',
    ),
    ...when(picture !== null && picture.alt.trim() === '', 'no-alt', 'block'),
    ...inside.flatMap(({ alt, name }) => when(alt.trim() === '', 'no-alt-inside', 'block', name)),
    ...when(facts.legalFlag, 'legal-flag', 'block'),
    ...when([...content.headline].length > longestHeadline, 'long-headline', 'warn'),
    ...when(standfirst === 0, 'no-standfirst', 'warn'),
    ...when(standfirst > 0 && standfirst < shortestStandfirst, 'short-standfirst', 'warn'),
    ...when(standfirst > longestStandfirst, 'long-standfirst', 'warn'),
    ...when(
      picture !== null && picture.credit.trim() === '' && facts.pictureCredit.trim() === '',
      'no-credit',
      'warn',
    ),
    ...inside.flatMap(({ credit, hash, name }) =>
      when(!credit?.trim() && !facts.creditsInside.get(hash)?.trim(), 'no-credit-inside', 'warn', name),
    ),
    ...when(content.bylines.length === 0, 'no-byline', 'warn'),
    ...texts.flatMap((text) => when(unbalanced(text), 'quotation-marks', 'warn', beginningOf(text))),
    ...each(texts.flatMap(impossibleDates), 'date-impossible'),
    ...each(texts.flatMap(wrongWeekdays), 'date-weekday'),
    ...each(
      texts.flatMap((text) => farYearsIn(text, facts.now)),
      'date-far',
    ),
    ...each(facts.sameHeadline.map(String), 'same-headline'),
    ...each(facts.hiddenRelated.map(String), 'hidden-related'),
  ]
}

/** Those that stop it: none of them for whoever may say that it goes out all the same, but what nothing can be without. */
export function blocking(findings: Finding[], maySayNo: boolean): Finding[] {
  return findings.filter(
    ({ level, rule }) => level === 'block' && (!maySayNo || rule === 'no-headline' || rule === 'no-body'),
  )
}

function when(is: boolean, rule: CheckRule, level: Finding['level'], detail?: string): Finding[] {
  return is ? [{ rule, level, ...(detail === undefined ? {} : { detail }) }] : []
}

/** A warning for each, once. */
function each(details: string[], rule: CheckRule): Finding[] {
  return [...new Set(details)].flatMap((detail) => when(true, rule, 'warn', detail))
}

/** The pictures in the text, each with what it is called to whoever has to find it: its place among them. */
function picturesIn({ body }: DraftContent) {
  return body
    .filter((block) => block.type === 'picture')
    .map((picture, index) => ({ ...picture, name: String(index + 1) }))
}

/** "on 12 March 2062": years after a month's name, far from now. */
function farYearsIn(text: string, now: Date): string[] {
  const dated =
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December),? (\d{4})\b/g
  return [...text.matchAll(dated)].flatMap(([, year = '']) =>
    Number(year) > now.getUTCFullYear() + farYears ? [year] : [],
  )
}

function beginningOf(text: string): string {
  const start = [...text].slice(0, 60).join('')
  return start === text ? text : `${start} …`
}
