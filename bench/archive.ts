import { databaseOf } from '@/e2e/process/running'
import { db } from '@/lib/db'
import { type ArticleQuestion, archiveOf } from './archive-of'
import { completeArchive } from './complete-archive'
import { medianOf, numberText, quantile } from './figures'
import { archiveSource, generateArticles } from './generate-articles'
import { listQuestions } from './list-questions'
import type { Finding, Options, Part } from './part'
import { loadKnown, placesOf } from './relevance'
import { searchQuestions } from './search-questions'
import { openDatabaseOf, type Site, startSite } from './site'
import { single, type Target, targets } from './targets'
import { openVisitor } from './visitor'

const usualArticles = 1_000_000
const timesPerRound = 20

/** Whether a list of stories is as fast in a large archive as in a small one: each by its queries, uncached. */
export const lists: Part = {
  ...{ title: 'Lists of stories in a large archive', isLong: true, needs: [] },
  measure: async (options) => {
    const { site, seconds } = await archiveSite(options)
    await completeArchive(await databaseOf(site.dataDir))
    const times = await timesOf(listQuestions(await archiveOf()), options)
    return report('Lists, by their queries', times, [targets.listQueries], { seconds, options })
  },
}

/** Searches over a large archive, and, where a collection of articles is named, how well it knows them. */
export const search: Part = {
  ...{ title: 'Search in a large archive', isLong: true, needs: [] },
  measure: async (options) => {
    const path = process.env.TRIBUNE_KNOWN
    const known = path === undefined ? null : await relevanceOf(path)
    const { site, seconds } = await archiveSite(options)
    const archive = await archiveOf()
    const times = await timesOf(searchQuestions(archive), options)
    const found = report('Searches, by their queries', times, [targets.searchQueries], { seconds, options })
    const route = await routeTimes(site, archive.middling, options)
    const figures = isUsual(options) ? [single(targets.searchRoute, quantile(route, 0.95))] : []
    return {
      ...found,
      figures: [...found.figures, ...figures, ...(known?.figures ?? [])],
      raw: { queries: found.raw, route, known: known?.raw },
      notes: [
        ...found.notes,
        `/search for a word in a few of a hundred stories, one reader: median ${medianOf([quantile(route, 0.5)])} ms, p95 ${medianOf([quantile(route, 0.95)])} ms.`,
      ],
    }
  },
}

/** A large archive: made anew, or found in the data directory that is named, from a measurement before. */
async function archiveSite({ articles, dataDir }: Options): Promise<{ site: Site; seconds: number }> {
  const site = await startSite(dataDir === null ? {} : { dataDir })
  await openDatabaseOf(site)
  const wanted = articles ?? usualArticles
  if ((await db().article.count({ where: { source: archiveSource } })) >= wanted) return { site, seconds: 0 }
  return { site, ...(await generateArticles(await databaseOf(site.dataDir), wanted)) }
}

type Times = { name: string; milliseconds: number[] }[]

async function timesOf(questions: readonly ArticleQuestion[], { rounds }: Options): Promise<Times> {
  const times: Times = questions.map(({ name }) => ({ name, milliseconds: [] }))
  // The first times plan the statements and fetch from the disk, for each place once.
  for (let time = -timesPerRound; time < rounds * timesPerRound; time += 1)
    for (const [index, { query }] of questions.entries()) {
      const began = performance.now()
      await query(time + timesPerRound)
      if (time >= 0) times[index]?.milliseconds.push(performance.now() - began)
    }
  return times
}

async function routeTimes(
  { origin }: Site,
  words: readonly string[],
  { rounds }: Options,
): Promise<number[]> {
  const visitor = openVisitor(origin)
  const times: number[] = []
  for (let time = 0; time < rounds * timesPerRound; time += 1) {
    const { milliseconds } = await visitor.ask(`/search?q=${words[time % words.length] ?? ''}`)
    times.push(milliseconds)
  }
  visitor.close()
  return times
}

function report(
  title: string,
  times: Times,
  [target]: readonly [Target],
  { seconds, options }: { seconds: number; options: Options },
): Finding {
  const slowest = Math.max(...times.map(({ milliseconds }) => quantile(milliseconds, 0.95)))
  const count = options.articles ?? usualArticles
  return {
    tables: [
      {
        title,
        rows: [
          ['', 'median ms', 'p95 ms'],
          ...times.map(({ name, milliseconds }) => [
            name,
            medianOf([quantile(milliseconds, 0.5)]),
            medianOf([quantile(milliseconds, 0.95)]),
          ]),
        ],
      },
    ],
    notes: [
      `${numberText(count)} articles of twenty years, ${seconds === 0 ? 'generated before' : `generated in ${numberText(seconds)} s`}.`,
    ],
    // A figure speaks of the usual size; another says nothing of it.
    figures: isUsual(options) ? [single(target, slowest)] : [],
    raw: times,
  }
}

function isUsual({ articles }: Options): boolean {
  return (articles ?? usualArticles) === usualArticles
}

async function relevanceOf(path: string): Promise<Pick<Finding, 'figures' | 'raw'>> {
  const site = await startSite()
  const known = await loadKnown(await databaseOf(site.dataDir), path)
  await openDatabaseOf(site)
  const [titles, summaries] = [await placesOf(known, 'title'), await placesOf(known, 'summary')]
  const least = (share: 'first' | 'firstTen') =>
    100 * Math.min(titles[share] / titles.asked, summaries[share] / summaries.asked)
  return {
    figures: [single(targets.knownFirst, least('first')), single(targets.knownFirstTen, least('firstTen'))],
    raw: { titles, summaries },
  }
}
