import { wordsIn } from '@/lib/articles/body-words'
import type { DraftContent } from './draft-content'
import { unbalanced } from './quotation-marks'

/** What a check finds: `block` stops a publication unless an administrator says otherwise; `warn` is only said. */
export type Finding = { rule: CheckRule; level: 'block' | 'warn'; detail?: string }

export const checkRules = [
  'no-headline',
  'no-body',
  'no-alt',
  'legal-flag',
  'long-headline',
  'no-standfirst',
  'long-standfirst',
  'no-credit',
  'no-byline',
  'quotation-marks',
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
  hiddenRelated: number[]
  now: Date
}

// What a list, a search result and a phone's notice still show whole.
const longestHeadline = 110
const longestStandfirst = 300
// A year in the text further off than this is more likely a slip than a plan.
const farYears = 30

/** Everything that is to be mended, or thought of, before readers get it. */
export function check(content: DraftContent, facts: Facts): Finding[] {
  const texts = [content.headline, content.standfirst, ...content.body.flatMap(wordsIn)]
  const { picture } = content
  return [
    ...when(content.headline.trim() === '', 'no-headline', 'block'),
    ...when(
      !content.body.some((block) => wordsIn(block).some((text) => text.trim() !== '')),
      'no-body',
      'block',
    ),
    ...when(picture !== null && picture.alt.trim() === '', 'no-alt', 'block'),
    ...when(facts.legalFlag, 'legal-flag', 'block'),
    ...when([...content.headline].length > longestHeadline, 'long-headline', 'warn'),
    ...when(content.standfirst.trim() === '', 'no-standfirst', 'warn'),
    ...when([...content.standfirst].length > longestStandfirst, 'long-standfirst', 'warn'),
    ...when(
      picture !== null && picture.credit.trim() === '' && facts.pictureCredit.trim() === '',
      'no-credit',
      'warn',
    ),
    ...when(content.bylines.length === 0, 'no-byline', 'warn'),
    ...texts.flatMap((text) => when(unbalanced(text), 'quotation-marks', 'warn', beginningOf(text))),
    ...texts
      .flatMap((text) => farYearsIn(text, facts.now))
      .flatMap((year) => when(true, 'date-far', 'warn', year)),
    ...facts.sameHeadline.flatMap((id) => when(true, 'same-headline', 'warn', String(id))),
    ...facts.hiddenRelated.flatMap((id) => when(true, 'hidden-related', 'warn', String(id))),
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
