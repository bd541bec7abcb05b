import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startKeptSite } from './kept-site'
import { unclearRequests, unusualRequests } from './odd-requests'
import { askRaw, exchange, headerOf } from './raw'
import { lasting, plainRequest, standing } from './standing'

let port: number
let article: string
let kept: string[]
let before: Record<string, string>

beforeAll(async () => {
  const site = await startKeptSite()
  ;({ port, article, addresses: kept, before } = site)
})
// After each case in the coding that nearly everybody gets, and after all of them in every one.
afterEach(async () => {
  expect(before, 'the kept documents').toMatchObject(await standing(port, kept, ['br']))
})
afterAll(async () => {
  expect(await standing(port, kept), 'the kept documents').toEqual(before)
})

describe('a request that two programs could read differently is refused, and nothing behind it is answered', () => {
  test.each(unclearRequests)('$name', async ({ request, statuses }) => {
    const asked = request.replaceAll('{page}', article)
    const { answers, closedByServer } = await exchange(port, asked, {
      expected: Math.max(1, statuses.length),
    })
    expect(answers.map(({ status }) => status)).toEqual(statuses)
    expect(closedByServer).toBe(true)
    for (const { body } of answers) expect(body.toString()).not.toMatch(/secret=1|evil\.example/)
  })
})

describe('an unusual request is answered as HTTP says, and what follows it by itself', () => {
  test.each(unusualRequests)('$name', async ({ request, behind = '', statuses }) => {
    const asked = request.replaceAll('{page}', article)
    const { answers, closedByServer } = await exchange(port, asked, { expected: statuses.length, behind })
    expect(answers.map(({ status }) => status)).toEqual(statuses)
    expect(closedByServer).toBe(false)
    const pages = answers.filter(({ status }) => status === 200)
    for (const { body, headers } of pages) {
      expect(headers.map(([name]) => name.toLowerCase())).not.toContain('content-range')
      expect(body.toString()).toContain('<h1')
    }
  })

  test('HTTP/1.0 needs no host, and the connection ends unless it is to stay', async () => {
    const one = await exchange(port, `GET ${article} HTTP/1.0\r\n\r\n`)
    const more = await exchange(port, `GET ${article} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`)
    expect([one.closedByServer, more.closedByServer]).toEqual([true, false])
    expect(lasting(one.answers[0] ?? expect.fail())).toEqual(lasting(more.answers[0] ?? expect.fail()))
  })
})

describe('the same question in another shape gets the same answer, but for the connection', () => {
  const shapes: Record<string, (request: string) => string | string[]> = {
    'in two pieces': (request) => [request.slice(0, 20), request.slice(20)],
    'in pieces of three bytes': (request) => request.match(/[\s\S]{1,3}/g) ?? [],
    'with a body of no length': (request) => request.replace('\r\n\r\n', '\r\nContent-Length: 0\r\n\r\n'),
    'with the connection’s end': (request) => request.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'),
    'with trailers welcome': (request) => request.replace('\r\n\r\n', '\r\nTE: trailers\r\n\r\n'),
    'in small letters': (request) => request.replace(/\r\n[A-Za-z-]+:/g, (name) => name.toLowerCase()),
    'with an absolute target': (request) => request.replace(' /', ' http://evil.example/'),
    'as HTTP/1.0': (request) => request.replace('HTTP/1.1', 'HTTP/1.0'),
    'with another host': (request) => request.replace('Host: localhost', 'Host: evil.example'),
    'with spaces around': (request) => request.replace(/: ([^\r]+)/g, ':  \t$1 '),
  }
  test.each(Object.keys(shapes))('%s', async (name) => {
    for (const path of kept)
      for (const lines of await questions(path)) {
        const request = plainRequest(path, ...lines)
        const plain = lasting(await askRaw(port, request))
        expect(lasting(await askRaw(port, shapes[name]?.(request) ?? '')), `${path} ${lines}`).toEqual(plain)
      }
  })

  test('HEAD: everything but the body', async () => {
    for (const path of kept)
      for (const lines of await questions(path)) {
        const request = plainRequest(path, ...lines)
        const head = await askRaw(port, request.replace('GET', 'HEAD'), true)
        expect(lasting(head)).toEqual({ ...lasting(await askRaw(port, request)), body: '' })
      }
  })

  async function questions(path: string): Promise<string[][]> {
    const etag = headerOf(await askRaw(port, plainRequest(path, 'Accept-Encoding: br')), 'etag')
    return [
      [],
      ['Accept-Encoding: br'],
      ['Accept-Encoding: gzip, deflate'],
      ['Accept-Encoding: br', `If-None-Match: ${etag}`],
      ['Accept-Encoding: br', 'If-None-Match: "other"'],
    ]
  }
})

test.each([
  ['br', 'br'],
  ['BR', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.9', 'gzip'],
  ['br;q=0.001', 'br'],
  ['br;q=0', 'identity'],
  ['br;q=1.1, gzip;q=0.1', 'gzip'],
  ['x-gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity;q=0, *;q=0', 'identity'],
  ['gzip,,br', 'br'],
  ['\tbr\t', 'br'],
  ['deflate', 'identity'],
  ['', 'identity'],
  ['gzip\r\nAccept-Encoding: br', 'br'],
])('Accept-Encoding %j gets %s', async (accepted, coding) => {
  for (const path of kept) {
    const answer = await askRaw(port, plainRequest(path, `Accept-Encoding: ${accepted}`))
    expect(headerOf(answer, 'content-encoding') ?? 'identity').toBe(coding)
    expect(headerOf(answer, 'vary')).toBe('Accept-Encoding')
    expect(before[`${path} ${coding}`]).toContain(headerOf(answer, 'etag') ?? 'no tag')
  }
})

test.each([
  ['the tag', '{tag}', 304],
  ['the tag made weak', 'W/{tag}', 304],
  ['any', '*', 304],
  ['a list with it', '"x", W/"y",{tag}', 304],
  ['two lines', '"x"\r\nIf-None-Match: {tag}', 304],
  ['another', '"x"', 200],
  ['the tag of another coding', '{gzip}', 200],
  ['the tag without its end', '{cut}', 200],
  ['nothing', '', 200],
])('If-None-Match with %s', async (_, given, status) => {
  const tagIn = async (coding: string) =>
    headerOf(await askRaw(port, plainRequest(article, `Accept-Encoding: ${coding}`)), 'etag') ?? ''
  const [tag, gzip] = [await tagIn('br'), await tagIn('gzip')]
  const line = given
    .replace('{tag}', tag)
    .replace('{gzip}', gzip)
    .replace('{cut}', `${tag.slice(0, -2)}"`)
  const asked = plainRequest(article, 'Accept-Encoding: br', `If-None-Match: ${line}`)
  const answer = await askRaw(port, asked)
  expect([answer.status, headerOf(answer, 'etag')]).toEqual([status, tag])
  expect((await askRaw(port, asked.replace(article, '/nowhere'))).status).toBe(404)
})

test('the style sheet that documents link to is sent compressed, by any name for the coding, and for ever', async () => {
  const page = await askRaw(port, plainRequest('/'))
  const sheet = /\/_next\/static\/[^"]+\.css/.exec(page.body.toString())?.[0] ?? ''
  const plain = await askRaw(port, plainRequest(sheet))
  for (const [accepted, unpack] of [
    ['gzip, deflate, br', brotliDecompressSync],
    ['br;q=0, x-gzip', gunzipSync],
  ] as const) {
    const asked = plainRequest(sheet, `Accept-Encoding: ${accepted}`, 'Cookie: tribune.session=x')
    const packed = await askRaw(port, asked)
    expect(unpack(packed.body)).toEqual(plain.body)
    expect(packed.body.length).toBeLessThan(plain.body.length / 3)
    expect(headerOf(packed, 'cache-control')).toBe('public, max-age=31536000, immutable')
    const etag = headerOf(packed, 'etag')
    const known = await askRaw(port, asked.replace('Cookie', `If-None-Match: ${etag}\r\nCookie`))
    expect([known.status, known.body.length, headerOf(known, 'etag')]).toEqual([304, 0, etag])
  }
})
