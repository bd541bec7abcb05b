import { db } from '@/lib/db'
import type { Search } from './search'

/** A search as PostgreSQL reads it, each part a tsquery in its own notation; '' has no word. */
export type Asked = {
  /** Everything that must and must not be there, filters included. */
  query: string
  /** The same with one of the words missing, whichever; null where there are too few or too many for that. */
  relaxed: string | null
  /** The words alone, which stories are ranked by. */
  words: string
}

const fewestRelaxed = 2
const mostRelaxed = 12

export async function askedOf({ wanted, unwanted, section, author }: Search): Promise<Asked> {
  const marks = [...(section ? [`'section ${section}'`] : []), ...(author ? [`'author ${author}'`] : [])]
  const kept = marks.join(' & ')
  const isRelaxable = wanted.length >= fewestRelaxed && wanted.length <= mostRelaxed
  const [row] = await db().$queryRaw<Asked[]>`
    with asked as (select search_query(${wanted}::text[], ${unwanted}::text[]) as query, search_refused(${unwanted}::text[]) as refused),
    parts as (select place, search_term(term) as part from unnest(${wanted}::text[]) with ordinality t(term, place)),
    counting as (select * from parts where numnode(part) > 0),
    missing as (
      select string_agg('(' || (select string_agg('(' || c.part::text || ')', ' & ') from counting c where c.place <> gone.place) || ')', ' | ') as any_but_one
      from counting gone having count(*) >= ${fewestRelaxed})
    select (asked.query && ${kept}::tsquery)::text as query,
           search_query(${wanted}::text[], '{}')::text as words,
           case when ${isRelaxable} and any_but_one is not null
             then (any_but_one::tsquery && asked.refused && ${kept}::tsquery)::text end as relaxed
    from asked left join missing on true`
  if (!row) throw new Error('a search was not read')
  return row
}

/** Nothing is wanted: there is no word and no filter, or only something that is not to be there. */
export function isEmpty({ query }: Asked): boolean {
  return query === ''
}
