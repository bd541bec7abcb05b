import type { ListPlace } from '@/lib/articles/list-place'
import { findStories, type Story } from '@/lib/articles/queries-stories'
import type { Piece } from './pieces'
import { type Asked, type AskedFor, askedOf, isEmpty } from './queries-asked'
import { excerptsOf } from './queries-excerpts'
import { newestOf, resultsPerPage } from './queries-newest'
import { countWithin, type Ranked, rankTitles, rankWithin } from './queries-rank'
import { reachOf } from './queries-reach'
import { mostReread } from './queries-within'
import { firstReach, isTitleSearched, nextReach } from './reach'
import type { Search } from './search'

export { resultsPerPage }
/** The last page by relevance. Whoever wants more of it asks by date. */
export const lastRankedPage = 10
const mostRanked = resultsPerPage * lastRankedPage
/** So many stories with the words are looked for to rank them: of fewer, the best may lie farther back. */
const [wantedToRank, enoughToRank] = [1_500, 300]
/** By date, twice a page. */
const wantedByDate = 2 * (resultsPerPage + 1)

export type Result = { story: Story; headline: Piece[]; excerpt: Piece[] }
export type Results = { results: Result[]; total: number | null; isRelaxed: boolean }

const nothing = { results: [], total: 0, isRelaxed: false } satisfies Results

/**
 * The best stories for a search (docs/search.md has the formula), `page` from 1. Where none has every word those count
 * that have all but one. `total` is null where not everything was looked through.
 */
export async function searchByRelevance(search: Search, page: number): Promise<Results> {
  const asked = await askedOf(search)
  if (isEmpty(asked)) return nothing
  let isWhole = true
  for (const version of [asked.strict, asked.relaxed]) {
    if (version === null) continue
    const best = await bestOf(version, asked, search)
    isWhole &&= best.isWhole
    if (best.found === 0) continue
    const ids = best.ids.slice(0, mostRanked).slice((page - 1) * resultsPerPage, page * resultsPerPage)
    return {
      results: await resultsOf(ids, asked, search),
      total: best.isWhole ? best.found : null,
      isRelaxed: version === asked.relaxed,
    }
  }
  return { ...nothing, total: isWhole ? 0 : null }
}

/**
 * First by headlines, of the whole archive: what has every word there stands before what has not. Then by all words, in
 * windows that grow until they hold enough.
 */
async function bestOf(
  version: AskedFor,
  { rankedBy, total }: Asked,
  search: Search,
): Promise<Ranked & { isWhole: boolean }> {
  const { expected, isLoose, titles } = version
  let size = firstReach(expected, wantedToRank, total)
  let reach = await reachOf(size, search)
  const isTitled = reach !== null && titles && isTitleSearched(titles.expected, isLoose)
  const byTitle = isTitled ? await rankTitles(titles, rankedBy, search) : null
  if (byTitle && byTitle.found >= mostRanked) return { ...byTitle, isWhole: false }
  const look = () => rankWithin(version, rankedBy, reach, search, byTitle?.ids ?? [])
  for (;;) {
    if (size === null || reach === null) break
    // Texts are looked at once, when it is known how far.
    const best = isLoose ? null : await look()
    const read = best?.read ?? (await countWithin(version, reach, search))
    const next = read < enoughToRank ? nextReach(size, read, enoughToRank, expected, total) : 'none'
    if (next === 'none') return { ...(best ?? (await look())), isWhole: false }
    size = next
    reach = await reachOf(size, search)
  }
  const best = await look()
  return { ...best, isWhole: !isLoose || best.read <= mostReread }
}

/** The newest stories that have every word. Where a page ends without having found enough, `older` reads on from there. */
export async function searchByDate(
  search: Search,
  after: ListPlace | null,
): Promise<Results & { older: ListPlace | null }> {
  const asked = await askedOf(search)
  if (isEmpty(asked)) return { ...nothing, older: null }
  const { strict, total } = asked
  const until = after && (!search.before || after.at < search.before) ? after.at : search.before
  let size = firstReach(strict.expected, strict.isLoose ? mostReread : wantedByDate, total)
  for (;;) {
    const reach = await reachOf(size, { ...search, before: until })
    const { rows, lastRead, isCut } = await newestOf(strict, reach, search, after, until)
    const isFull = rows.length > resultsPerPage
    const next =
      size === null || reach === null || isFull || isCut
        ? 'none'
        : nextReach(size, rows.length, wantedByDate, strict.expected, total)
    if (next !== 'none') {
      size = next
      continue
    }
    const shown = rows.slice(0, resultsPerPage)
    // Of the window's beginning every story is read, whatever its id; a window of whole months may begin before it.
    const edge = reach && { at: reach, id: 0 }
    const last = shown.at(-1)
    const end = isCut ? lastRead : edge && last && last.at < edge.at ? last : edge
    const older = (isFull ? last : end) ?? null
    return {
      results: await resultsOf(
        shown.map(({ id }) => id),
        asked,
        search,
      ),
      total: after === null && older === null ? rows.length : null,
      isRelaxed: false,
      older,
    }
  }
}

async function resultsOf(ids: readonly number[], { words }: Asked, { wanted }: Search): Promise<Result[]> {
  const [stories, excerpts] = await Promise.all([findStories(ids), excerptsOf(ids, words, wanted)])
  return stories.map((story) => {
    const plain = [{ text: story.headline, isHit: false }]
    return { story, ...(excerpts.get(story.id) ?? { headline: plain, excerpt: [] }) }
  })
}
