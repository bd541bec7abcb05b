import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { seeded } from '@/e2e/process/seeded'
import { givenSignedIn } from '@/e2e/process/session'
import { articleWithComments } from './articles'
import { asModerator, asViewer, decideOn, hold } from './desk'
import { numberText, quantile } from './figures'
import { startFront } from './front'
import type { Finding, Part } from './part'
import { openDatabaseOf, type Site, startSite } from './site'
import { single, targets } from './targets'
import { type Watcher, watch, watchEvery } from './watching'

const tries = 30
const workers = 2
const readersBehindFront = 4
/** A reader asks a few times a second; so often the time is known to a fiftieth of one. */
const askedEveryMs = 20
const patienceMs = 15_000

type Way = { name: string; watchers: readonly Watcher[] }
type Seen = Record<string, number[]>

export const freshness: Part = {
  title: 'From a decision to what is served',
  needs: ['nginx'],
  measure,
}

async function measure(): Promise<Finding> {
  const site = await startSite({ workers })
  await openDatabaseOf(site)
  const article = await articleWithComments(20)
  const ways = await waysTo(site, article.path)
  const empty = (): Seen => Object.fromEntries(ways.map(({ name }) => [name, []]))
  const [approved, rejected] = [empty(), empty()]
  const newcomer = asViewer(await givenSignedIn(site.dataDir, 'Newcomer'), 'reader')
  const moderator = asModerator(await givenSignedIn(site.dataDir, 'Moderator', 'moderator'))
  // Now right after a render, now long after: a page renders at most once a second.
  const random = seeded(20)
  for (let time = 0; time < tries; time++) {
    const id = await hold(newcomer, article.id, `Comment ${randomUUID()}: the ferry was late again.`)
    await pause(random.below(1_500))
    await timeChange(ways, approved, `id="comment-${id}"`, true, () => decideOn(moderator, id, 'approve'))
    await pause(random.below(1_500))
    await timeChange(ways, rejected, `id="comment-${id}"`, false, () => decideOn(moderator, id, 'reject'))
  }
  for (const { watchers } of ways) for (const watcher of watchers) watcher.close()
  return report(approved, rejected)
}

/** Connections to every process of the site, and to what stands in front of it. */
async function waysTo(site: Site, path: string): Promise<Way[]> {
  const direct = await watchEvery(site, path, workers)
  const front = await startFront(site, null)
  const behind = Array.from({ length: readersBehindFront }, () => watch(`${front.origin}${path}`))
  return [
    { name: `every one of ${workers} processes`, watchers: direct },
    { name: 'deploy/nginx in front of them', watchers: behind },
  ]
}

/** How long after the change was asked for each way showed it on all its connections, in seconds. */
async function timeChange(
  ways: readonly Way[],
  seen: Seen,
  mark: string,
  wanted: boolean,
  change: () => Promise<void>,
): Promise<void> {
  const began = performance.now()
  await change()
  await Promise.all(
    ways.map(async ({ name, watchers }) => {
      await Promise.all(watchers.map((watcher) => untilSeen(watcher, mark, wanted, began)))
      seen[name] = [...(seen[name] ?? []), (performance.now() - began) / 1000]
    }),
  )
}

async function untilSeen(watcher: Watcher, mark: string, wanted: boolean, began: number): Promise<void> {
  while ((await watcher.has(mark)) !== wanted) {
    if (performance.now() - began > patienceMs) throw new Error(`${mark} was not ${wanted ? 'seen' : 'gone'}`)
    await pause(askedEveryMs)
  }
}

function report(approved: Seen, rejected: Seen): Finding {
  const head = ['', 'median s', 'p95 s', 'slowest s']
  const rowsOf = (what: string, seen: Seen) =>
    Object.entries(seen).map(([name, seconds]) => [
      `${what}, ${name}`,
      ...[0.5, 0.95, 1].map((q) => numberText(quantile(seconds, q), 2)),
    ])
  const slowest = (seen: Seen) => Math.max(...Object.values(seen).flat())
  return {
    tables: [
      {
        title: `${tries} comments, approved and then rejected`,
        rows: [head, ...rowsOf('approved', approved), ...rowsOf('rejected', rejected)],
      },
    ],
    notes: [
      `The clock runs from before the decision's transaction until every connection shows it; each asks every ${askedEveryMs} ms. Decisions come at random moments up to 1.5 s after the change before: a page renders at most once a second.`,
    ],
    figures: [single(targets.approved, slowest(approved)), single(targets.rejected, slowest(rejected))],
    raw: { approved, rejected },
  }
}
