import { dateIn } from '@/lib/articles/archive-date'
import type { ListPlace } from '@/lib/articles/list-place'
import { type ListedBy, listFilled, listStoryPage, listYears } from '@/lib/articles/queries-lists'
import { listMostDiscussed, listStories } from '@/lib/articles/queries-stories'
import { db } from '@/lib/db'
import { searchByDate, searchByRelevance } from '@/lib/search/queries-search'
import { suggest } from '@/lib/search/queries-suggest'
import { readSearch } from '@/lib/search/search'

/** Something readers ask of the archive, by its query alone; `time` counts how often it was asked. */
export type ArticleQuestion = { name: string; query(time: number): Promise<unknown> }

export type Archive = {
  places: ListPlace[]
  section: string
  tag: string
  author: string
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
  const [names] = await db().$queryRaw<{ section: string; tag: string; author: string }[]>`
    select (select slug from "Section" order by id limit 1) as section, (select slug from "Author" order by id limit 1) as author,
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

export function listQuestions(archive: Archive): ArticleQuestion[] {
  const lists: [string, (time: number) => ListedBy][] = [
    ['a section', () => ({ section: archive.section })],
    ['a tag', () => ({ tag: archive.tag })],
    ['an author', () => ({ author: archive.author })],
    ['a month', (time) => monthOf(at(archive.places, time).at)],
  ]
  return [
    { name: 'the front: sixty stories', query: () => listStories({ take: 60 }) },
    {
      name: 'most discussed in two weeks',
      query: () => listMostDiscussed({ take: 4, since: new Date(Date.now() - 14 * 86_400_000) }),
    },
    ...lists.flatMap(([name, by]): ArticleQuestion[] => [
      { name: `${name}, first page`, query: (time) => listStoryPage(by(time), null, 20) },
      {
        name: `${name}, a later page`,
        query: (time) => listStoryPage(by(time), { after: at(archive.places, time) }, 20),
      },
      {
        name: `${name}, the page before`,
        query: (time) => listStoryPage(by(time), { before: at(archive.places, time) }, 20),
      },
    ]),
    {
      name: 'the days of a month',
      query: (time) => listFilled(yearAndMonth(at(archive.places, time).at), 'UTC'),
    },
    { name: 'the years', query: () => listYears('UTC') },
  ]
}

export function searchQuestions(archive: Archive): ArticleQuestion[] {
  const words: [string, (time: number) => string][] = [
    ['a common word', (time) => at(archive.common, time)],
    ['a word in a few of a hundred', (time) => at(archive.middling, time)],
    ['a rare word', (time) => at(archive.rare, time)],
    ['two common words', (time) => `${at(archive.common, time)} ${at(archive.common, time + 7)}`],
    ['a common and a rare word', (time) => `${at(archive.common, time)} ${at(archive.rare, time)}`],
    [
      'a phrase of two common words',
      (time) => `"${at(archive.common, time)} ${at(archive.common, time + 3)}"`,
    ],
    ['a headline', (time) => at(archive.headlines, time)],
    ['a headline and a word that is none', (time) => `${at(archive.headlines, time)} zzyzx`],
    ['a common word in a section', (time) => `${at(archive.common, time)} section:${archive.section}`],
    ['a word without another', (time) => `${at(archive.middling, time)} -${at(archive.common, time)}`],
    ['a common word before a year', (time) => `${at(archive.common, time)} before:2015`],
    ['a word of no story', () => 'qqxyzzyq'],
  ]
  return [
    ...words.flatMap(([name, text]): ArticleQuestion[] => [
      { name: `${name}, best match`, query: (time) => searchByRelevance(readSearch(text(time), 'UTC'), 1) },
      { name: `${name}, newest`, query: (time) => searchByDate(readSearch(text(time), 'UTC'), null) },
    ]),
    { name: 'suggestions', query: (time) => suggest(at(archive.middling, time).slice(0, 3)) },
  ]
}

function monthOf(instant: Date): ListedBy {
  const { year, month } = yearAndMonth(instant)
  return { from: new Date(Date.UTC(year, month - 1)), until: new Date(Date.UTC(year, month)) }
}

function yearAndMonth(instant: Date): { year: number; month: number } {
  const { year, month } = dateIn(instant, 'UTC')
  return { year, month }
}

function at<T>(values: readonly T[], time: number): T {
  const value = values[time % values.length]
  if (value === undefined) throw new Error('the archive is too small')
  return value
}
