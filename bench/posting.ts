// How fast comments are taken: `npx tsx bench/posting.ts [--newcomers] [--profile FOLDER]`.
// One process serves a fresh data directory with the embedded database; eight readers post, each one at a time.
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { clearAway, databaseOf, postgresOf } from '@/e2e/process/running'
import { type Send, sender } from '@/e2e/process/send'
import type { Reader } from '@/e2e/process/session'
import { endSites, startSite } from '@/e2e/process/site'
import { findDrift } from '@/lib/comments/drift'
import { db, openDatabase } from '@/lib/db'
import { readEnv } from '@/lib/env'
import { shared } from '@/lib/shared'
import { now, readProfile, type Share, type Window } from './cpu-profile'
import { cpuTimeOf } from './cpu-time'
import { medianOf, quantile, table } from './figures'
import { givenPosters, postMany, type Round } from './posters'

const [atATime, comments, rounds, articles] = [8, 1_000, 3, 10]

const { values } = parseArgs({
  options: { newcomers: { type: 'boolean', default: false }, profile: { type: 'string' } },
})

const dataDir = await mkdtemp(join(tmpdir(), 'tribune-bench-'))
await chmod(dataDir, 0o755)
try {
  await measure(values.profile === undefined ? null : resolve(values.profile))
} finally {
  endSites()
  await clearAway(dataDir)
}

async function measure(profile: string | null): Promise<void> {
  const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }
  const variables = { DATA_DIR: dataDir, RATE_LIMITS: 'off', ...administrator }
  const site = await startSite(variables, profile === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profile])
  const readers = await prepare()
  const articleIds = await openArticles()
  const send = sender(site.origin, atATime)
  const [one, ten]: [Round[], Round[]] = [[], []]
  // The first comments find everything cold; they are checked and not counted.
  await verified(send, readers, articleIds)
  const postgres = (await postgresOf(dataDir)) ?? 0
  const cpuBefore = await cpuTimes(site.pid, postgres)
  const from = now()
  for (let round = 0; round < rounds; round++) {
    one.push(await verified(send, readers, articleIds.slice(0, 1)))
    ten.push(await verified(send, readers, articleIds))
  }
  const window = { from, to: now() }
  const cpuAfter = await cpuTimes(site.pid, postgres)
  await db().$disconnect()
  send.close()
  site.signal('SIGTERM')
  await site.ended
  const perComment = cpuAfter.map(
    (after, index) => (after - (cpuBefore[index] ?? 0)) / (2 * rounds * comments),
  )
  print(one, ten, perComment)
  if (profile !== null) await printProfile(profile, window)
}

async function cpuTimes(server: number, postgres: number): Promise<number[]> {
  const { user, system } = process.cpuUsage()
  return [await cpuTimeOf(server), await cpuTimeOf(postgres), (user + system) / 1000]
}

function print(one: Round[], ten: Round[], [server = 0, database = 0, ours = 0]: number[]): void {
  const who = values.newcomers ? 'newcomers, who are held' : 'known readers, who are public at once'
  console.log(
    `${comments} comments by ${who}, ${atATime} at a time; median of ${rounds} rounds (least–most)\n`,
  )
  const head = ['', 'median ms', 'p95 ms', 'max ms', 'comments/s']
  const rows = [head, ['all on one article', ...figures(one)], [`spread over ${articles}`, ...figures(ten)]]
  console.log(table(rows))
  const [web, postgres, client] = [server, database, ours].map((milliseconds) => milliseconds.toFixed(2))
  console.log(
    `\nProcessor time for one: server ${web} ms, PostgreSQL ${postgres} ms, this program ${client} ms`,
  )
}

async function prepare(): Promise<Reader[]> {
  const read = readEnv({ RATE_LIMITS: 'off' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  shared().env = read.value
  openDatabase(await databaseOf(dataDir), 2)
  return givenPosters(dataDir, atATime, !values.newcomers)
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
  return [at(0.5), at(0.95), at(1), medianOf(rounds.map(({ ids, seconds }) => ids.length / seconds))]
}

async function printProfile(folder: string, window: Window): Promise<void> {
  const { modules, functions } = await readProfile(folder, window)
  const posted = 2 * rounds * comments
  const rows = (shares: Share[]) =>
    shares.map(({ name, milliseconds, share }) => [
      `${(100 * share).toFixed(1)} %`,
      `${(milliseconds / posted).toFixed(3)} ms/comment`,
      name,
    ])
  console.log(`\nThe server's own time by module\n${table(rows(modules.slice(0, 25)))}`)
  console.log(`\nThe server's own time by function\n${table(rows(functions.slice(0, 40)))}`)
}
