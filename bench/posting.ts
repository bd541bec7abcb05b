import { postgresOf } from '@/e2e/process/running'
import { type Send, sender } from '@/e2e/process/send'
import type { Reader } from '@/e2e/process/session'
import { findDrift } from '@/lib/comments/drift'
import { db } from '@/lib/db'
import { now, readProfile, type Share, type Window } from './cpu-profile'
import { type CpuTimes, cpuSpent, cpuTimesOf } from './cpu-time'
import { medianOf, numberText, quantile, spreadOf } from './figures'
import type { Finding, Options, Part } from './part'
import { givenPosters, postMany, type Round } from './posters'
import { openDatabaseOf, startSite } from './site'
import { figure, targets } from './targets'

const [atATime, comments, articles] = [8, 1_000, 10]

/** How fast comments are taken: one process, the embedded database, eight readers who post one at a time each. */
export const posting: Part = { title: 'Posting comments', needs: [], measure }

async function measure({ rounds, newcomers, profile }: Options): Promise<Finding> {
  const nodeOptions = profile === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profile]
  const site = await startSite({ nodeOptions })
  await openDatabaseOf(site)
  const readers = await givenPosters(site.dataDir, atATime, !newcomers)
  const articleIds = await openArticles()
  const send = sender(site.origin, atATime)
  const [one, ten]: [Round[], Round[]] = [[], []]
  // The first thousands find code that is not compiled and plans that are not made; they are checked and not counted.
  for (const ids of [articleIds, articleIds.slice(0, 1)]) await verified(send, readers, ids)
  const postgres = (await postgresOf(site.dataDir)) ?? 0
  const cpuBefore = await cpuTimes(site.program.pid, postgres)
  const from = now()
  for (let round = 0; round < rounds; round++) {
    one.push(await verified(send, readers, articleIds.slice(0, 1)))
    ten.push(await verified(send, readers, articleIds))
  }
  const window = { from, to: now() }
  const cpuAfter = await cpuTimes(site.program.pid, postgres)
  send.close()
  await site.program.stop()
  const posted = 2 * rounds * comments
  const perComment = cpuAfter.map((after, index) => cpuSpent(cpuBefore[index] ?? after, after) / posted)
  const finding = report({ one, ten, perComment, newcomers })
  if (profile !== null) finding.tables.push(...(await profileTables(profile, window, posted)))
  return finding
}

/** The server's, PostgreSQL's and our own. */
async function cpuTimes(server: number, postgres: number): Promise<CpuTimes[]> {
  const { user, system } = process.cpuUsage()
  const own = new Map([[process.pid, (user + system) / 1000]])
  return [await cpuTimesOf([server], postgres), await cpuTimesOf([postgres]), own]
}

function report(measured: { one: Round[]; ten: Round[]; perComment: number[]; newcomers: boolean }): Finding {
  const { one, ten, perComment, newcomers } = measured
  const who = newcomers ? 'newcomers, who are held' : 'known readers, who are public at once'
  const [server = 0, database = 0, ours = 0] = perComment
  const kept = (rounds: Round[]) => rounds.map(({ milliseconds, seconds }) => ({ milliseconds, seconds }))
  return {
    tables: [
      {
        title: `${numberText(comments)} comments by ${who}, ${atATime} at a time`,
        rows: [
          ['', 'median ms', 'p95 ms', 'max ms', 'comments/s'],
          ['all on one article', ...figures(one)],
          [`spread over ${articles}`, ...figures(ten)],
        ],
      },
    ],
    notes: [
      'Every round was checked: every comment is there once, and no counter is off. The load comes from the same cores.',
      `Processor time for one comment: server ${numberText(server, 2)} ms, PostgreSQL ${numberText(database, 2)} ms, this program ${numberText(ours, 2)} ms.`,
    ],
    figures: [figure(targets.posted, spreadOf(rates(one)))],
    raw: { one: kept(one), ten: kept(ten), perComment },
  }
}

async function openArticles(): Promise<number[]> {
  const rows = await db().article.findMany({
    where: { state: 'published', conversation: 'open' },
    orderBy: { id: 'asc' },
    take: articles,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** One round, with proof that every comment is there, once, and that every counter counts it. */
async function verified(send: Send, readers: Reader[], articleIds: number[]): Promise<Round> {
  const before = await db().comment.count()
  const round = await postMany(send, readers, articleIds, comments)
  const written = (await db().comment.count()) - before
  const answered = await db().comment.count({ where: { id: { in: round.ids } } })
  const different = new Set(round.ids).size
  const drift = await findDrift()
  if (written !== comments || answered !== comments || different !== comments || drift.length > 0)
    throw new Error(
      `${comments} posted: ${written} written, ${different} ids, ${answered} of them there, ${drift.length} counters wrong`,
    )
  return round
}

function figures(rounds: Round[]): string[] {
  const at = (q: number) => medianOf(rounds.map(({ milliseconds }) => quantile(milliseconds, q)))
  return [at(0.5), at(0.95), at(1), medianOf(rates(rounds))]
}

/** Comments a second, round by round. */
function rates(rounds: Round[]): number[] {
  return rounds.map(({ ids, seconds }) => ids.length / seconds)
}

async function profileTables(folder: string, window: Window, posted: number) {
  const { modules, functions } = await readProfile(folder, window)
  const rows = (shares: Share[]) => [
    ['share', 'ms a comment', 'of'],
    ...shares.map(({ name, milliseconds, share }) => [
      `${(100 * share).toFixed(1)} %`,
      (milliseconds / posted).toFixed(3),
      name,
    ]),
  ]
  return [
    { title: "The server's own time by module", rows: rows(modules.slice(0, 25)) },
    { title: "The server's own time by function", rows: rows(functions.slice(0, 40)) },
  ]
}
