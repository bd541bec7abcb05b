import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { contents } from './contents'
import { newDataDir } from './data-dir'
import { ask, atRest, leftRunning, postgresOf } from './running'
import { type Send, sender } from './send'
import { signIn } from './session'
import { refusedStart, type Site, startSite } from './site'

const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }

async function end(site: Site): Promise<void> {
  site.signal('SIGTERM')
  await site.ended
}

test.each<{ variables: Record<string, string>; named: string[] }>([
  { variables: { PORT: 'eighty', DEMO: 'maybe' }, named: ['DEMO', 'PORT'] },
  {
    variables: { SITE_TIMEZONE: 'Mars/Base', SITE_LANGUAGE: 'xx' },
    named: ['SITE_LANGUAGE', 'SITE_TIMEZONE'],
  },
  { variables: { SITE_URL: 'tribune.example', RATE_LIMITS: 'none' }, named: ['RATE_LIMITS', 'SITE_URL'] },
  { variables: { ADMIN_EMAIL: 'ines', ADMIN_PASSWORD: 'short' }, named: ['ADMIN_EMAIL', 'ADMIN_PASSWORD'] },
  { variables: { DATABASE_URL: 'postgresql://localhost/none' }, named: ['AUTH_SECRET'] },
  { variables: { RATE_LIMITS: 'off', HOST: '0.0.0.0' }, named: ['RATE_LIMITS'] },
])('wrong variables stop the start, a line for each: $named', async ({ variables, named }) => {
  const dataDir = await newDataDir()
  const { code, said } = await refusedStart({ DATA_DIR: dataDir, ...variables })
  const lines = said.trim().split('\n')
  expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(named)
  expect(code).toBe(1)
  expect(await readdir(dataDir)).toEqual([])
})

test('a port in use is said, and nothing is left running', async () => {
  const dataDir = await newDataDir('empty')
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const port = String((other.address() as AddressInfo).port)
  const { code, said } = await refusedStart({ DATA_DIR: dataDir, DEMO: '0', PORT: port })
  expect(said).toContain(`Port ${port} on 127.0.0.1 is in use`)
  expect(said).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
  expect(await leftRunning(dataDir)).toEqual([])
})

test('data of a newer Tribune is refused and stays as it is', async () => {
  const dataDir = await newDataDir('empty')
  const before = await atRest(dataDir, async () => {
    await ask(
      dataDir,
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       values ('later', 'of a later one', now(), '29991231235959_a_later_house', now(), 1)`,
    )
    return contents(dataDir)
  })
  const { code, said } = await refusedStart({ DATA_DIR: dataDir, DEMO: '0', ...administrator })
  expect(said).toContain('written by a newer Tribune')
  expect(said).toContain('29991231235959_a_later_house')
  expect(said).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
  expect(await leftRunning(dataDir)).toEqual([])
  expect(await atRest(dataDir, () => contents(dataDir))).toEqual(before)
})

test('the first administrator’s random password stands in a file for its owner alone, and signs in', async () => {
  const dataDir = await newDataDir('empty')
  const site = await startSite({ DATA_DIR: dataDir, DEMO: '0' })
  const path = join(dataDir, 'first-run.txt')
  const text = await readFile(path, 'utf8')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  const email = /Email: (.*)/.exec(text)?.[1] ?? ''
  const password = /Password: (.*)/.exec(text)?.[1] ?? ''
  expect(site.said()).toContain(password)
  const send = sender(site.origin)
  expect(await signIn(send, { email, password: `${password}?` })).toBeNull()
  const cookie = (await signIn(send, { email, password })) ?? ''
  expect((await send({ path: '/admin/queue', cookie })).status).toBe(200)
  await end(site)

  const again = await startSite({ DATA_DIR: dataDir, DEMO: '0' })
  expect(again.said()).not.toContain('password')
  expect(await readFile(path, 'utf8')).toBe(text)
  await end(again)
})

test('an administrator’s password that anyone would guess stops the start with one line', async () => {
  const dataDir = await newDataDir('empty')
  const { code, said } = await refusedStart({
    DATA_DIR: dataDir,
    DEMO: '0',
    ADMIN_EMAIL: 'ines@example.org',
    ADMIN_PASSWORD: 'passwordpassword',
  })
  expect(said).toContain('ADMIN_PASSWORD')
  expect(said).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
  expect(await leftRunning(dataDir)).toEqual([])
})

describe('a site without the demonstration', () => {
  let dataDir: string
  let site: Site
  let send: Send

  beforeAll(async () => {
    dataDir = await newDataDir('empty')
    site = await startSite({ DATA_DIR: dataDir, DEMO: '0', ...administrator })
    send = sender(site.origin)
  })
  afterAll(() => end(site))

  test('is empty, and its front page says so', async () => {
    const front = await send({ path: '/' })
    expect(front.status).toBe(200)
    expect(front.body).toContain('Nothing has been published yet.')
    expect(await ask(dataDir, 'select id from "Article"')).toEqual([])
    expect(await ask(dataDir, 'select email, role from "Reader"')).toEqual([
      { email: 'ines@example.org', role: 'administrator' },
    ])
  })

  test('has the administrator who was named, and their password is not written down', async () => {
    const cookie = await signIn(send, { email: 'ines@example.org', password: 'seven quiet lanterns' })
    expect((await send({ path: '/admin/queue', cookie: cookie ?? '' })).status).toBe(200)
    expect(await readdir(dataDir)).not.toContain('first-run.txt')
    expect(site.said()).not.toContain('lanterns')
  })

  test('goes on while a second start on its data says so and ends', async () => {
    const postgres = await postgresOf(dataDir)
    const { code, said } = await refusedStart({ DATA_DIR: dataDir, DEMO: '0', ...administrator })
    expect(said).toContain(`The data in ${dataDir} is in use by another Tribune`)
    expect(said).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
    expect(await postgresOf(dataDir)).toBe(postgres)
    expect((await send({ path: '/' })).status).toBe(200)
    expect((await send({ path: '/api/ready' })).status).toBe(200)
  })
})
