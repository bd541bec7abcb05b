import { db } from '@/lib/db'
import { askedOf, isEmpty } from './queries-asked'
import type { Search } from './search'

/** Of a search, so many words are looked up. */
const mostLookedUp = 8

/**
 * What somebody may have meant: the same search with each word that no story has in the spelling of one that some have.
 * Null where no such word is near, or where nothing would be found by it either.
 */
export async function meantBy(text: string, search: Search): Promise<string | null> {
  const words = [...new Set(search.wanted.flatMap((term) => term.match(/[\p{L}\p{M}]{3,40}/gu) ?? []))]
  const rows = await db().$queryRaw<{ word: string; alike: string[] | null }[]>`
    select typed.word, (select array_agg(a) from words_alike(f.folded) a) as alike
    from unnest(${words.slice(0, mostLookedUp)}::text[]) typed(word)
    cross join lateral (select btrim(search_text(typed.word)) as folded) f
    where not exists (select 1 from "SearchWord" w where w.word = f.folded)`
  let meant = text
  let hasChanged = false
  for (const { word, alike } of rows) {
    const nearest = await firstFound(alike ?? [])
    if (nearest === null) continue
    meant = meant.replaceAll(word, nearest)
    hasChanged = true
  }
  return hasChanged ? meant : null
}

/** The first of some words that a story has which anyone may read: the list of words keeps those of stories taken back. */
async function firstFound(words: readonly string[]): Promise<string | null> {
  for (const word of words) {
    const wanted = { wanted: [word], unwanted: [], section: null, author: null, after: null, before: null }
    const asked = await askedOf(wanted)
    if (isEmpty(asked)) continue
    const rows = await db().$queryRaw<{ id: number }[]>`
      select e."articleId" as id from "SearchEntry" e where e.title @@ ${asked.strict.query}::tsquery limit 1`
    if (rows.length > 0) return word
  }
  return null
}
