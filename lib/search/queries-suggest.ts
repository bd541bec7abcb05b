import { findStories, type Story } from '@/lib/articles/queries-stories'
import { db } from '@/lib/db'
import { reachOf } from './queries-reach'

export const mostSuggested = 6
/** The longest beginning that is completed, in characters. */
export const longestSuggested = 60
const mostCompletions = 12

/**
 * The newest stories whose headline or standfirst has every word typed, the last one perhaps not yet whole. Among the
 * newest ten thousand: who wants an older one presses Search.
 */
export async function suggest(typed: string): Promise<Story[]> {
  const words =
    [...typed]
      .slice(0, longestSuggested)
      .join('')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const last = words.at(-1)
  if (last === undefined || last.length < 2) return []
  const since = (await reachOf(10_000, { before: null, after: null })) ?? new Date(0)
  const rows = await db().$queryRaw<{ id: number }[]>`
    with completed as (
      select string_agg('(' || search_term(word)::text || ')', ' | ') as query from (
        select ${last} as word union all
        (select w.word from "SearchWord" w where starts_with(w.word, btrim(search_text(${last}, true)))
         order by length(w.word), w.word limit ${mostCompletions})) candidate
      where numnode(search_term(word)) > 0),
    before as (
      select string_agg('(' || search_term(word)::text || ')', ' & ') as query from unnest(${words.slice(0, -1)}::text[]) word
      where numnode(search_term(word)) > 0),
    hit as materialized (
      select e."articleId", e."publishedAt" from "SearchEntry" e, completed, before
      where e.title @@ (coalesce(before.query, '')::tsquery && coalesce(completed.query, '')::tsquery))
    select h."articleId" as id from hit h where h."publishedAt" >= ${since}::timestamptz
    order by h."publishedAt" desc, h."articleId" desc limit ${mostSuggested}`
  return findStories(rows.map(({ id }) => id))
}
