import type { CorrectionKind } from '@/lib/articles/correction'
import { listCorrections } from '@/lib/articles/queries-versions'
import { type FeedEntry, tagId } from './feed'
import { element, writeMarkup } from './markup'

const entriesPerFeed = 50

/** What readers were told was put right, newest first, each with its kind and its article's headline. */
export async function listFeedCorrections(
  site: URL,
): Promise<(Omit<FeedEntry, 'title'> & { kind: CorrectionKind; headline: string })[]> {
  const corrections = await listCorrections({ take: entriesPerFeed })
  return corrections.map(({ id, number, kind, note, at, article }) => ({
    kind,
    headline: article.headline,
    id: tagId(site, at, `corrections/${id}`),
    url: new URL(`/news/${article.id}/versions#version-${number}`, site).href,
    language: null,
    summary: note,
    html: writeMarkup(note.split(/\n{2,}/).map((paragraph) => element('p', {}, paragraph))),
    publishedAt: at,
    updatedAt: at,
    authors: [],
    categories: [article.section.name],
    comments: null,
    picture: null,
  }))
}
