import { databaseOf } from '@/e2e/process/running'
import { type Send, sender } from '@/e2e/process/send'
import { givenSignedIn, type Reader } from '@/e2e/process/session'
import { findDrift } from '@/lib/comments/drift'
import { db } from '@/lib/db'
import { nameOf } from './desk'
import { medianOf, numberText, quantile } from './figures'
import { generateComments } from './generate-comments'
import { seededChance } from './generated/chance'
import { drawSizes } from './generated/sizes'
import { timeJudging } from './judging'
import { timeMatching } from './matching'
import { type KeyWork, moderateByKeys, newestOpen } from './moderate-by-keys'
import { timeBatch } from './moderating-batch'
import { holdBack, saveQueues } from './moderating-waiting'
import type { Finding, Options, Part } from './part'
import { openDatabaseOf, startSite } from './site'
import { single, targets } from './targets'

const [usualComments, commentsPerArticle, waiting, ofOne, decisions] = [1_000_000, 50, 50_000, 10_000, 500]
/** Nobody decides faster than four times a second. */
const thoughtMs = 250

/** The desk at work: its queue among a million comments, large batches, the checks, and a moderator's hands. */
export const moderating: Part = {
  ...{ title: 'Moderating', isLong: true, needs: ['chromium'] },
  measure,
}

/** Says each figure as soon as it is known. A browser that fails costs its own figures and no others. */
async function measure({ rounds, comments, dataDir }: Options): Promise<Finding> {
  const total = comments ?? usualComments
  const site = await startSite(dataDir === null ? {} : { dataDir })
  const url = await databaseOf(site.dataDir)
  await openDatabaseOf(site)
  await fill(url, total)
  await holdBack(url, Math.min(waiting, Math.floor(total / 20)))
  const moderator = await givenSignedIn(site.dataDir, nameOf('Ines'), 'editor')
  await saveQueues(url, moderator.id)
  const send = sender(site.origin, 1)
  const routes = await timeRoutes(send, moderator, rounds * 40)
  for (const { path, times } of routes) console.log(`${path}: p95 ${numberText(quantile(times, 0.95), 1)} ms`)
  const batch = await timeBatch(url, moderator, Math.min(ofOne, Math.floor(total / 100)))
  console.log(
    `${batch.count} rejected in ${medianOf(batch.rejected, 2)} s, back in ${medianOf(batch.undone, 2)} s`,
  )
  const judged = await timeJudging(moderator, (await newestOpen()).id, rounds * 200)
  console.log(`a comment judged and written: p95 ${numberText(quantile(judged, 0.95), 1)} ms`)
  const matched = timeMatching(rounds * 200)
  console.log(`5,000 words looked for in 5,000 characters: p95 ${numberText(quantile(matched, 0.95), 1)} ms`)
  const told = (error: unknown) => {
    console.error(error)
    return null
  }
  const keys = await moderateByKeys(site, moderator, decisions).catch(told)
  const calmly = await moderateByKeys(site, moderator, decisions / 5, thoughtMs).catch(told)
  const drift = await findDrift()
  if (drift.length > 0) console.error(`counters drifted: ${JSON.stringify(drift.slice(0, 3))}`)
  send.close()
  const isUsual = total === usualComments
  return {
    tables: [
      {
        title: 'Pages of the queue, eight saved queues beside them, one moderator, milliseconds',
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
      ...(keys && calmly ? [tableOf(keys, calmly)] : []),
    ],
    notes: [
      ...(drift.length === 0 ? ['No counter had drifted afterwards.'] : []),
      `A comment judged and written: median ${numberText(quantile(judged, 0.5), 1)} ms, p95 ${numberText(quantile(judged, 0.95), 1)} ms.`,
      `5,000 words and phrases looked for in 5,000 characters: median ${numberText(quantile(matched, 0.5), 1)} ms, p95 ${numberText(quantile(matched, 0.95), 1)} ms.`,
    ],
    figures: isUsual
      ? [
          single(targets.queueRoute, quantile(routes[0]?.times ?? [], 0.95)),
          single(targets.rejectAll, Math.max(...batch.rejected)),
          single(targets.undoAll, Math.max(...batch.undone)),
          single(targets.judged, quantile(judged, 0.95)),
          single(targets.matched, quantile(matched, 0.95)),
          ...(keys
            ? [single(targets.decisions, keys.perMinute), single(targets.mistargeted, keys.mistargeted)]
            : []),
          ...(calmly ? [single(targets.nextItem, quantile(calmly.steps, 0.95))] : []),
        ]
      : [],
    raw: { routes, batch, judged, matched, keys, calmly },
    failed: [
      ...(keys && calmly ? [] : ['decisions by keys in a browser']),
      ...(drift.length === 0 ? [] : ['counters are what they count']),
    ],
  }
}

/** So many comments: made anew, or found in the data directory that is named, from a measurement before. */
async function fill(url: string, total: number): Promise<void> {
  if ((await db().comment.count()) >= total) return
  const sizes = drawSizes(seededChance(2), total, Math.ceil(total / commentsPerArticle))
  await generateComments(url, { sizes, seed: 1, votes: true })
}

function tableOf(fast: KeyWork, calm: KeyWork): Finding['tables'][number] {
  const head = ['', 'decisions', 'a minute', 'next comment focused after, median ms', 'p95']
  const row = (name: string, { decided, perMinute, steps, arrived, mistargeted }: KeyWork) => [
    ...[name, numberText(decided), numberText(perMinute), numberText(quantile(steps, 0.5), 1)],
    ...[numberText(quantile(steps, 0.95), 1), numberText(arrived), String(mistargeted)],
  ]
  return {
    title: 'Decisions by keys in a browser',
    rows: [
      [...head, 'arrived meanwhile', 'mis-targeted'],
      row('as fast as keys can be pressed', fast),
      row(`after ${thoughtMs} ms of thought each`, calm),
    ],
  }
}

const paths = [
  '/admin/queue',
  '/admin/queue?show=all',
  '/admin/queue?queue=risky',
  '/admin/queue?queue=new',
  '/admin/queue?section=world&authors=new&waiting=30',
  '/admin/queue?section=sport',
  '/admin/queue?queue=new&section=sport',
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
