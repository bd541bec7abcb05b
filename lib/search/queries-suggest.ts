import { findStories, limit, type Story } from '@/lib/articles/queries-stories'
import { db } from '@/lib/db'

export const mostSuggested = 6
/** The longest beginning that is completed, in characters. */
export const longestSuggested = 60
const mostCompletions = 12
const reach = 10_000

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
    -- Read as a query once, and not for every row.
    asked as materialized (
      select coalesce(before.query, '')::tsquery && coalesce(completed.query, '')::tsquery as query from completed, before),
    -- Newest first until there are enough: by their words, a beginning of three letters is in tens of thousands.
    newest as (
      select e."articleId", e.title, row_number() over (order by e."publishedAt" desc, e."articleId" desc) as place
      from "SearchEntry" e order by e."publishedAt" desc, e."articleId" desc ${limit(reach)})
    select n."articleId" as id from newest n, asked
    where n.title @@ asked.query
    order by n.place limit ${mostSuggested}`
  return findStories(rows.map(({ id }) => id))
}
