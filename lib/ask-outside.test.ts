import type { LookupAddress } from 'node:dns'
import { createServer as createRaw } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askOutside } from './ask-outside'
import { givenReceiver } from './database/test-receivers'
import { isLiteralLoopback, isPublicAddress } from './public-address'

let server: Awaited<ReturnType<typeof givenReceiver>>
beforeAll(async () => {
  server = await givenReceiver()
})
afterAll(() => server.close())
beforeEach(() => {
  server.posted.length = 0
  Object.assign(server.state, { status: 200, body: 'ok', headers: {}, silent: false })
})

const question = { body: '{}', headers: {}, timeoutMs: 500, mostBytes: 100, allowPrivate: false }

/** A name server that says this, each time the next. */
function leadingTo(...answers: string[][]) {
  let asked = 0
  const resolve = (_name: string, _options: unknown, callback: (...given: unknown[]) => void) => {
    const found: LookupAddress[] = (answers[Math.min(asked, answers.length - 1)] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    asked += 1
    callback(null, found)
  }
  // Only its one form is asked for.
  return { resolve: resolve as unknown as typeof import('node:dns').lookup, count: () => asked }
}

describe('an address is public', () => {
  test.each(['93.184.216.34', '8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    '%s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )
  test.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
    ...[
      '169.254.169.254',
      '100.64.0.1',
      '198.18.0.1',
      '224.0.0.1',
      '239.1.1.1',
      '255.255.255.255',
      '192.0.0.8',
    ],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1'],
    ...['::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::', '2001:db8::1', 'localhost', ''],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

test.each([
  ['http://127.0.0.1/', true],
  ['http://2130706433/', true],
  ['http://[::1]/', true],
  ['http://localhost/', false],
  ['http://127.0.0.1.example.org/', false],
  ['http://10.0.0.1/', false],
])('%s is this machine by number: %s', (url, is) => {
  expect(isLiteralLoopback(new URL(url).hostname)).toBe(is)
})

test('A8, SSRF: numbers of the inner net are refused without a word to them', async () => {
  for (const host of [
    '10.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '[fe80::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
  ])
    await expect(askOutside(new URL(`http://${host}/`), question)).rejects.toThrow('not a public address')
})

test('A8, SSRF: a name that leads inside is refused, also when it leads outside as well', async () => {
  for (const answer of [['127.0.0.1'], ['169.254.169.254'], ['93.184.216.34', '10.0.0.1'], ['::1']])
    await expect(
      askOutside(new URL(`http://check.example:${server.url.port}/`), {
        ...question,
        resolve: leadingTo(answer).resolve,
      }),
    ).rejects.toThrow('not a public address')
  expect(server.posted).toEqual([])
})

test('A8, SSRF: a name that leads elsewhere a moment later is asked once, and what was looked at is connected to', async () => {
  // A name of its own that answers with the public net first and with this machine from then on.
  const { resolve, count } = leadingTo(['203.0.114.1'], ['127.0.0.1'])
  await expect(
    askOutside(new URL(`http://check.example:${server.url.port}/`), { ...question, timeoutMs: 200, resolve }),
  ).rejects.toThrow()
  expect(count()).toBe(1)
  expect(server.posted).toEqual([])
})

test('A8, SSRF: with private addresses allowed, or by number, this machine is asked', async () => {
  const { resolve } = leadingTo(['127.0.0.1'])
  const named = new URL(`http://check.example:${server.url.port}/`)
  expect(await askOutside(named, { ...question, allowPrivate: true, resolve })).toEqual({
    status: 200,
    body: 'ok',
  })
  expect(await askOutside(server.url, question)).toEqual({ status: 200, body: 'ok' })
})

test('A8, SSRF: redirects are answers, and followed by nobody', async () => {
  Object.assign(server.state, { status: 307, headers: { location: server.url.href } })
  expect(await askOutside(server.url, question)).toMatchObject({ status: 307 })
  expect(server.posted).toHaveLength(1)
})

test('A8, SSRF: only http and https are spoken', async () => {
  for (const url of ['ftp://93.184.216.34/', 'file:///etc/passwd', 'gopher://93.184.216.34/'])
    await expect(askOutside(new URL(url), question)).rejects.toThrow('is not asked')
})

test('A19: what is silent, or drips, is late', async () => {
  server.state.silent = true
  await expect(askOutside(server.url, { ...question, timeoutMs: 100 })).rejects.toThrow()
  // Neither would end before the test is given up.
  const dripping = createRaw((socket) => {
    socket.on('error', () => undefined)
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n')
    const drip = setInterval(() => socket.write('x'), 20)
    socket.on('close', () => clearInterval(drip))
  })
  await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve))
  const address = dripping.address()
  const port = typeof address === 'object' ? address?.port : 0
  await expect(
    askOutside(new URL(`http://127.0.0.1:${port}/`), { ...question, timeoutMs: 200 }),
  ).rejects.toThrow()
  await new Promise<void>((resolve) => dripping.close(() => resolve()))
})

test('what is longer than agreed is not read to its end', async () => {
  server.state.body = 'x'.repeat(101)
  await expect(askOutside(server.url, question)).rejects.toThrow('longer than 100 bytes')
  server.state.body = 'x'.repeat(100)
  expect((await askOutside(server.url, question)).body).toHaveLength(100)
})
