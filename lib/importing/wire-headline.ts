import type { PageWords } from './page-words'
import { type Seam, seamCandidates } from './seam-candidates'
import { endsSentence, holdsSentenceEnd, scoreSeam } from './seam-score'

export type Sureness = 'certain' | 'likely' | 'guess'

/** `paragraph` is what was run on to the headline, null where the headline has its line to itself. */
export type Headline = { headline: string; paragraph: string | null; sureness: Sureness }

export const headlineMaxLength = 200

/**
 * Tells the headline at the start of a line. Either the line is the headline, or the first paragraph was run
 * on to it without a space; both readings are scored (a seam by `scoreSeam`) and the better one is taken.
 *
 * A line to itself has at most 200 characters, no colon at its end, and no full stop if it is over 100. It
 * scores 4; up to 140 characters, +2; no full stop at its end, +3, one, −3; a sentence ending within it, −4;
 * nothing after it that could be the article, −6.
 *
 * A seam after another that has 8 points loses 3: paragraphs, too, have spaces missing. A seam needs 5. With 11, and 4 more than any other reading, it is certain; with 8 and 2 more, likely;
 * otherwise a guess. Null: no headline can be told from the text.
 */
export function findHeadline(line: string, hasNext: boolean, page: PageWords): Headline | null {
  const [best, second] = weighedSeams(line, page)
  const whole = scoreWholeLine(line, hasNext)
  if (best && best.score >= 5 && best.score > (whole ?? 0)) {
    return cut(line, best.seam, surenessOf(best.score, Math.max(whole ?? 0, second?.score ?? 0)))
  }
  if (whole === null) return null
  const sureness = surenessOf(whole + 4, Math.max(0, best?.score ?? 0))
  return { headline: line.trim(), paragraph: null, sureness: endsSentence(line) ? 'guess' : sureness }
}

/** The line's seams, the likeliest first. */
function weighedSeams(line: string, page: PageWords): { seam: Seam; score: number }[] {
  const scored = seamCandidates(line, headlineMaxLength).map((seam) => ({
    seam,
    score: scoreSeam(line, seam, page),
  }))
  const firstGood = Math.min(...scored.filter(({ score }) => score >= 8).map(({ seam }) => seam.end))
  return scored
    .map(({ seam, score }) => ({ seam, score: seam.end > firstGood ? score - 3 : score }))
    .sort((a, b) => b.score - a.score || a.seam.end - b.seam.end)
}

function scoreWholeLine(line: string, hasNext: boolean): number | null {
  const { length } = line.trim()
  const stopped = endsSentence(line)
  if (!/\p{L}/u.test(line.slice(0, headlineMaxLength)) || length > headlineMaxLength) return null
  if (line.endsWith(':') || (stopped && length > 100)) return null
  return (
    4 + (length <= 140 ? 2 : 0) + (stopped ? -3 : 3) + (holdsSentenceEnd(line) ? -4 : 0) + (hasNext ? 0 : -6)
  )
}

function surenessOf(score: number, rival: number): Sureness {
  if (score >= 11 && score - rival >= 4) return 'certain'
  return score >= 8 && score - rival >= 2 ? 'likely' : 'guess'
}

function cut(line: string, { end, start }: Seam, sureness: Sureness): Headline {
  return { headline: line.slice(0, end).trim(), paragraph: line.slice(start), sureness }
}
