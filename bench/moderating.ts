import { databaseOf } from '@/e2e/process/running'
import { type Send, sender } from '@/e2e/process/send'
import { givenSignedIn, type Reader } from '@/e2e/process/session'
import { findDrift } from '@/lib/comments/drift'
import { medianOf, numberText, quantile } from './figures'
import { generateComments } from './generate-comments'
import { seededChance } from './generated/chance'
import { drawSizes } from './generated/sizes'
import { timeJudging } from './judging'
import { type KeyWork, moderateByKeys } from './moderate-by-keys'
import { timeBatch } from './moderating-batch'
import { holdBack } from './moderating-waiting'
import type { Finding, Options, Part } from './part'
import { openDatabaseOf, startSite } from './site'
import { single, targets } from './targets'

const [usualComments, commentsPerArticle, waiting, ofOne, decisions] = [1_000_000, 50, 50_000, 10_000, 500]

/** The desk at work: its queue among a million comments, large batches, the checks, and a moderator's hands. */
export const moderating: Part = {
  ...{ title: 'Moderating', isLong: true, needs: ['chromium'] },
  measure,
}

/** Says each figure as soon as it is known. A browser that fails costs its own figures and no others. */
async function measure({ rounds, comments }: Options): Promise<Finding> {
  const total = comments ?? usualComments
  const site = await startSite()
  const sizes = drawSizes(seededChance(2), total, Math.ceil(total / commentsPerArticle))
  const url = await databaseOf(site.dataDir)
  const { articleIds } = await generateComments(url, { sizes, seed: 1, votes: true })
  await openDatabaseOf(site)
  await holdBack(url, Math.min(waiting, Math.floor(total / 20)))
  const moderator = await givenSignedIn(site.dataDir, 'Ines at the desk', 'editor')
  const send = sender(site.origin, 1)
  const routes = await timeRoutes(send, moderator, rounds * 40)
  for (const { path, times } of routes) console.log(`${path}: p95 ${numberText(quantile(times, 0.95), 1)} ms`)
  const batch = await timeBatch(url, moderator, Math.min(ofOne, Math.floor(total / 100)))
  console.log(
    `${batch.count} rejected in ${medianOf(batch.rejected, 2)} s, back in ${medianOf(batch.undone, 2)} s`,
  )
  const judged = await timeJudging(moderator, articleIds.at(-1) ?? 0, rounds * 200)
  console.log(`a comment judged and written: p95 ${numberText(quantile(judged, 0.95), 1)} ms`)
  const keys = await moderateByKeys(site, moderator, decisions).catch((error: unknown) => {
    console.error(error)
    return null
  })
  const drift = await findDrift()
  if (drift.length > 0) console.error(`counters drifted: ${JSON.stringify(drift.slice(0, 3))}`)
  send.close()
  const isUsual = total === usualComments
  return {
    tables: [
      {
        title: 'Pages of the queue, one moderator, milliseconds',
        rows: [
          ['page', 'median', 'p95'],
          ...routes.map(({ path, times }) => [
            path,
            numberText(quantile(times, 0.5), 1),
            numberText(quantile(times, 0.95), 1),
          ]),
        ],
      },
      {
        title: 'All of one reader',
        rows: [
          ['comments', 'rejected, s', 'taken back, s'],
          [numberText(batch.count), medianOf(batch.rejected, 2), medianOf(batch.undone, 2)],
        ],
      },
      ...(keys ? [tableOf(keys)] : []),
    ],
    notes: [
      ...(drift.length === 0 ? ['No counter had drifted afterwards.'] : []),
      `A comment judged and written: median ${numberText(quantile(judged, 0.5), 1)} ms, p95 ${numberText(quantile(judged, 0.95), 1)} ms.`,
    ],
    figures: isUsual
      ? [
          single(targets.queueRoute, quantile(routes[0]?.times ?? [], 0.95)),
          single(targets.rejectAll, Math.max(...batch.rejected)),
          single(targets.undoAll, Math.max(...batch.undone)),
          single(targets.judged, quantile(judged, 0.95)),
          ...(keys
            ? [single(targets.decisions, keys.perMinute), single(targets.mistargeted, keys.mistargeted)]
            : []),
        ]
      : [],
    raw: { routes, batch, judged, keys },
    failed: [
      ...(keys ? [] : ['decisions by keys in a browser']),
      ...(drift.length === 0 ? [] : ['counters are what they count']),
    ],
  }
}

function tableOf(keys: KeyWork): Finding['tables'][number] {
  const head = ['decisions', 'a minute', 'next comment focused after, median ms', 'p95']
  const row = [numberText(keys.decided), numberText(keys.perMinute), numberText(quantile(keys.steps, 0.5), 1)]
  return {
    title: 'Decisions by keys in a browser',
    rows: [
      [...head, 'arrived meanwhile', 'mis-targeted'],
      [...row, numberText(quantile(keys.steps, 0.95), 1), numberText(keys.arrived), String(keys.mistargeted)],
    ],
  }
}

const paths = [
  '/admin/queue',
  '/admin/queue?show=all',
  '/admin/queue?queue=risky',
  '/admin/queue?queue=new',
  '/admin/queue?section=world&authors=new&waiting=30',
]

async function timeRoutes(send: Send, moderator: Reader, times: number) {
  const routes = paths.map((path) => ({ path, times: [] as number[] }))
  for (let turn = -5; turn < times; turn += 1)
    for (const route of routes) {
      const began = performance.now()
      const { status } = await send({ path: route.path, cookie: moderator.cookie })
      if (status !== 200) throw new Error(`${route.path} was answered ${status}`)
      if (turn >= 0) route.times.push(performance.now() - began)
    }
  return routes
}
