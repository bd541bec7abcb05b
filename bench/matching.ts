import { normalise } from '@/lib/comments/text'
import { matchWords } from '@/lib/moderation/checks/word-matcher'
import { bodyOf } from './bodies'

const [entries, longest] = [5_000, 5_000]
// The first find the code cold, as a process does once.
const cold = 20

/**
 * Looks for 5,000 words and phrases in texts as long as a comment may be, behind all disguises: what people write, and
 * what is made of beginnings of entries and of letters of other alphabets, so that as much as can be is compared.
 */
export function timeMatching(times: number): number[] {
  const list = Array.from({ length: entries }, (_, index) => `forbidden${index.toString(36)} phrase ${index}`)
  const matcher = matchWords([...list.slice(1), `${'ab'.repeat(50)}`])
  const texts = [
    (seed: number) => Array.from({ length: 60 }, (_, at) => bodyOf(seed * 60 + at)).join(' '),
    (seed: number) => `forbidden${(seed % entries).toString(36)} phras `.repeat(250),
    () => 'ab'.repeat(longest / 2),
    () => 'а b '.repeat(longest / 4),
  ]
  const measured: number[] = []
  for (let index = 0; index < times + cold; index += 1) {
    const text = texts[index % texts.length]?.(index).slice(0, longest) ?? ''
    const began = performance.now()
    matcher.find(normalise(text))
    if (index >= cold) measured.push(performance.now() - began)
  }
  return measured
}
