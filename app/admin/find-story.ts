export type KnownStory = { id: number; headline: string }

/** Public stories that the words may mean, as the search box offers them. Rejects when the site does not answer. */
export async function findByWords(words: string, signal: AbortSignal): Promise<KnownStory[]> {
  const answer = await fetch(`/api/search/suggest?q=${encodeURIComponent(words)}`, { signal })
  const stories: { headline: string; path: string }[] = answer.ok ? await answer.json() : []
  return stories.map(({ headline, path }) => ({ id: Number(path.split('/')[2]), headline }))
}

/** The public story of a News ID; none where there is none. Rejects when the site does not answer. */
export async function findById(id: string, signal: AbortSignal): Promise<KnownStory[]> {
  const answer = await fetch(`/api/v1/articles/${id}`, { signal })
  if (!answer.ok) return []
  const article: KnownStory = await answer.json()
  return [{ id: article.id, headline: article.headline }]
}
