import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

let site: Newsroom
const url = '/news/49434/a-story'
const plain = ['Host: localhost', 'User-Agent: a browser', 'Accept-Encoding: gzip, br', 'Cookie: a=b; c="d"']

beforeAll(async () => {
  site = await openNewsroom()
  site.pages.set(url, (_, res) => sendPage(res, page('A story', '', 'word '.repeat(2000))))
  await site.get(url)
})
afterAll(() => site.close())

test('a plain hit is answered before node:http sees it', async () => {
  const before = site.arrivals()
  const line = await open()
  line.send(ask(url, plain))
  expect(statusOf(await line.answer())).toBe(200)
  line.send(ask(url, plain))
  expect(statusOf(await line.answer())).toBe(200)
  expect(site.arrivals()).toBe(before)
  line.end()
})

test.each([
  ['whole, brotli', plain],
  ['whole, gzip', ['Host: localhost', 'Accept-Encoding: br;q=0.5, gzip']],
  ['whole, uncompressed', ['Host: localhost']],
  ['whole, no coding welcome', ['Host: localhost', 'Accept-Encoding: br;q=0, gzip;q=0, *;q=0']],
  ['with another tag', [...plain, 'If-None-Match: "other"']],
])('both ways answer alike: %s', async (_, lines) => {
  expect(await answerTo(ask(url, lines))).toEqual(
    await answerTo(ask(url, lines, 'CONNECTION: keep-alive', 'TE: trailers')),
  )
})

test('both ways answer alike: unchanged', async () => {
  const etag = /\r\nETag: (.*)\r\n/.exec(await answerTo(ask(url, plain)))?.[1]
  const lines = [...plain, `If-None-Match: ${etag}`]
  const fast = await answerTo(ask(url, lines))
  expect(statusOf(fast)).toBe(304)
  expect(fast).toBe(await answerTo(ask(url, lines, 'TE: trailers')))
})

test.each([
  ['another method', ask(url, plain).replace('GET', 'HEAD')],
  ['HTTP/1.0', ask(url, plain).replace('HTTP/1.1', 'HTTP/1.0')],
  ['a URL that is not the canonical one', ask(`${url}?a=1`, plain)],
  ['a page that is not kept', ask('/about', plain)],
  ['the end of the connection', ask(url, plain, 'Connection: close')],
  ['a length', ask(url, plain, 'Content-Length: 0')],
  ['a range', ask(url, plain, 'Range: bytes=0-1')],
  ['two conditions', ask(url, plain, 'If-None-Match: "a", "b"')],
  ['the coding twice', ask(url, plain, 'Accept-Encoding: gzip')],
  ['an upgrade', ask(url, plain, 'Upgrade: h2c', 'Connection: Upgrade')],
  ['a letter beyond ASCII', ask(url, plain, 'Referer: /ä')],
])('what is not plain goes to node:http: %s', async (_, request) => {
  const before = site.arrivals()
  const line = await open()
  line.send(request)
  await line.answer(request.startsWith('HEAD'))
  expect(site.arrivals()).toBe(before + 1)
  line.end()
})

test.each([
  ['no host', ask(url, plain.slice(1))],
  ['a folded line', ask(url, [...plain, 'X-A: b\r\n c'])],
  ['a space before the colon', ask(url, [...plain, 'Content-Length : 5'])],
  ['a bare line end', ask(url, [...plain, 'X-A: b\nContent-Length: 5'])],
  ['a bare carriage return', ask(url, [...plain, 'X-A: b\rc'])],
  ['two lengths', ask(url, [...plain, 'Content-Length: 0', 'Content-Length: 5'])],
  ['a length and chunks', ask(url, [...plain, 'Content-Length: 5', 'Transfer-Encoding: chunked'])],
  ['no header name', ask(url, [...plain, ': b'])],
])('what node:http refuses is never answered as a hit: %s', async (_, request) => {
  const answer = await answerTo(request)
  expect(statusOf(answer)).toBe(400)
})

test('requests in one chunk are all answered, in order', async () => {
  const line = await open()
  line.send(ask(url, plain) + ask('/nowhere', plain) + ask(url, plain))
  expect([
    statusOf(await line.answer()),
    statusOf(await line.answer()),
    statusOf(await line.answer()),
  ]).toEqual([200, 404, 200])
  line.end()
})

test('a request that comes in pieces is answered, and so is one after hits', async () => {
  const line = await open()
  line.send(ask(url, plain))
  await line.answer()
  const request = ask(url, plain)
  line.send(request.slice(0, 30))
  await site.get('/about')
  line.send(request.slice(30))
  expect(statusOf(await line.answer())).toBe(200)
  line.send(ask('/nowhere', plain))
  expect(statusOf(await line.answer())).toBe(404)
  line.end()
})

test('a body hidden behind a plain request is not taken for a request of its own', async () => {
  const line = await open()
  line.send(`${ask(url, [...plain, 'Content-Length: 40'])}${ask('/about', plain)}`)
  expect(statusOf(await line.answer())).toBe(200)
  line.end()
  expect(await line.rest()).not.toMatch(/^HTTP\/1.1 200/)
})

test('a change ends the hits at once', async () => {
  const line = await open()
  line.send(ask(url, plain))
  await line.answer()
  site.clock.now += 5000
  const asked = site.asked(url)
  site.change('article:49434')
  line.send(ask(url, plain))
  expect(await line.answer()).toContain('fwd=stale; stored')
  expect(site.asked(url)).toBe(asked + 1)
  line.end()
})

test('the date is that of the answer', async () => {
  const line = await open()
  for (const later of [0, 1000, 61_000]) {
    site.clock.now += later
    line.send(ask(url, plain))
    expect(await line.answer()).toContain(`\r\nDate: ${new Date(site.clock.now).toUTCString()}\r\n`)
  }
  line.end()
})

test('a client that does not read is not written to for ever', async () => {
  const line = await open()
  line.socket.pause()
  for (let count = 0; count < 20_000; count += 1) line.socket.write(ask(url, plain))
  line.socket.destroy()
  expect((await site.get(url)).status).toBe(200)
})

test('when draining, the next answer ends a connection and an idle one is closed', async () => {
  const own = await openNewsroom()
  own.pages.set(url, (_, res) => sendPage(res, page('A story')))
  await own.get(url)
  const [busy, idle] = [await open(own.port), await open(own.port)]
  for (const line of [busy, idle]) {
    line.send(ask(url, plain))
    await line.answer()
  }
  own.documents.drain(50)
  busy.send(ask(url, plain))
  expect(await busy.answer()).toContain('\r\nConnection: close\r\n')
  await Promise.all([busy.closed, idle.closed])
  await own.close()
})

function ask(target: string, lines: readonly string[], ...more: string[]): string {
  return `${[`GET ${target} HTTP/1.1`, ...lines, ...more].join('\r\n')}\r\n\r\n`
}

/** The one answer to a request, without its date. */
async function answerTo(request: string): Promise<string> {
  const line = await open()
  line.send(request)
  const answer = await line.answer()
  line.end()
  return answer.replace(/\r\nDate: .*\r\n/, '\r\n')
}

function statusOf(answer: string): number {
  return Number(answer.slice(9, 12))
}

type Line = {
  socket: Socket
  send(text: string): void
  /** The next answer, whole. */
  answer(withoutBody?: boolean): Promise<string>
  rest(): Promise<string>
  end(): void
  closed: Promise<void>
}

async function open(port = site.port): Promise<Line> {
  const socket = connect(port, '127.0.0.1')
  await new Promise((resolve) => socket.once('connect', resolve))
  let received = ''
  let wake = () => {}
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1')
    wake()
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const more = () =>
    Promise.race([
      new Promise<void>((resolve) => (wake = resolve)),
      closed.then(() => Promise.reject(new Error(`closed after ${received}`))),
    ])
  return {
    socket,
    closed,
    send: (text) => socket.write(text, 'latin1'),
    async answer(withoutBody = false) {
      for (;;) {
        const end = received.indexOf('\r\n\r\n')
        const head = received.slice(0, end)
        const hasBody = !withoutBody && !head.startsWith('HTTP/1.1 304')
        const length = hasBody ? Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0) : 0
        if (end >= 0 && received.length >= end + 4 + length) {
          const answer = received.slice(0, end + 4 + length)
          received = received.slice(answer.length)
          return answer
        }
        await more()
      }
    },
    async rest() {
      await closed
      return received
    },
    end: () => socket.end(),
  }
}
