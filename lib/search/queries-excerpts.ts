import { db } from '@/lib/db'
import { begin, end, type Piece, piecesOf } from './pieces'

/** As much of a text as its excerpt is looked for in, in characters. */
const mostRead = 4_000

/** By its first letters an excerpt is known that begins where the text does. */
const openingRead = 20

/** The words of a body as a search finds them (the view "SearchRow"): of lists, tables, captions and who speaks as well. */
const said =
  'strict $.** ? (@.type() == "object").keyvalue() ? (@.key == "text" || @.key == "speaker" || @.key == "caption").value ? (@.type() == "string")'

const whole = `HighlightAll=true, StartSel=${begin}, StopSel=${end}`
const around = `MaxWords=34, MinWords=18, StartSel=${begin}, StopSel=${end}`

/** Headlines and the words around what was searched for, each with its hits. */
export async function excerptsOf(
  ids: readonly number[],
  marked: string,
  wanted: readonly string[],
): Promise<Map<number, { headline: Piece[]; excerpt: Piece[] }>> {
  if (ids.length === 0) return new Map()
  const rows = await db().$queryRaw<
    { id: number; headline: string; excerpt: string | null; opening: string | null }[]
  >`
    select p.id,
           ts_headline(c.config, translate(v.headline, ${begin + end}, ''), ${marked}::tsquery, ${whole}) as headline,
           ts_headline(c.config, translate(left(concat_ws(' ', v.standfirst, b.said), ${mostRead}), ${begin + end}, ''), ${marked}::tsquery, ${around}) as excerpt,
           left(coalesce(v.standfirst, b.said), ${openingRead}) as opening
    from "PublicArticle" p join "ArticleVersion" v on v.id = p."currentVersionId"
    cross join lateral (select search_configuration(v.language) as config) c
    cross join lateral (
      select string_agg(part #>> '{}', ' ') as said
      from jsonb_path_query(v.body, ${said}::jsonpath) part) b
    where p.id = any(${[...ids]}::int[])`
  return new Map(
    rows.map(({ id, headline, excerpt, opening }) => [
      id,
      {
        headline: piecesOf(headline, wanted),
        excerpt: piecesOf(withDots(excerpt ?? '', opening ?? ''), wanted),
      },
    ]),
  )
}

/** Says of an excerpt that it begins, or ends, in the middle. */
function withDots(excerpt: string, opening: string): string {
  const plain = excerpt.replaceAll(begin, '').replaceAll(end, '')
  if (plain === '') return ''
  const isOpening = plain.startsWith(opening.slice(0, plain.length))
  return `${isOpening ? '' : '… '}${excerpt}${/[.!?…。؟]$/u.test(plain) ? '' : ' …'}`
}
