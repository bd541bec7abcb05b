import { db } from '@/lib/db'
import type { Search } from './search'

/** One reading of a search as a tsquery, and the same without the order of words, which is all the index knows. */
export type AskedFor = {
  query: string
  loose: string
  isLoose: boolean
  /** What a headline with it need not be read further for; null where a phrase is refused, which the text may have. */
  inTitle: string | null
}

/** A search as PostgreSQL reads it, each part in a tsquery's own notation; '' has no word. */
export type Asked = {
  /** Everything that must and must not be there, filters included. */
  strict: AskedFor
  /** The same with one of the words missing, whichever; null where there are too few or too many for that. */
  relaxed: AskedFor | null
  /** The words alone, which stories are ranked by. */
  words: string
}

type AskedRow = {
  words: string
  missing: string | null
  refused: string
  section: number | null
  author: number | null
}

const fewestRelaxed = 2
const mostRelaxed = 12

export async function askedOf({ wanted, unwanted, section, author }: Search): Promise<Asked> {
  const isRelaxable = wanted.length >= fewestRelaxed && wanted.length <= mostRelaxed
  const [row] = await db().$queryRaw<AskedRow[]>`
    with part as (
      select place, search_term(term)::text as words from unnest(${wanted}::text[]) with ordinality t(term, place)
      where numnode(search_term(term)) > 0)
    select search_query(${wanted}::text[], '{}')::text as words, search_refused(${unwanted}::text[])::text as refused,
           (select string_agg((select string_agg('(' || other.words || ')', ' & ') from part other where other.place <> part.place), ' | ')
            from part having ${isRelaxable} and count(*) >= ${fewestRelaxed}) as missing,
           (select s.id from "Section" s where s.slug = ${section}) as section,
           (select a.id from "Author" a where a.slug = ${author}) as author`
  if (!row) throw new Error('a search was not read')
  const marks = [
    ...(section ? [`'section ${row.section ?? 0}'`] : []),
    ...(author ? [`'author ${row.author ?? 0}'`] : []),
  ]
  // Whoever wants nothing that has a word, and no filter, is not given everything else.
  const isNothing = row.words === '' && marks.length === 0
  const asked = (words: string) => both(words, row.refused, marks)
  return {
    strict: isNothing ? { query: '', loose: '', isLoose: false, inTitle: null } : asked(row.words),
    relaxed: row.missing === null ? null : asked(row.missing),
    words: row.words,
  }
}

/** Nothing is wanted: there is no word and no filter, or only something that is not to be there. */
export function isEmpty({ strict }: Asked): boolean {
  return strict.query === ''
}

function both(words: string, refused: string, marks: readonly string[]): AskedFor {
  const all = (parts: readonly string[]) =>
    parts
      .filter(Boolean)
      .map((part) => `(${part})`)
      .join(' & ')
  const query = all([words, refused, ...marks])
  // Without the order of words a refused phrase would refuse more than it says.
  const loosely = hasOrder(refused) ? '' : refused
  return {
    query,
    loose: all([words.replaceAll(order, '&'), loosely, ...marks]),
    isLoose: hasOrder(words) || hasOrder(refused),
    inTitle: hasOrder(refused) ? null : words,
  }
}

// No word of a query has such a sign in it: search_text() makes spaces of them.
const order = /<(?:-|\d+)>/g

function hasOrder(query: string): boolean {
  return query.includes('<')
}
