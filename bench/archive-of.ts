import type { ListPlace } from '@/lib/articles/list-place'
import { db } from '@/lib/db'

/** Something readers ask of the archive, by its query alone; `time` counts how often it was asked. */
export type ArticleQuestion = { name: string; query(time: number): Promise<unknown> }

export type Archive = {
  places: ListPlace[]
  section: string
  tag: string
  author: string
  /** The story whose conversation is the longest. */
  talk: number
  /** Words by how many stories of a thousand have them, and headlines. */
  common: string[]
  middling: string[]
  rare: string[]
  headlines: string[]
}

/** What is asked about: a place in every twentieth of the archive, and words as frequent and as rare as there are. */
export async function archiveOf(): Promise<Archive> {
  const places = await db().$queryRaw<(ListPlace & { headline: string })[]>`
    select p."publishedAt" as at, p.id, v.headline from "PublicArticle" p join "ArticleVersion" v on v.id = p."currentVersionId"
    where p.id % (select greatest(count(*) / 20, 1) from "PublicArticle") = 7 order by p.id limit 20`
  const words = await db().$queryRaw<{ word: string }[]>`
    select word from ts_stat('select words from "SearchEntry" tablesample system (0.5) repeatable (3)')
    where word !~ ' ' and length(word) > 2 order by ndoc desc, word`
  const [names] = await db().$queryRaw<{ section: string; tag: string; author: string; talk: number }[]>`
    select (select slug from "Section" order by id limit 1) as section, (select slug from "Author" order by id limit 1) as author,
           (select "articleId" from "PublicComment" group by "articleId" order by count(*) desc limit 1) as talk,
           (select t.slug from "ArticleTag" l join "Tag" t on t.id = l."tagId" group by t.slug order by count(*) desc limit 1) as tag`
  if (!names) throw new Error('the archive is empty')
  const from = (place: number) => words.slice(place, place + 20).map(({ word }) => word)
  return {
    ...names,
    places: places.map(({ at, id }) => ({ at, id })),
    headlines: places.map(({ headline }) => headline),
    ...{ common: from(0), middling: from(400), rare: from(6_000) },
  }
}

/** One after the other, and again from the first. */
export function placeAt<T>(values: readonly T[], time: number): T {
  const value = values[time % values.length]
  if (value === undefined) throw new Error('the archive is too small')
  return value
}
