import { isWallTime, zonedTimeToInstant } from '@/lib/zoned-time'

/** What somebody searches for, as its parts say. */
export type Search = {
  wanted: string[]
  unwanted: string[]
  /** By slug, or by name where no slug can hold it. */
  section: string | null
  author: string | null
  /** From the beginning of that day on, and before the beginning of that day. */
  after: Date | null
  before: Date | null
}

/** The longest search in characters, and the most words of it that count. */
export const longestSearch = 400
const mostTerms = 40

const quotationMarks = '"“”„«»'
const filterShape = /^(section|author|before|after):(.+)$/iu
const dateShape = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/

/**
 * Reads a search: words, "phrases", -word and -"phrase" for what is not to be in it, and `section:`, `author:`,
 * `before:`, `after:`. Whatever is no such filter is a word. Takes anything; what is too long is cut.
 */
export function readSearch(text: string, timeZone: string): Search {
  const search: Search = { wanted: [], unwanted: [], section: null, author: null, after: null, before: null }
  for (const term of termsOf([...text].slice(0, longestSearch).join('')).slice(0, mostTerms)) {
    const [, name, value] = (term.isQuoted ? null : filterShape.exec(term.text)) ?? []
    if (term.isUnwanted || !name || !value || !takeFilter(search, name.toLowerCase(), value, timeZone))
      search[term.isUnwanted ? 'unwanted' : 'wanted'].push(term.text)
  }
  return search
}

type Term = { text: string; isQuoted: boolean; isUnwanted: boolean }

/** One pass over the letters. A quotation mark that is never closed holds to the end. */
function termsOf(text: string): Term[] {
  const terms: Term[] = []
  let term: Term = { text: '', isQuoted: false, isUnwanted: false }
  let isInside = false
  const end = () => {
    // What PostgreSQL refuses in a text is no word either.
    const clean = term.text.replaceAll(/\p{Cc}|\p{Cs}/gu, ' ').trim()
    if (clean) terms.push({ ...term, text: clean })
    term = { text: '', isQuoted: false, isUnwanted: false }
  }
  for (const letter of text) {
    if (quotationMarks.includes(letter)) {
      // After `author:` it only holds the name together.
      if (!isInside && term.text !== '' && !term.text.endsWith(':')) end()
      if (!isInside && term.text === '') term.isQuoted = true
      else if (isInside) end()
      isInside = !isInside
    } else if (!isInside && /\s/u.test(letter)) end()
    else if (!isInside && letter === '-' && term.text === '' && !term.isUnwanted) term.isUnwanted = true
    else term.text += letter
  }
  end()
  return terms
}

function takeFilter(search: Search, name: string, value: string, timeZone: string): boolean {
  if (name === 'section' || name === 'author') {
    const named = slugify(value)
    if (named) search[name] = named
    return named !== ''
  }
  const date = readDate(value, timeZone)
  if (date && name === 'before') search.before = date
  if (date && name === 'after') search.after = date
  return date !== null
}

/**
 * A section or an author by name or by slug: `author:"Ada Brandvold"`, `author:ada-brandvold`. A name with letters that
 * slugs do not have (`author:سعيد`) stays the words it is made of.
 */
function slugify(value: string): string {
  const plain = value.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  if (/(?![a-z])\p{L}/u.test(plain)) return value.match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ') ?? ''
  return plain.match(/[a-z0-9]+/g)?.join('-') ?? ''
}

function readDate(value: string, timeZone: string): Date | null {
  const [, year, month = '1', day = '1'] = dateShape.exec(value) ?? []
  const wall = { year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0 }
  return year && isWallTime(wall) ? zonedTimeToInstant(wall, timeZone) : null
}
