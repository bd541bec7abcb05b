import { readFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { newDataDir } from './data-dir'
import { tribune } from './run-command'
import { withDatabaseOf } from './running'
import { type Send, sender } from './send'
import { givenSignedIn } from './session'
import { type Site, startSite } from './site'
import { shownWithinMs, until } from './until'

const base = { RATE_LIMITS: 'off', ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }

describe('two workers', () => {
  let two: Awaited<ReturnType<typeof given>>

  beforeAll(async () => {
    two = await given(2)
  })
  afterAll(() => stop(two.site))

  test('every worker serves; one that is killed is replaced', async () => {
    const { site, send, path } = two
    const before = await workersOf(site)
    expect(before).toHaveLength(2)
    process.kill(before[0] ?? 0, 'SIGKILL')
    const after = await until(
      'there are two again',
      async () => {
        const now = await workersOf(site)
        return (
          now.length === 2 && !now.includes(before[0] ?? 0) && site.said().includes('worker-replaced') && now
        )
      },
      20_000,
    )
    expect(after).toContain(before[1])
    expect((await send({ path })).status).toBe(200)
  })

  test('are restarted one after the other, and no request is lost', () => restartUnderLoad(two))

  test('what one worker takes, every worker shows', async () => {
    const { site, dataDir, path } = two
    const articleId = Number(/\d+/.exec(path)?.[0])
    const moderator = await withDatabaseOf(dataDir, () => givenSignedIn(dataDir, 'Mo Decides', 'moderator'))
    const everywhere = async (words: string, shown: boolean) => {
      // Each connection of its own goes to the next worker.
      const pages = await Promise.all(Array.from({ length: 4 }, () => anonymously(site, path)))
      return pages.every((page) => page.includes(words) === shown)
    }
    expect(await everywhere('Seen by all of them', false)).toBe(true)
    const send = sender(site.origin)
    const json = { article: articleId, body: 'Seen by all of them' }
    const posted = await send({ path: '/api/comments', cookie: moderator.cookie, json })
    expect(posted.status).toBe(201)
    await until(
      'every worker shows the comment',
      () => everywhere('Seen by all of them', true),
      shownWithinMs,
    )
    await withDatabaseOf(dataDir, () => reject(Number(JSON.parse(posted.body).id)))
    await until('no worker shows it any more', () => everywhere('Seen by all of them', false), shownWithinMs)
    send.close()
  })
})

test('a single worker is restarted, and no request is lost', async () => {
  const one = await given(1)
  await restartUnderLoad(one)
  await stop(one.site)
})

/** A rolling restart while eight read and one writes. */
async function restartUnderLoad({ site, dataDir, path, send }: Given): Promise<void> {
  const before = await workersOf(site)
  const load = underLoad(site, path)
  const writer = await withDatabaseOf(dataDir, () => givenSignedIn(dataDir, 'Noor Writes', 'moderator'))
  const writing = keepWriting(send, writer.cookie, Number(/\d+/.exec(path)?.[0]))
  const restarted = await tribune(['restart'], { DATA_DIR: dataDir })
  expect(restarted).toEqual({ code: 0, out: 'Restarted.\n', err: '' })
  const { answered, problems } = await load.end()
  expect(problems).toEqual([])
  expect(answered).toBeGreaterThan(100)
  const written = await writing.end()
  expect(written.length).toBeGreaterThan(3)
  expect(written.every((status) => status === 201)).toBe(true)
  const after = await workersOf(site)
  expect(after).toHaveLength(before.length)
  expect(after.filter((pid) => before.includes(pid))).toEqual([])
}

test('a restart without a site says so', async () => {
  const dataDir = await newDataDir()
  const { code, err } = await tribune(['restart'], { DATA_DIR: dataDir })
  expect([code, err]).toEqual([1, `No site runs with the data directory ${dataDir}.\n`])
})

type Given = { site: Site; dataDir: string; path: string; send: Send }

async function given(workers: number): Promise<Given> {
  const dataDir = await newDataDir('demonstration')
  const site = await startSite({ ...base, DATA_DIR: dataDir, WEB_CONCURRENCY: String(workers) })
  const send = sender(site.origin)
  const front = await send({ path: '/' })
  const path = /href="(\/news\/\d+\/[^"]+)"/.exec(front.body)?.[1] ?? ''
  return { site, dataDir, path, send }
}

async function stop(site: Site): Promise<void> {
  site.signal('SIGTERM')
  expect(await site.ended).toEqual({ code: 0, signal: null })
}

/** The processes that answer: the supervisor's children whose program is the worker. */
async function workersOf(site: Site): Promise<number[]> {
  const children = await readFile(`/proc/${site.pid}/task/${site.pid}/children`, 'utf8')
  const pids = children.trim().split(' ').map(Number)
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  )
  return pids.filter((_, index) => commands[index]?.includes('worker.mjs'))
}

/** Eight readers on connections that they keep, each asking again as soon as it is answered. */
function underLoad(site: Site, path: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const problems: string[] = []
  let [answered, isOver] = [0, false]
  const readers = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      await new Promise<void>((resolve) => {
        const asked = get(`${site.origin}${path}`, { agent }, (res) => {
          if (res.statusCode !== 200) problems.push(`answered ${res.statusCode}`)
          answered += 1
          res.resume().on('end', resolve)
        })
        asked.on('error', (error) => {
          problems.push(error.message)
          resolve()
        })
      })
    }
  })
  return {
    async end() {
      isOver = true
      await Promise.all(readers)
      agent.destroy()
      return { answered, problems }
    },
  }
}

function keepWriting(send: Send, cookie: string, article: number) {
  const statuses: number[] = []
  let isOver = false
  const work = (async () => {
    for (let count = 0; !isOver; count += 1) {
      const json = { article, body: `Written during a restart, number ${count}`, key: `restart-${count}` }
      statuses.push((await send({ path: '/api/comments', cookie, json })).status)
    }
  })()
  return {
    async end() {
      isOver = true
      await work
      return statuses
    },
  }
}

function anonymously(site: Site, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(`${site.origin}${path}`, { agent: false }, (res) => {
      let text = ''
      res
        .setEncoding('utf8')
        .on('data', (chunk) => (text += chunk))
        .on('end', () => resolve(text))
    }).on('error', reject)
  })
}

async function reject(commentId: number): Promise<void> {
  const comment = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      currentRevisionId: true,
      decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  const reader = await db().reader.findFirstOrThrow({
    where: { role: 'administrator' },
    select: { id: true, name: true, email: true },
  })
  const moderator = {
    ...reader,
    role: 'administrator',
    banned: false,
    approvedCount: 0,
    sessionId: '',
  } as const
  const seen = comment.decisions[0]?.number ?? 0
  const move = {
    commentId,
    revisionId: comment.currentRevisionId,
    seen,
    note: null,
    move: 'reject',
    reason: 'off-topic',
  } as const
  const decided = await decide(moderator, move, new Date())
  if (!decided.ok) throw new Error(decided.error)
}
