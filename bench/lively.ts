import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Send, sender } from '@/e2e/process/send'
import type { Reader } from '@/e2e/process/session'
import { findDrift } from '@/lib/comments/drift'
import { db } from '@/lib/db'
import { articleWithComments } from './articles'
import { bodyOf } from './bodies'
import { numberText, quantile } from './figures'
import type { Finding, Options, Part } from './part'
import { givenPosters } from './posters'
import { openReader } from './reader'
import { openDatabaseOf, startSite } from './site'
import { single, targets } from './targets'

const [postsPerSecond, readsPerSecond, posters, readers] = [20, 100, 40, 16]

/** One conversation as lively as it gets: twenty comments a second, and a hundred readers. */
export const lively: Part = { title: 'A lively conversation', needs: [], measure }

async function measure({ minutes }: Options): Promise<Finding> {
  const site = await startSite()
  await openDatabaseOf(site)
  const article = await articleWithComments(20)
  const people = await givenPosters(site.dataDir, posters, true)
  const send = sender(site.origin, posters)
  const reader = openReader(site.origin, readers)
  const before = await db().comment.count({ where: { articleId: article.id } })
  const total = minutes * 60 * postsPerSecond
  const bodies = Array.from({ length: total }, (_, index) => bodyOf(1_000_000 + index))
  const [posts, reads] = await Promise.all([
    steadily(total, postsPerSecond, (index) => post(send, people, article.id, bodies[index] ?? '', index)),
    steadily(
      minutes * 60 * readsPerSecond,
      readsPerSecond,
      async () => void (await reader.ask(article.path)),
    ),
  ])
  send.close()
  reader.close()
  await verify(article.id, before, bodies)
  return report(minutes, posts, reads)
}

/**
 * Does something so many times a second, whether the ones before are done or not, as people come who know nothing of
 * each other. How long each took, counted from when it was due.
 */
async function steadily(
  total: number,
  perSecond: number,
  act: (index: number) => Promise<void>,
): Promise<number[]> {
  const began = performance.now()
  const took: Promise<number>[] = []
  for (let index = 0; index < total; index++) {
    const due = began + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await pause(wait)
    took.push(act(index).then(() => performance.now() - due))
  }
  return Promise.all(took)
}

async function post(
  send: Send,
  people: readonly Reader[],
  article: number,
  body: string,
  index: number,
): Promise<void> {
  const person = people[index % people.length]
  const key = randomUUID()
  const answer = await send({
    path: '/api/comments',
    cookie: person?.cookie ?? '',
    json: { article, body, key },
  })
  if (answer.status !== 201) throw new Error(`a comment was answered ${answer.status}: ${answer.body}`)
}

/** Every comment is there once, and no counter is off. Throws otherwise. */
async function verify(articleId: number, before: number, bodies: readonly string[]): Promise<void> {
  const rows = await db().comment.findMany({
    where: { articleId },
    select: { currentRevision: { select: { source: true } } },
  })
  const written = rows.map(({ currentRevision }) => currentRevision.source)
  const lost = bodies.filter((body) => !written.includes(body)).length
  const drift = await findDrift()
  if (written.length !== before + bodies.length || lost > 0 || drift.length > 0)
    throw new Error(
      `${bodies.length} posted, ${written.length - before} there, ${lost} lost, ${drift.length} counters off`,
    )
}

function report(minutes: number, posts: readonly number[], reads: readonly number[]): Finding {
  const row = (values: readonly number[]) =>
    [0.5, 0.95, 0.99, 1].map((q) => numberText(quantile(values, q), 1))
  return {
    tables: [
      {
        title: `${postsPerSecond} comments a second on one article for ${minutes} minutes, ${readsPerSecond} readers a second`,
        rows: [
          ['', 'median ms', 'p95 ms', 'p99 ms', 'slowest ms'],
          ['posting', ...row(posts)],
          ['reading', ...row(reads)],
        ],
      },
    ],
    notes: [
      `Every comment is there once and no counter is off (checked). Times are counted from when each was due, so that a stall is seen in all that waited. One process; the load comes from the same cores.`,
    ],
    figures: [
      single(targets.livelyPosts, quantile(posts, 0.95)),
      single(targets.livelyReads, quantile(reads, 0.99)),
    ],
    raw: { minutes, posts, reads },
  }
}
