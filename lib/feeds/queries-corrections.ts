import type { CorrectionKind } from '@/lib/articles/correction'
import { plainWordsOf, readNote } from '@/lib/articles/note'
import { listCorrections } from '@/lib/articles/queries-corrections'
import { noteHtml } from './article-html'
import { type FeedEntry, tagId } from './feed'

const entriesPerFeed = 50

/** What readers were told was put right, newest first, each with its kind and its article's headline. */
export async function listFeedCorrections(
  site: URL,
): Promise<(Omit<FeedEntry, 'title'> & { kind: CorrectionKind; headline: string })[]> {
  const { corrections } = await listCorrections(null, entriesPerFeed)
  return corrections.map(({ id, number, kind, note: typed, at, article }) => {
    const note = readNote(typed)
    return {
      kind,
      headline: article.headline,
      id: tagId(site, at, `corrections/${id}`),
      url: new URL(`/news/${article.id}/versions#version-${number}`, site).href,
      language: null,
      summary: plainWordsOf(note),
      html: noteHtml(note, new URL(`/news/${article.id}`, site).href),
      publishedAt: at,
      updatedAt: at,
      authors: [],
      categories: [article.section.name],
      comments: null,
      picture: null,
    }
  })
}
