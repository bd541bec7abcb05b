import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { checkConfiguration, hasNginx } from '../nginx'
import { askPlainly, type PlainAnswer } from './ask-plainly'
import { idleParameters, oddAddresses } from './odd-addresses'
import { asBrowsers, fromFile, laidIn, siteWithFiles, untilFile } from './site-with-files'
import { until } from './until'

const present = hasNginx()

describe.skipIf(!present)('documents as files for nginx', () => {
  const { now, startAgain } = siteWithFiles(2)

  test('are in a configuration that nginx takes without a warning', () => {
    const { ok, said } = checkConfiguration(now().nginx)
    expect(ok).toBe(true)
    expect(said).not.toMatch(/\[(warn|emerg|error)\]/)
  })

  test('are served with the application’s bytes and each of its headers once', async () => {
    const { nginx, site, front, path } = now()
    for (const coding of ['br', 'gzip']) {
      const headers = { 'accept-encoding': coding }
      const file = await untilFile(front, path, headers)
      const own = await askPlainly(site.origin + path, { headers })
      expect(file.body.equals(own.body)).toBe(true)
      expect(lasting(file)).toEqual(lasting(own))
      const head = await askPlainly(nginx.origin + path, { method: 'HEAD', headers })
      expect([head.status, head.headers['cache-status'], head.body.length]).toEqual([200, fromFile, 0])
    }
  })

  test('whatever is asked for in another way is asked of the application', async () => {
    const { nginx, front, path } = now()
    await untilFile(front, path)
    const ways: [string, string, Record<string, string>, number][] = [
      ['GET', path, {}, 200],
      ['GET', path, { 'accept-encoding': 'identity' }, 200],
      ['POST', path, asBrowsers, 403],
      ['DELETE', path, asBrowsers, 403],
      ['GET', `${path}?`, asBrowsers, 200],
      ['GET', `${path}?utm_source=x`, asBrowsers, 200],
      ['GET', `${path}.br`, asBrowsers, 308],
      ['GET', `${path}/`, asBrowsers, 308],
      ['GET', `/${path}`, asBrowsers, 404],
      ['GET', path.replace('/news/', '/news//'), asBrowsers, 404],
      ['GET', `/x/..${path}`, asBrowsers, 404],
      ['GET', `/.${path}`, asBrowsers, 404],
      ['GET', path.replace('news', 'n%65ws'), asBrowsers, 404],
      ['GET', '/.br', asBrowsers, 404],
      ['GET', '/../topics', asBrowsers, 400],
    ]
    for (const [method, asked, headers, status] of ways) {
      const answer = await askPlainly(nginx.origin + asked, { method, headers })
      expect([method, asked, answer.status]).toEqual([method, asked, status])
      expect(answer.headers['cache-status'] ?? '', asked).not.toContain('file')
    }
    const odd = oddAddresses.map(([address]) => address.replace('{article}', path))
    for (const asked of [...odd, ...idleParameters.map((query) => path + query)]) {
      const answer = await front.get(asked, asBrowsers)
      expect(answer.headers['cache-status'] ?? '', asked).not.toContain('file')
    }
    const part = await front.get(path, { ...asBrowsers, range: 'bytes=0-9' })
    expect([part.status, part.headers['cache-status']]).toEqual([200, fromFile])
  })

  test('no tag of one way is taken for the other’s, and no date for anything', async () => {
    const { site, front, desk, path } = now()
    const file = await untilFile(front, path)
    const own = await askPlainly(site.origin + path, { headers: asBrowsers })
    const [theirs, ours] = [String(file.headers.etag), String(own.headers.etag)]
    const asked = (headers: Record<string, string>) => front.get(path, { ...asBrowsers, ...headers })
    expect((await asked({ 'if-none-match': theirs })).status).toBe(304)
    expect((await asked({ 'if-none-match': ours })).status).toBe(200)
    const direct = { ...asBrowsers, 'if-none-match': theirs }
    expect((await askPlainly(site.origin + path, { headers: direct })).status).toBe(200)
    for (const date of ['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 01 Jan 2100 00:00:00 GMT'])
      expect((await asked({ 'if-modified-since': date })).status).toBe(200)
    await front.write(desk)
    const isOther = async () => (await untilFile(front, path)).headers.etag !== theirs
    await until('it is another file', isOther, 10_000)
    expect((await asked({ 'if-none-match': theirs })).status).toBe(200)
  })

  test('are public pages and nothing else', async () => {
    const { site, front, desk, path, folder } = now()
    const reader = await front.signUp('Bo Private')
    const asked = ['/account', '/sign-in', '/nowhere', '/feed.xml', '/icon.svg', '/api/viewer', '/', '/about']
    for (const one of [...asked, ...asked])
      for (const cookie of [reader, desk])
        await askPlainly(site.origin + one, { headers: { ...asBrowsers, cookie } })
    await untilFile(front, '/about')
    const names = (await laidIn(folder)).map((name) => name.replace(/^[0-9a-f]{16}\/pages\//, ''))
    const allowed = ['', 'about', path.slice(1)].flatMap((name) => [`${name}.br`, `${name}.gzip`])
    expect(names.filter((name) => !allowed.includes(name))).toEqual([])
  })

  test('are gone when a worker is killed, after a stop, and at a start', async () => {
    const { site, front, path, folder } = now()
    await untilFile(front, path)
    const [worker = 0] = await workersOf(site.pid)
    process.kill(worker, 'SIGKILL')
    await until('it is all gone', async () => (await laidIn(folder)).length === 0, 2000)
    await until('it is replaced', () => site.said().includes('worker-replaced'), 60_000)
    await untilFile(front, path)
    site.signal('SIGTERM')
    await site.ended
    expect(await laidIn(folder)).toEqual([])

    await startAgain()
    await untilFile(front, path)
    const { pid, ended } = now().site
    for (const one of [pid, ...(await workersOf(pid))]) process.kill(one, 'SIGKILL')
    await ended
    expect(await laidIn(folder)).not.toEqual([])
    expect((await front.get(path, asBrowsers)).status).toBe(200)
    await startAgain()
    expect(await laidIn(folder)).toEqual([])
    await untilFile(front, path)
  })
})

/** What both ways say, but for the server, the connection, the tag, and who answered. */
function lasting({ lines }: PlainAnswer): string[] {
  const ofOne = ['connection', 'keep-alive', 'date', 'server', 'etag', 'cache-status']
  const said = lines.filter(([name]) => !ofOne.includes(name))
  return said.map((line) => line.join(': ')).sort()
}

async function workersOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const children = text.trim().split(' ').map(Number)
  const commands = await Promise.all(children.map((child) => readFile(`/proc/${child}/cmdline`, 'utf8')))
  return children.filter((_, index) => commands[index]?.includes('worker.mjs'))
}
