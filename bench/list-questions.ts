import { listForPrograms } from '@/lib/api/queries-articles'
import { listCommentsForPrograms } from '@/lib/api/queries-comments'
import { dateIn, spanOf } from '@/lib/articles/archive-date'
import type { PageStart } from '@/lib/articles/list-place'
import { listSections } from '@/lib/articles/queries'
import { listChain } from '@/lib/articles/queries-chain'
import { listCorrections } from '@/lib/articles/queries-corrections'
import { findArrangement, listFrontStories } from '@/lib/articles/queries-front'
import { findFurniture } from '@/lib/articles/queries-furniture'
import {
  type ListedBy,
  listFilled,
  listFilledMonths,
  listStoryPage,
  listYears,
} from '@/lib/articles/queries-lists'
import { listKeptMostRead, listMostRead } from '@/lib/articles/queries-reads'
import { listMostDiscussed } from '@/lib/articles/queries-stories'
import { listVersions } from '@/lib/articles/queries-versions'
import { listFeedArticles } from '@/lib/feeds/queries'
import { listFeedComments } from '@/lib/feeds/queries-comments'
import { listFeedCorrections } from '@/lib/feeds/queries-corrections'
import { listNews, listSitemapArticles, listSitemapParts } from '@/lib/feeds/queries-sitemap'
import { partOf } from '@/lib/feeds/sitemap'
import { type Archive, type ArticleQuestion, placeAt } from './archive-of'

const site = new URL('https://tribune.example')
const zone = 'UTC'
const perPage = 20

/** Every list of stories that readers and programs have, as its page or its handler asks for it. */
export function listQuestions(archive: Archive): ArticleQuestion[] {
  const place = (time: number) => placeAt(archive.places, time)
  const pages = (
    name: string,
    ask: (start: PageStart, time: number) => Promise<unknown>,
  ): ArticleQuestion[] => [
    { name: `${name}, first page`, query: (time) => ask(null, time) },
    { name: `${name}, a later page`, query: (time) => ask({ after: place(time) }, time) },
    { name: `${name}, the page before`, query: (time) => ask({ before: place(time) }, time) },
  ]
  const lists: [string, (time: number) => ListedBy][] = [
    ['a section', () => ({ section: archive.section })],
    ['a tag', () => ({ tag: archive.tag })],
    ['an author', () => ({ author: archive.author })],
    ['a month', (time) => monthOf(place(time).at)],
    ['a day', (time) => dayOf(place(time).at)],
  ]
  return [
    { name: 'the front', query: async () => listFrontStories(await findArrangement(new Date())) },
    { name: 'most read, as the front has it', query: () => listKeptMostRead({ take: 5 }) },
    { name: 'most read in a week', query: () => listMostRead({ take: 5, since: daysAgo(6) }) },
    {
      name: 'most discussed in two weeks',
      query: () => listMostDiscussed({ take: 4, since: new Date(Date.now() - 14 * 86_400_000) }),
    },
    ...lists.flatMap(([name, by]) => pages(name, (start, time) => listStoryPage(by(time), start, perPage))),
    ...pages('corrections', (start) => listCorrections(start, perPage)),
    { name: 'the days of a month', query: (time) => listFilled(yearAndMonth(place(time).at), zone) },
    {
      name: 'the months of a year',
      query: (time) => listFilled({ year: yearAndMonth(place(time).at).year }, zone),
    },
    { name: 'the years', query: () => listYears(zone) },
    { name: 'the months of all years', query: async () => listFilledMonths(await listYears(zone), zone) },
    { name: 'the sections', query: () => listSections() },
    { name: 'what stands around an article', query: (time) => findFurniture(place(time).id) },
    { name: 'the chain of an article', query: (time) => listChain(place(time).id) },
    { name: 'the versions of an article', query: (time) => listVersions(place(time).id, { take: 10 }) },
    ...programQuestions(archive),
  ]
}

function programQuestions(archive: Archive): ArticleQuestion[] {
  const { section, tag, author, talk } = archive
  const place = (time: number) => placeAt(archive.places, time)
  const api = (by: ListedBy | null) => (time: number) => listForPrograms(by, place(time), perPage, site)
  return [
    { name: 'the feed of the site', query: () => listFeedArticles(site, null) },
    { name: 'the feed of a section', query: () => listFeedArticles(site, { section }) },
    { name: 'the feed of a tag', query: () => listFeedArticles(site, { tag }) },
    { name: 'the feed of an author', query: () => listFeedArticles(site, { author }) },
    { name: 'the feed of corrections', query: () => listFeedCorrections(site) },
    { name: 'the feed of a conversation', query: () => listFeedComments(site, talk) },
    { name: 'the sitemap’s index', query: () => listSitemapParts(site) },
    { name: 'a part of the sitemap', query: (time) => listSitemapArticles(site, partOf(place(time).id)) },
    { name: 'the news sitemap', query: () => listNews(site, 'en', new Date()) },
    { name: 'articles for programs, first page', query: () => listForPrograms(null, null, perPage, site) },
    { name: 'articles for programs, a later page', query: api(null) },
    { name: 'a section for programs, a later page', query: api({ section }) },
    { name: 'a tag for programs, a later page', query: api({ tag }) },
    { name: 'an author for programs, a later page', query: api({ author }) },
    { name: 'comments for programs', query: () => listCommentsForPrograms(talk, null, perPage, site) },
  ]
}

function monthOf(instant: Date): ListedBy {
  return spanOf(yearAndMonth(instant), zone)
}

function dayOf(instant: Date): ListedBy {
  return spanOf(dateIn(instant, zone), zone)
}

function yearAndMonth(instant: Date): { year: number; month: number } {
  const { year, month } = dateIn(instant, zone)
  return { year, month }
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}
