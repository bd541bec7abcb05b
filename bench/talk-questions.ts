import { writeCursor } from '@/lib/comments/cursor'
import { writePageCursor } from '@/lib/comments/page-cursor'
import { listReplies } from '@/lib/comments/queries'
import { cursorAround, listConversation } from '@/lib/comments/queries-page'
import { findPlace } from '@/lib/comments/queries-place'
import { searchConversation } from '@/lib/comments/queries-search'
import { sorts } from '@/lib/comments/sorts'
import type { Subject } from './talk-subject'

/** Something readers ask of a conversation: its queries, and the page that shows it. `time` counts how often it was asked. */
export type Question = {
  name: string
  query(subject: Subject, time: number): Promise<unknown>
  path(subject: Subject, time: number): Promise<string>
  /** A short conversation is searched whole, a long one is not: the one says nothing of the other. */
  isSearch?: true
}

export const questions: readonly Question[] = [
  ...sorts.flatMap((sort): Question[] => [
    {
      name: `${sort}, first page`,
      query: ({ articleId }) => listConversation(articleId, { sort, after: null }, new Date()),
      path: async ({ articleId }) => `/news/${articleId}/comments?sort=${sort}`,
    },
    {
      name: `${sort}, a later page`,
      query: async (subject, time) => {
        const now = new Date()
        const after = await cursorAround(subject.articleId, at(subject.roots, time), sort, now)
        return listConversation(subject.articleId, { sort, after }, now)
      },
      path: async (subject, time) => {
        const after = await cursorAround(subject.articleId, at(subject.roots, time), sort, new Date())
        if (!after) throw new Error('a comment is not public')
        return `/news/${subject.articleId}/comments?sort=${sort}&after=${writePageCursor(sort, after)}`
      },
    },
  ]),
  {
    name: 'a branch, first page',
    query: ({ branch }) => listReplies(branch.rootId, null),
    path: async ({ branch }) => `/comments/${branch.rootId}/replies`,
  },
  {
    name: 'a branch, a later page',
    query: ({ branch }, time) => listReplies(branch.rootId, cursorOf(at(branch.answers, time))),
    path: async ({ branch }, time) =>
      `/comments/${branch.rootId}/replies?after=${writeCursor(cursorOf(at(branch.answers, time)))}`,
  },
  {
    name: 'a permalink, with the page it leads to',
    query: async (subject, time) => {
      const id = permalink(subject, time)
      const now = new Date()
      const place = await findPlace(id)
      if (!place) throw new Error(`comment ${id} has no place`)
      if (place.onFirstPage) return listConversation(place.articleId, { sort: 'best', after: null }, now)
      if (place.rootId !== id) return listReplies(place.rootId, place.before)
      const after = await cursorAround(place.articleId, id, 'best', now)
      return listConversation(place.articleId, { sort: 'best', after }, now)
    },
    path: async (subject, time) => `/comments/${permalink(subject, time)}`,
  },
  {
    isSearch: true,
    name: 'a search for a common word',
    query: ({ articleId, words }) => searchConversation(articleId, words.common, null),
    path: async ({ articleId, words }) => `/news/${articleId}/comments?q=${words.common}`,
  },
  {
    isSearch: true,
    name: 'a search for a rare word',
    query: ({ articleId, words }, time) => searchConversation(articleId, at(words.rare, time), null),
    path: async ({ articleId, words }, time) =>
      `/news/${articleId}/comments?q=${encodeURIComponent(at(words.rare, time))}`,
  },
]

/** A root and an answer in turn. */
function permalink({ roots, answers }: Subject, time: number): number {
  return time % 2 === 0 ? at(roots, time / 2) : at(answers, (time - 1) / 2).id
}

function cursorOf({ id, createdAt }: { id: number; createdAt: Date }) {
  return { at: createdAt, id }
}

function at<T>(values: readonly T[], time: number): T {
  const value = values[time % values.length]
  if (value === undefined) throw new Error('the conversation is too small')
  return value
}
