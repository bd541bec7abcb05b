import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newDataDir } from './data-dir'
import { tribune } from './run-command'
import { leftRunning } from './running'
import { type Answer, type Send, sender } from './send'
import { signIn } from './session'
import { type Site, startSite } from './site'
import { shownWithinMs, until } from './until'

let papers = ''

beforeAll(async () => {
  papers = await mkdtemp(join(tmpdir(), 'tribune-papers-'))
})
afterAll(() => rm(papers, { recursive: true, force: true }))

describe('while the site runs', () => {
  let variables: { DATA_DIR: string } & Record<string, string>
  let site: Site
  let send: Send

  beforeAll(async () => {
    variables = await givenVariables('empty')
    site = await startSite(variables)
    send = sender(site.origin)
    await run('import', await paper('51300.txt', { id: 51_300 }))
  })
  afterAll(() => end(site))
  const run = (...args: string[]) => tribune(args, variables)

  test('someone who is created can sign in, is listed, and is created only once', async () => {
    expect(
      await run(
        'users',
        'create',
        'ana@example.org',
        '--name',
        'Ana Marin',
        '--password',
        'nine slow barges',
      ),
    ).toMatchObject({ code: 0, err: '' })
    expect(await signIn(send, { email: 'ana@example.org', password: 'nine slow barges' })).not.toBeNull()
    expect((await run('users', 'list')).out).toMatch(/reader +ana@example\.org +Ana Marin/)
    expect((await run('users', 'list', '--role', 'administrator')).out).not.toContain('ana@example.org')
    const again = await run('users', 'create', 'ana@example.org', '--name', 'Ana Marin')
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toContain('email already')
  })

  test('a role that is given holds from the next request on', async () => {
    const cookie = await givenAccount('ben@example.org')
    expect((await send({ path: '/admin/queue', cookie })).status).not.toBe(200)
    expect((await run('users', 'role', 'ben@example.org', 'moderator')).code).toBe(0)
    expect((await send({ path: '/admin/queue', cookie })).status).toBe(200)
    expect((await run('users', 'role', 'ben@example.org', 'reader')).code).toBe(0)
    expect((await send({ path: '/admin/queue', cookie })).status).not.toBe(200)
  })

  test('a banned reader’s post is refused with 403 and not written, until the ban is lifted', async () => {
    const cookie = await givenAccount('cleo@example.org')
    expect((await run('users', 'ban', 'cleo@example.org', '--reason', 'spam', '--days', '2')).code).toBe(0)
    const refused = await post(send, cookie)
    expect(refused.status).toBe(403)
    expect(refused.headers['content-type']).toMatch(/^application\/json/)
    expect(JSON.parse(refused.body)).toMatchObject({ error: 'banned' })
    expect(refused.body).toContain('Reason: It advertises something.')
    expect((await run('users', 'list')).out).toMatch(/cleo@example\.org.*0 posted/)
    expect((await run('users', 'unban', 'cleo@example.org')).code).toBe(0)
    expect((await post(send, cookie)).status).toBe(202)
  })

  test('a new password signs out everywhere, and only it signs in', async () => {
    const cookie = await givenAccount('dora@example.org')
    const reset = await run('users', 'reset-password', 'dora@example.org')
    const password = /is now (\S+)\. /.exec(reset.out)?.[1] ?? ''
    expect(reset.code).toBe(0)
    expect((await post(send, cookie)).status).toBe(401)
    expect(await signIn(send, { email: 'dora@example.org', password: 'nine slow barges' })).toBeNull()
    expect(await signIn(send, { email: 'dora@example.org', password })).not.toBeNull()
  })

  test('what is asked for somebody unknown changes nothing and says so', async () => {
    for (const args of [
      ['role', 'nobody@example.org', 'editor'],
      ['ban', 'nobody@example.org', '--reason', 'spam'],
      ['unban', 'nobody@example.org'],
      ['reset-password', 'nobody@example.org'],
    ]) {
      const { code, err } = await run('users', ...args)
      expect([code, err]).toEqual([1, 'Nothing was changed: nobody has an account with this email.\n'])
    }
  })

  test('an imported page is read on the site within two seconds, and so is its next version', async () => {
    expect((await send({ path: '/news/51234' })).status).toBe(404)
    const file = await paper('51234.txt', { body: 'The harbour master counted forty-one swans.' })
    const first = await run('import', file)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('News ID 51234 published')
    await shows('forty-one swans')
    expect((await run('import', file)).out).toContain('nothing changed')
    await paper('51234.txt', { body: 'The harbour master counted forty-two swans.' })
    expect((await run('import', file)).out).toContain('became its next version')
    await shows('forty-two swans')

    async function shows(words: string): Promise<void> {
      await until(
        `“${words}” on the site`,
        async () => (await article(send, 51_234)).body.includes(words),
        shownWithinMs,
      )
    }
  })

  test('a rehearsal and a file that is no page leave nothing behind', async () => {
    const rehearsed = await run('import', '--dry-run', await paper('51235.txt', { id: 51_235 }))
    expect(rehearsed.out).toContain('News ID 51235 would be published')
    const broken = join(papers, 'broken.txt')
    await writeFile(broken, 'News ID: 51236\nThis is a shopping list.\n')
    const refused = await run(
      'import',
      broken,
      await paper('51237.txt', { id: 51_237 }),
      join(papers, 'nothing.txt'),
    )
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/broken\.txt: refused, line \d+: /)
    expect(refused.err).toMatch(/nothing\.txt: refused, /)
    expect(refused.out).toContain('News ID 51237 published')
    expect((await article(send, 51_235)).status).toBe(404)
    expect((await article(send, 51_236)).status).toBe(404)
    await until('the good one', async () => (await article(send, 51_237)).status === 200, shownWithinMs)
  })

  async function givenAccount(email: string): Promise<string> {
    const [name = ''] = email.split('@')
    await run('users', 'create', email, '--name', name, '--password', 'nine slow barges')
    return (await signIn(send, { email, password: 'nine slow barges' })) ?? ''
  }
})

test('without the site the same commands work, and the site finds what they did', async () => {
  const variables = await givenVariables()
  const run = (...args: string[]) => tribune(args, variables)
  expect(
    (
      await run(
        'users',
        'create',
        'ana@example.org',
        '--name',
        'Ana Marin',
        '--role',
        'moderator',
        '--password',
        'nine slow barges',
      )
    ).code,
  ).toBe(0)
  expect((await run('import', await paper('51240.txt', { id: 51_240 }))).code).toBe(0)
  expect((await run('users', 'list')).out).toContain('ana@example.org')
  expect(await leftRunning(variables.DATA_DIR)).toEqual([])
  const site = await startSite(variables)
  const send = sender(site.origin)
  const cookie = (await signIn(send, { email: 'ana@example.org', password: 'nine slow barges' })) ?? ''
  expect((await send({ path: '/admin/queue', cookie })).status).toBe(200)
  expect((await article(send, 51_240)).body).toContain('forty-one swans')
  await end(site)
})

test('two commands at once, without the site, both do their work', async () => {
  const variables = await givenVariables('empty')
  const names = ['ana', 'ben']
  const ran = await Promise.all(
    names.map((name) => tribune(['users', 'create', `${name}@example.org`, '--name', name], variables)),
  )
  expect(ran.map(({ code, err }) => [code, err])).toEqual(names.map(() => [0, '']))
  const { out } = await tribune(['users', 'list'], variables)
  for (const name of names) expect(out).toContain(`${name}@example.org`)
  expect(await leftRunning(variables.DATA_DIR)).toEqual([])
})

test('nonsense is answered with the usage and 2, and begins no database', async () => {
  const dataDir = await newDataDir()
  const { code, err } = await tribune(['users', 'frobnicate', 'ana@example.org'], { DATA_DIR: dataDir })
  expect([code, err]).toEqual([2, expect.stringContaining('tribune import FILE…')])
  expect(await readdir(dataDir)).toEqual([])
})

async function givenVariables(copyOf?: 'empty') {
  return {
    DATA_DIR: await newDataDir(copyOf),
    DEMO: '0',
    RATE_LIMITS: 'off',
    ADMIN_EMAIL: 'ines@example.org',
    ADMIN_PASSWORD: 'seven quiet lanterns',
  }
}

/** A page as newswires publish them, in a file. */
async function paper(
  name: string,
  { id = 51_234, body = 'The harbour master counted forty-one swans.' },
): Promise<string> {
  const path = join(papers, name)
  const head = `News ID: ${id}\nPublish Date: 9:05 - 3 May 2021\nMonday, 3 May 2021\n_A count that is made every spring was made again._\n`
  await writeFile(
    path,
    `${head}\nSwans return to the harbour\n\n${body}\n\nNobody had expected so many.\n\nYour Comment\n`,
  )
  return path
}

async function article(send: Send, id: number): Promise<Answer> {
  const answer = await send({ path: `/news/${id}` })
  return answer.status === 308 ? send({ path: answer.headers.location ?? '/' }) : answer
}

function post(send: Send, cookie: string): Promise<Answer> {
  return send({ path: '/api/comments', cookie, json: { article: 51_300, body: 'A thought of mine' } })
}

async function end(site: Site): Promise<void> {
  site.signal('SIGTERM')
  await site.ended
}
