import type { Written } from '@/lib/articles/written'
import { Sentence } from './sentence'
import { wordsOf } from './words-of'

/** Stands in a sentence for the headline that is to stand there. */
export const headlineHere = '{headline}'

/** A sentence of the site about an article, whose headline stays in its own language and direction: `say(KEY, { headline: headlineHere })`. */
export function AboutHeadline({ text, article }: { text: string; article: Written & { headline: string } }) {
  return <Sentence text={text} parts={{ headline: <bdi {...wordsOf(article)}>{article.headline}</bdi> }} />
}
