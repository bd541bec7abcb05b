import type { Block } from './body'
import { wordsIn } from './body-words'

export const longestQuote = 500
export const longestContext = 100

/** Some of an article's words, with a little of what stands before and after them in their paragraph. */
export type Passage = { quote: string; prefix: string; suffix: string }

/** The words of each block of an article, as they are read: paragraphs are counted from nought. */
export function paragraphsOf(body: Block[]): string[] {
  return body.map((block) => wordsIn(block).join(' '))
}

/** The passage that a whole paragraph is known by: its beginning, where it is long. */
export function passageOf(paragraph: string): Passage {
  const whole = paragraph.trim()
  if (whole.length <= longestQuote) return { quote: whole, prefix: '', suffix: '' }
  const quote = whole.slice(0, longestQuote).replace(/\s+\S*$/u, '')
  return { quote, prefix: '', suffix: whole.slice(quote.length).trim().slice(0, longestContext) }
}

/** Some words of a paragraph, with those around them; null where they do not stand in it. */
export function passageIn(paragraph: string, chosen: string): Passage | null {
  const quote = chosen.trim()
  const at = paragraph.indexOf(quote)
  if (at < 0 || quote === '' || quote.length > longestQuote) return null
  return {
    quote,
    prefix: paragraph.slice(Math.max(0, at - longestContext), at).toWellFormed(),
    suffix: paragraph
      .slice(at + quote.length)
      .slice(0, longestContext)
      .toWellFormed(),
  }
}

// A few words stand in many places; more of them, in their order, in one.
const fewestOwnWords = 5
const fewestShared = 2
const gram = 3
const leastShared = 0.5

type Searched = { text: string; words: string[]; grams: Set<string> }

/** Prepares paragraphs for finding several passages in them. */
export function searchable(paragraphs: string[]): Searched[] {
  return paragraphs.map((text) => {
    const words = split(text)
    return { text, words, grams: new Set(gramsOf(words)) }
  })
}

/**
 * The paragraph that holds a passage: word for word, then whatever the spacing, case and punctuation, then, unless
 * `strict`, most of its words in their order. Of several the one with the same words around it. Null where there is
 * none, and where a few words could be anybody's.
 */
export function locate(paragraphs: Searched[], passage: Passage, strict = false): number | null {
  const quote = split(passage.quote)
  const [before, after] = [split(passage.prefix), split(passage.suffix)]
  if (quote.length === 0) return null
  const found = paragraphs.flatMap(({ words }, index) =>
    placesOf(quote, words).map((at) => ({
      index,
      shared:
        sharedEnd(words.slice(0, at), before) +
        sharedStart(words.slice(at + quote.length), after) +
        Number(paragraphs[index]?.text.includes(passage.quote) ?? false) / 2,
    })),
  )
  const best = found.reduce<(typeof found)[number] | null>(
    (best, each) => (best === null || each.shared > best.shared ? each : best),
    null,
  )
  if (best && (strict || quote.length >= fewestOwnWords || best.shared >= fewestShared)) return best.index
  return strict ? null : nearest(paragraphs, quote, [before, after])
}

/** The paragraph with most of a passage's words in their order, if any has half of them and no other as many. */
function nearest(paragraphs: Searched[], quote: string[], around: string[][]): number | null {
  const wanted = new Set(gramsOf(quote))
  if (quote.length < fewestOwnWords) return null
  const context = around.flatMap(gramsOf)
  const scores = paragraphs.map(({ grams }, index) => ({
    index,
    share: [...wanted].filter((each) => grams.has(each)).length / wanted.size,
    context: context.filter((each) => grams.has(each)).length,
  }))
  const [first, second] = scores.sort((a, b) => b.share - a.share || b.context - a.context)
  if (!first || first.share < leastShared) return null
  const isTie = second?.share === first.share && second.context === first.context
  return isTie ? null : first.index
}

function placesOf(quote: string[], words: string[]): number[] {
  const places: number[] = []
  for (let at = 0; at + quote.length <= words.length; at += 1)
    if (quote.every((word, index) => words[at + index] === word)) places.push(at)
  return places
}

/** How many words two texts end with alike; that both have none to end with counts, too. */
function sharedEnd(words: string[], before: string[]): number {
  return sharedStart(words.toReversed(), before.toReversed())
}

function sharedStart(words: string[], after: string[]): number {
  if (words.length === 0 && after.length === 0) return 1
  let shared = 0
  // The last word of a context may be cut.
  while (shared < after.length && shared < words.length && after[shared] === words[shared]) shared += 1
  return shared
}

function gramsOf(words: string[]): string[] {
  if (words.length < gram) return words.length > 0 ? [words.join(' ')] : []
  return words.slice(gram - 1).map((_, index) => words.slice(index, index + gram).join(' '))
}

// Without a segmenter's dictionary, scripts that part no words are taken letter by letter.
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]+?(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\p{L}\p{M}\p{N}]|$)/gu

function split(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(word) ?? []
}
