import { setTimeout as pause } from 'node:timers/promises'
import { db } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import { medianOf, quantile, spreadOf } from './figures'
import type { Finding } from './part'
import { type Question, questions } from './talk-questions'
import type { Subject } from './talk-subject'
import { single, type Target } from './targets'
import { openVisitor } from './visitor'

/** A conversation on a site that runs. `use` makes its database the one that is asked. */
export type Held = { name: string; origin: string; subject: Subject; use(): void }
/** The milliseconds of every question, in turn on one conversation and on the other. */
export type Times = { question: Question; a: number[]; b: number[] }[]

/** A page renders at most once a second; after two it may at once. */
const quietMs = 2_100
/** By when a bumped topic has been heard of. */
const heardMs = 300

/** Asks every question so many times, each on one conversation and then on the other. */
export async function timeQueries(a: Held, b: Held, times: number): Promise<Times> {
  const found: Times = questions.map((question) => ({ question, a: [], b: [] }))
  // The first times plan the statements and fetch from the disk.
  for (let time = -3; time < times; time++)
    for (const { question, ...kept } of found)
      for (const [side, held] of sides(a, b, time)) {
        held.use()
        const began = performance.now()
        await question.query(held.subject, time + 3)
        if (time >= 0) kept[side].push(performance.now() - began)
      }
  return found
}

/** Asks for every page so many times, none of which is kept by then. */
export async function timePages(a: Held, b: Held, times: number): Promise<Times> {
  const found: Times = questions.map((question) => ({ question, a: [], b: [] }))
  const visitors = { a: openVisitor(a.origin), b: openVisitor(b.origin) }
  for (let time = -1; time < times; time++) {
    const began = performance.now()
    const paths = { a: await pathsOf(a, time + 1), b: await pathsOf(b, time + 1) }
    await makeOld(a)
    await makeOld(b)
    await pause(Math.max(heardMs, quietMs - (performance.now() - began)))
    for (const [index, { question, ...kept }] of found.entries())
      for (const [side] of sides(a, b, time)) {
        const path = paths[side][index] ?? ''
        const { milliseconds, cacheStatus } = await visitors[side].ask(path)
        // A permalink may lead to a page that was just made for another question.
        if (!/^Tribune; fwd=/.test(cacheStatus) && !path.startsWith('/comments/'))
          throw new Error(`${path} was no miss: ${cacheStatus}`)
        if (time >= 0) kept[side].push(milliseconds)
      }
  }
  visitors.a.close()
  visitors.b.close()
  return found
}

/** Who is asked first changes: what one leaves in the processor's caches then helps both. */
function sides(a: Held, b: Held, time: number): ['a' | 'b', Held][] {
  return time % 2 === 0
    ? [
        ['a', a],
        ['b', b],
      ]
    : [
        ['b', b],
        ['a', a],
      ]
}

async function pathsOf(held: Held, time: number): Promise<string[]> {
  held.use()
  return Promise.all(questions.map((question) => question.path(held.subject, time)))
}

async function makeOld({ use, subject }: Held): Promise<void> {
  use()
  await db().$transaction((tx) => bumpTopics(tx, [topics.talk(subject.articleId)]))
}

/** What two rows of times say: a table, the slowest p95 of `b` where that is asked for and, but for searches, the largest median ratio of both. */
export function reportTimes(
  title: string,
  [a, b]: readonly [Held, Held],
  times: Times,
  targets: { p95?: Target; ratio: Target },
): Pick<Finding, 'tables' | 'figures' | 'raw'> {
  const ratios = times.map(({ a, b }) => spreadOf(b.map((value, index) => value / (a[index] ?? Number.NaN))))
  const largest = Math.max(
    ...ratios.filter((_, index) => !times[index]?.question.isSearch).map(({ median }) => median),
  )
  const slowest = Math.max(...times.map(({ b }) => quantile(b, 0.95)))
  const cells = (values: readonly number[]) => [
    medianOf([quantile(values, 0.5)], 2),
    medianOf([quantile(values, 0.95)], 2),
  ]
  return {
    tables: [
      {
        title,
        rows: [
          ['', `${a.name}: median ms`, 'p95 ms', `${b.name}: median ms`, 'p95 ms', 'median ratio'],
          ...times.map(({ question, a, b }, index) => [
            question.name,
            ...cells(a),
            ...cells(b),
            medianOf([ratios[index]?.median ?? Number.NaN], 2),
          ]),
        ],
      },
    ],
    figures: [...(targets.p95 ? [single(targets.p95, slowest)] : []), single(targets.ratio, largest)],
    raw: times.map(({ question, a, b }) => ({ question: question.name, a, b })),
  }
}
