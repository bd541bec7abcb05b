import type { Block } from './body'

/** About what search engines show of a description, in characters. */
const longest = 160

/**
 * An article in a sentence or two, for those who list it: its standfirst, or else the beginning of its first
 * paragraph, to the last whole word. Null when it has neither.
 */
export function summaryOf(article: { standfirst: string | null; body: Block[] }): string | null {
  if (article.standfirst) return article.standfirst
  const paragraph = article.body.find((block) => block.type === 'paragraph')
  const text = paragraph?.content.map((part) => part.text).join('') ?? ''
  if (text.length <= longest) return text === '' ? null : text
  const cut = text.slice(0, longest)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > 0 ? end : longest)} …`
}
