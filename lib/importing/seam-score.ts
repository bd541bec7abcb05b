import { countWords, type PageWords, withoutPossessive } from './page-words'
import type { Seam, SeamKind } from './seam-candidates'
import { beginsInnerCapital, isKnownWhole, opensSentences } from './seam-words'

/**
 * How much speaks for a headline ending at a seam; the higher, the likelier. Our own weights, not a published
 * formula. The sum of:
 *
 * - what meets there: a word in small letters that runs into a capital (no name is written so) or an end and
 *   an opening mark, 5; a closing mark and a capital, 4; two capitals or a digit and a capital, 3; a
 *   capitalised word and a capital (it may be a name), 2; less for the rest;
 * - the word on the left stands elsewhere on the page or is a known name, +2;
 * - the word on the right often opens sentences, +3, or stands elsewhere on the page or is a known name, +2;
 * - the two words joined stand elsewhere on the page, or are a known name or abbreviation, −6; two words all
 *   in capitals of which one is not known, −8;
 * - the left one begins names with an inner capital (Mc, De, O'), −5; a lone letter on either side, −4; the
 *   plural of an abbreviation ("MPs"), −5; a capital inside a word that nothing explains, −2 left, −1 right;
 * - the left reads like a headline: three words or more in 15 to 140 characters, +2; a word or under 8, −4; it
 *   holds the end of a sentence, −4, or ends with a comma or colon, −6, or with a full stop, −2;
 * - the right reads like a paragraph: six words or more, +1, under three, −4; it ends as sentences do, +1;
 * - quotation marks and brackets on the left are paired, +1, or not, −5.
 */
export function scoreSeam(line: string, seam: Seam, page: PageWords): number {
  const left = line.slice(0, seam.end).trimEnd()
  const right = line.slice(seam.start)
  return (
    scoreWords(left, right, seam.kind, page) +
    scoreHeadlineShape(left) +
    scoreParagraphShape(right) +
    (hasPairedMarks(left) ? 1 : -5)
  )
}

/** Whether the text ends as a sentence does, closing marks after it included; a headline rarely has a full stop. */
export function endsSentence(text: string): boolean {
  return /[.…]["”’'»)\]]*$/.test(text) && !/(?:^|[\s.])\p{Lu}\.$/u.test(text)
}

/** Whether a sentence ends within the text and another begins, initials and titles such as "Gen." apart. */
export function holdsSentenceEnd(text: string): boolean {
  const stops = text.matchAll(/(?<before>\S+)\.["”’')]*\s+["“‘(]?\p{Lu}/gu)
  return [...stops].some(
    ({ groups }) =>
      !/(?:^|\W)(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Rep|Lt|Col|Maj|Sgt|No|vs)$/u.test(groups?.before ?? ''),
  )
}

const BASE: Record<SeamKind, number> = {
  'letter|Capital': 2,
  'CAPS|Capital': 3,
  'CAPS|CAPS': 1,
  'digit|Capital': 3,
  'letter|digit': 1,
  'closing mark|start': 4,
  'full stop|Capital': 0,
  'end|opening mark': 5,
  'wide space|start': -1,
}

function scoreWords(left: string, right: string, kind: SeamKind, page: PageWords): number {
  const before = /[\p{L}\p{N}'’-]*$/u.exec(left)?.[0] ?? ''
  const after = /^[\p{L}\p{N}'’-]{0,60}/u.exec(right)?.[0] ?? ''
  switch (kind) {
    case 'letter|Capital':
    case 'CAPS|Capital':
    case 'CAPS|CAPS':
    case 'digit|Capital':
    case 'letter|digit':
      return scoreJoin(before, after, kind, page)
    case 'closing mark|start':
      return BASE[kind] + scoreOpening(right, page) + (endsWithOddApostrophe(left) ? -6 : 0)
    case 'end|opening mark':
      return BASE[kind] + scoreOpening(right, page) + scoreOpeningMark(before, right)
    case 'full stop|Capital':
      return BASE[kind] + scoreOpening(right, page) + scoreFullStop(left, right)
    case 'wide space|start':
      return BASE[kind] + scoreOpening(right, page) + (page.anyCase(before) > 1 ? 2 : 0)
  }
}

/** Two words with nothing between them: which of them, or the whole, is known from elsewhere? */
function scoreJoin(before: string, after: string, kind: SeamKind, page: PageWords): number {
  const piece = before.slice(before.lastIndexOf('-') + 1)
  const known = (word: string) => page.anyCase(word) > 0 || isKnownWhole(withoutPossessive(word))
  const repeated = withoutPossessive(before) === withoutPossessive(after)
  const leftKnown = repeated || known(before) || known(piece)
  const rightKnown = repeated || known(after)
  const opener = opensSentences(withoutPossessive(after))
  const wholes = joinedWholes(piece, after.split('-')[0] ?? '')
  const own = countWords([before + after])
  const whole = wholes.some((word) => isKnownWhole(word) || page.exactly(word) > own.exactly(word))
  const small = /^\p{Ll}{3,}$/u.test(piece)
  const lone = (word: string) => /^[\p{L}]$/u.test(word) && word !== 'A' && word !== 'I'
  const pluralEnding = kind === 'CAPS|Capital' && /^\p{Lu}s$/u.test(after) && !(opener && leftKnown)
  return sum(
    [true, BASE[kind]],
    [small, 3],
    [leftKnown, 2],
    [opener, 3],
    [rightKnown && !opener, 2],
    [kind === 'CAPS|CAPS' && !(leftKnown && (rightKnown || opener)), -8],
    [whole, -6],
    [beginsInnerCapital(lastFragment(piece)) && !opener, -5],
    [lone(before) || lone(after), -4],
    [pluralEnding, -5],
    [innerCapitals(piece).length > 1 && !leftKnown && !isKnownWhole(piece) && !beginsWithPrefix(piece), -2],
    [innerCapitals(after).length > 1 && !rightKnown && !isKnownWhole(after) && !beginsWithPrefix(after), -1],
  )
}

function scoreOpening(right: string, page: PageWords): number {
  const word = /[\p{L}\p{N}'’-]+/u.exec(right.slice(0, 60))?.[0] ?? ''
  return opensSentences(withoutPossessive(word)) ? 3 : page.anyCase(word) > 1 ? 2 : 0
}

function scoreHeadlineShape(left: string): number {
  const words = left.split(/\s+/).length
  const length = left.length
  const size = words >= 3 && length >= 15 && length <= 140 ? 2 : words < 2 || length < 8 ? -4 : 0
  return sum(
    [true, size],
    [holdsSentenceEnd(left), -4],
    [/[,;:]["”’')\]]*$/.test(left), -6],
    [endsSentence(left), -2],
  )
}

function scoreParagraphShape(right: string): number {
  const words = right.slice(0, 400).split(/\s+/).length
  return (words >= 6 ? 1 : words < 3 ? -4 : 0) + (/[.…?!:]["”’'»)\]]*$/.test(right.slice(-20)) ? 1 : 0)
}

function hasPairedMarks(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const openedSingly = count(/(?<=^|[\s(“"])['‘](?=\S)/g)
  const closedSingly = count(/(?<=\S)['’](?![\p{L}\p{N}])/gu)
  return (
    count(/[“„]/g) === count(/”/g) &&
    count(/«/g) === count(/»/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    count(/"/g) % 2 === 0 &&
    openedSingly <= closedSingly
  )
}

/** The left ends in a single mark that closes no quotation, as in O'Brien. */
function endsWithOddApostrophe(left: string): boolean {
  return /['’]$/.test(left) && !/(?:^|[\s(“"])['‘]\S/.test(left.slice(0, -1))
}

/** A straight single mark may be an apostrophe, a bracket may be part of a word: "O'Brien", "member(S)". */
function scoreOpeningMark(before: string, right: string): number {
  if (right.startsWith("'")) return beginsInnerCapital(`${lastFragment(before)}'`) ? -8 : -3
  return right.startsWith('(') || right.startsWith('[') ? -2 : 0
}

/** "U.S." may end a headline and be followed by a word, but it is not split itself. */
function scoreFullStop(left: string, right: string): number {
  if (/^\p{Lu}(?:\.|\P{L}|$)/u.test(right) && !/^A\s/.test(right)) return -6
  return /(?:^|[\s.])\p{Lu}\.$/u.test(left) ? 3 : 0
}

/** The words that reach over a join, whole or up to the next capital inside: "De|SantisThe" holds "DeSantis". */
function joinedWholes(left: string, right: string): string[] {
  const starts = innerCapitals(left)
  const ends = [...innerCapitals(right).slice(1), right.length]
  return starts.flatMap((start) =>
    ends.map((end) => withoutPossessive(left.slice(start) + right.slice(0, end))),
  )
}

function lastFragment(word: string): string {
  return word.slice(innerCapitals(word).at(-1) ?? 0)
}

/** Where the parts of a word with capitals inside begin, the first at 0. */
function innerCapitals(word: string): number[] {
  return [
    0,
    ...[...word.matchAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu)].map(({ index }) => index),
  ]
}

function beginsWithPrefix(word: string): boolean {
  const [, second] = innerCapitals(word)
  return beginsInnerCapital(word.slice(0, second))
}

function sum(...reasons: [holds: boolean, weight: number][]): number {
  return reasons.reduce((total, [holds, weight]) => total + (holds ? weight : 0), 0)
}
