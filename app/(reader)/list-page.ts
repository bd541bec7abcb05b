import { cache } from 'react'
import type { PageLinks } from '@/components/story-list'
import type { PageStart, PagesBeside } from '@/lib/articles/list-place'
import { type ListedBy, listStoryPage, type StoryPage } from '@/lib/articles/queries-lists'
import { readCursor, writeCursor } from '@/lib/comments/cursor'
import { site } from '@/lib/site'

export type ListQuery = { after?: string | string[]; before?: string | string[] }

const storiesPerPage = 20

/** The page of a list that an address asks for. The head and the body of a page ask once together. */
export async function readListPage(
  path: string,
  by: ListedBy,
  { after, before }: ListQuery,
): Promise<Pick<StoryPage, 'stories'> & { links: PageLinks }> {
  const page = await readOnce(JSON.stringify([by, one(after), one(before)]), by, one(after), one(before))
  return { stories: page.stories, links: linksOf(path, page) }
}

/** The ways to the pages beside a page of the list at `path`. */
export function linksOf(path: string, { newer, older }: PagesBeside): PageLinks {
  return {
    newer: newer && `${path}?before=${writeCursor(newer)}`,
    older: older && `${path}?after=${writeCursor(older)}`,
  }
}

/** Where an address says that a page begins. */
export function startIn({ after, before }: ListQuery): PageStart {
  return startOf(one(after), one(before))
}

/** The canonical address of a page of a list: its own, the page's beginning included. */
export function canonicalOf(path: string, { after, before }: ListQuery): URL {
  const url = new URL(path, site().url)
  if (startOf(one(after), one(before)) === null) return url
  if (one(after)) url.searchParams.set('after', one(after))
  else url.searchParams.set('before', one(before))
  return url
}

const readOnce = cache((_key: string, by: ListedBy, after: string, before: string) =>
  listStoryPage(by, startOf(after, before), storiesPerPage),
)

function startOf(after: string, before: string): PageStart {
  const [behind, ahead] = [readCursor(after), readCursor(before)]
  return behind ? { after: behind } : ahead ? { before: ahead } : null
}

function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
