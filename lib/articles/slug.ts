// Words that stand for something else at the same place in an address (/news/ID/versions).
const reserved = new Set(['comments', 'versions', 'feed', 'live', 'edit', 'report-error'])

// Past this an address is cut wherever it is pasted.
const longest = 100

/**
 * The readable end of an article's address: lower-case words of the headline joined by hyphens, accents dropped,
 * other scripts kept. Cut at a word. Only the News ID counts, so two articles may share one.
 */
export function slugOf(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
  let slug = [...(words.shift() ?? 'article')].slice(0, longest / 2).join('')
  for (const word of words) {
    if (slug.length + 1 + word.length > longest) break
    slug += `-${word}`
  }
  return reserved.has(slug) ? `${slug}-article` : slug
}

/** Whether a word stands for something else where a slug would. */
export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug)
}

/** The one address of an article, percent-encoded. */
export function articlePath(article: { id: number; slug: string }): string {
  return `/news/${article.id}/${encodeURIComponent(article.slug)}`
}

/** Where the stories of a tag are listed, percent-encoded. */
export function tagPath(slug: string): string {
  return `/tag/${encodeURIComponent(slug)}`
}
