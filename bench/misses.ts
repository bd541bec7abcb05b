import { setTimeout as pause } from 'node:timers/promises'
import { db } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import { medianOf, quantile, spreadOf } from './figures'
import { loadArticles } from './newsroom'
import type { Finding, Options, Part } from './part'
import { openReader, type Reader } from './reader'
import { openDatabaseOf, startSite } from './site'
import { figure, targets } from './targets'

const [articles, comments] = [200, 20]
/** A page renders at most once a second; after two it may at once. */
const quietMs = 2_100

export const misses: Part = { title: 'A page that must be rendered', needs: [], measure }

async function measure({ rounds }: Options): Promise<Finding> {
  const site = await startSite()
  await openDatabaseOf(site)
  const paths = await loadArticles(articles, comments)
  const reader = openReader(site.origin)
  const first = await askEach(reader, paths)
  const again: number[][] = []
  for (let round = 0; round < rounds; round++) {
    await pause(quietMs)
    await db().$transaction((tx) => bumpTopics(tx, [topics.site]))
    await pause(quietMs)
    again.push(await askEach(reader, paths))
  }
  reader.close()
  return report(first, again)
}

/** Milliseconds until each answer was there, of pages none of which may have been kept. */
async function askEach(reader: Reader, paths: readonly string[]): Promise<number[]> {
  const milliseconds: number[] = []
  for (const path of paths) {
    const began = performance.now()
    const { cacheStatus } = await reader.ask(path)
    milliseconds.push(performance.now() - began)
    if (!/^Tribune; fwd=/.test(cacheStatus)) throw new Error(`${path} was no miss: ${cacheStatus}`)
  }
  return milliseconds
}

function report(first: number[], again: number[][]): Finding {
  const at = (rounds: number[][], q: number) => medianOf(rounds.map((each) => quantile(each, q)))
  const row = (name: string, rounds: number[][]) => [name, at(rounds, 0.5), at(rounds, 0.95), at(rounds, 1)]
  return {
    tables: [
      {
        title: `${articles} articles with ${comments} comments each, one reader who asks for one after the other`,
        rows: [
          ['', 'median ms', 'p95 ms', 'slowest ms'],
          row('the first time, right after the start', [first]),
          row('after a change of the whole site', again),
        ],
      },
    ],
    notes: [
      'Every answer said in its Cache-Status that it was rendered. Server, PostgreSQL and reader may use all cores.',
    ],
    figures: [figure(targets.miss, spreadOf(again.map((each) => quantile(each, 0.95))))],
    raw: { first, again },
  }
}
