import { limit } from '@/lib/articles/queries-stories'
import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { all, allButOne } from './all-but-one'
import type { Expected } from './reach'
import type { Search } from './search'

/** One reading of a search as a tsquery, and a looser one that the index answers well: some of what it finds is not asked for. */
export type AskedFor = {
  query: string
  loose: string
  isLoose: boolean
  expected: Expected
  /** What a headline with it need not be read further for; null where a phrase is refused, which the text may have. */
  inTitle: string | null
  /** The same by headline, standfirst and tags alone; null where these do not say whether a story is asked for. */
  titles: { query: string; loose: string; expected: Expected } | null
}

/** A search as PostgreSQL reads it, each part in a tsquery's own notation; '' has no word. */
export type Asked = {
  /** Everything that must and must not be there, filters included. */
  strict: AskedFor
  /** The same with one of the words missing, whichever; null where there are too few for that. */
  relaxed: AskedFor | null
  /** The words alone, and those that stories are ranked by. */
  words: string
  rankedBy: string
  /** How many stories there are. */
  total: number
}

/** What must be there: a word, a phrase or what a filter says; in how many stories it is, and in how many headlines. */
type Part = { query: string; inText: number; inTitle: number }
type AskedRow = { words: string; refused: string; total: number; parts: Part[] | null; marks: Part[] | null }

/** One of so many words may be missing, and of the rarest so many the index is asked: with each more it takes longer. */
const [fewestRelaxed, rarestRelaxed] = [2, 4]
/** The rarest words say best which story is meant. */
const mostRankedBy = 8
/** So many authors may have the words of a name. */
const mostNamed = 20

export async function askedOf({ wanted, unwanted, section, author }: Search): Promise<Asked> {
  const [row] = await db().$queryRaw<AskedRow[]>`
    with part as (
      select distinct search_term(term)::text as query from unnest(${wanted}::text[]) term where numnode(search_term(term)) > 0),
    mark as (
      ${markOf('section', section)} union all ${markOf('author', author)})
    select search_query(${wanted}::text[], '{}')::text as words, search_refused(${unwanted}::text[])::text as refused,
           (select greatest(reltuples, 0)::float8 from pg_class where oid = '"SearchEntry"'::regclass) as total,
           (select json_agg(json_build_object('query', query, 'inText', search_rows(query::tsquery, false), 'inTitle', search_rows(query::tsquery, true))) from part) as parts,
           (select json_agg(json_build_object('query', query, 'inText', search_rows(query::tsquery, false), 'inTitle', 0)) from mark) as marks`
  if (!row) throw new Error('a search was not read')
  const { words, refused, total } = row
  const marks = row.marks ?? []
  const parts = (row.parts ?? []).toSorted((one, other) => one.inText - other.inText)
  // Whoever wants nothing that has a word, and no filter, is not given everything else.
  const isNothing = words === '' && marks.length === 0
  const strict = { words, loose: words, parts, isRelaxed: false }
  return {
    strict: isNothing ? nothing : askedFor(strict, refused, marks, total),
    relaxed: parts.length < fewestRelaxed ? null : askedFor(relaxedOf(parts), refused, marks, total),
    words,
    // Each word is compared with each other, wherever they stand.
    rankedBy:
      parts.length > mostRankedBy ? all(parts.slice(0, mostRankedBy).map(({ query }) => query)) : words,
    total,
  }
}

/** The mark of a section or an author by slug; those whose names have its words, where it is none. */
function markOf(kind: 'section' | 'author', named: string | null): Prisma.Sql {
  const mark = Prisma.raw(`'''${kind} %s'''`)
  const table = Prisma.raw(kind === 'section' ? '"Section"' : '"Author"')
  const among = (text: Prisma.Sql) => Prisma.sql`' ' || btrim(search_text(${text})) || ' '`
  const is = /^[a-z0-9-]*$/.test(named ?? '')
    ? Prisma.sql`slug = ${named}`
    : Prisma.sql`position(${among(Prisma.sql`${named}::text`)} in ${among(Prisma.sql`name`)}) > 0`
  return Prisma.sql`
    select coalesce(string_agg(format(${mark}, id), ' | '), format(${mark}, 0)) as query
    from (select id from ${table} where ${is} order by id ${limit(mostNamed)}) named having ${named}::text is not null`
}

const nothing: AskedFor = {
  ...{ query: '', loose: '', isLoose: false },
  ...{ expected: { atMost: 0, about: 0, words: 0 }, inTitle: null, titles: null },
}

/** Nothing is wanted: there is no word and no filter, or only something that is not to be there. */
export function isEmpty({ strict }: Asked): boolean {
  return strict.query === ''
}

type Wanted = { words: string; loose: string; parts: readonly Part[]; isRelaxed: boolean }

function relaxedOf(parts: readonly Part[]): Wanted {
  const queries = parts.map(({ query }) => query)
  return {
    ...{ words: allButOne(queries), loose: allButOne(queries.slice(0, rarestRelaxed)) },
    ...{ parts, isRelaxed: true },
  }
}

function askedFor(
  { words, loose, parts, isRelaxed }: Wanted,
  refused: string,
  marks: readonly Part[],
  total: number,
): AskedFor {
  const kept = marks.map(({ query }) => query)
  // Without the order of words a refused phrase would refuse more than it says.
  const looselyRefused = hasOrder(refused) ? '' : refused
  const isAlone = refused === '' && marks.length === 0
  const isLoose = [words, refused].some(hasOrder) || (isRelaxed && parts.length > rarestRelaxed)
  const sought = isRelaxed ? parts.slice(0, rarestRelaxed) : parts
  const unordered = loose.replaceAll(order, '&')
  return {
    query: all([words, refused, ...kept]),
    loose: all([unordered, looselyRefused, ...kept]),
    isLoose,
    expected: expectedOf([...sought, ...marks], 'inText', total, isRelaxed, refused),
    inTitle: hasOrder(refused) ? null : words,
    titles:
      isAlone && parts.length > 0
        ? { query: words, loose: unordered, expected: expectedOf(sought, 'inTitle', total, isRelaxed) }
        : null,
  }
}

/** With one missing, the rarest two are what every story has one of. */
function expectedOf(
  parts: readonly Part[],
  where: 'inText' | 'inTitle',
  total: number,
  isRelaxed: boolean,
  refused = '',
): Expected {
  const counts = parts.map((part) => part[where]).toSorted((one, other) => one - other)
  const [rarest = total, second = total] = counts
  const share = (rows: number) => Math.min(1, rows / Math.max(total, 1))
  const words = (refused + parts.map(({ query }) => query).join()).split("'").length >> 1
  const together = total * counts.reduce((product, rows) => product * share(rows), 1)
  return isRelaxed
    ? { atMost: rarest + second, about: together / Math.max(share(rarest), 1e-9), words }
    : { atMost: rarest, about: together, words }
}

// No word of a query has such a sign in it: search_text() makes spaces of them.
const order = /<(?:-|\d+)>/g

function hasOrder(query: string): boolean {
  return query.includes('<')
}
