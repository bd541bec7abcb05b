import { seeded } from '@/e2e/process/seeded'
import { chartOfCurves } from './curve'
import { lateGrowth, numberText } from './figures'
import { memoryOfSite, type Share, totalOf } from './memory'
import { loadArticles } from './newsroom'
import type { Finding, Options, Part } from './part'
import { openReader } from './reader'
import { openDatabaseOf, startSite } from './site'
import { single, targets } from './targets'

const [comments, readers, samples] = [5, 16, 20]

const usualArticles = 10_000

type Sample = { requests: number; shares: Share[]; hits: number; seconds: number }

export const memoryCurve: Part = {
  title: 'Memory while very many pages are read',
  isLong: true,
  needs: [],
  measure,
}

async function measure({ requests, articles: asked }: Options): Promise<Finding> {
  const articles = asked ?? usualArticles
  const site = await startSite()
  await openDatabaseOf(site)
  const paths = await loadArticles(articles, comments)
  const reader = openReader(site.origin, readers)
  const random = seeded(1)
  const curve: Sample[] = [{ requests: 0, shares: await memoryOfSite(site), hits: 0, seconds: 0 }]
  const began = performance.now()
  const each = Math.ceil(requests / samples)
  let hits = 0
  for (let asked = 0; asked < requests; asked += each) {
    let left = each
    const read = async () => {
      while (left > 0) {
        left -= 1
        const { cacheStatus } = await reader.ask(random.pick(paths) ?? '/')
        if (/^Tribune; hit/.test(cacheStatus)) hits += 1
      }
    }
    await Promise.all(Array.from({ length: readers }, read))
    const seconds = (performance.now() - began) / 1000
    curve.push({ requests: asked + each, shares: await memoryOfSite(site), hits, seconds })
    console.log(`${numberText(asked + each)} requests, ${numberText(totalOf(curve.at(-1)?.shares ?? []))} MB`)
  }
  reader.close()
  return report(curve, articles)
}

function report(curve: readonly Sample[], articles: number): Finding {
  const totals = curve.map(({ shares }) => totalOf(shares))
  const database = curve.map(({ shares }) => totalOf(shares.filter(({ name }) => name === 'PostgreSQL')))
  const own = totals.map((total, index) => total - (database[index] ?? 0))
  const points = (values: readonly number[]) =>
    curve.map(({ requests }, index) => ({ x: requests / 1000, y: values[index] ?? 0 }))
  const last = curve.at(-1)
  return {
    tables: [
      {
        title: `${numberText(last?.requests ?? 0)} requests by ${readers} readers at once for ${numberText(articles)} articles, each as likely as any other`,
        rows: [
          ['requests', 'server MB', 'PostgreSQL MB', 'all MB', 'hits so far'],
          ...curve.map(({ requests, hits }, index) => [
            ...[numberText(requests), numberText(own[index] ?? 0), numberText(database[index] ?? 0)],
            ...[
              numberText(totals[index] ?? 0),
              requests === 0 ? '' : `${numberText((100 * hits) / requests, 1)} %`,
            ],
          ]),
        ],
      },
    ],
    notes: [
      `PSS of the server's and PostgreSQL's processes. Growth is that of the least-squares line along the last quarter. ${numberText((last?.requests ?? 0) / (last?.seconds ?? 1))} requests a second, the reading program on the same cores.`,
    ],
    figures: [single(targets.growth, 100 * lateGrowth(totals))],
    raw: { curve },
    charts: {
      'memory.svg': chartOfCurves(
        `Memory while ${numberText(articles)} articles are read`,
        { x: 'thousand requests', y: 'MB' },
        [
          { name: 'server', points: points(own) },
          { name: 'PostgreSQL', points: points(database) },
        ],
      ),
    },
  }
}
