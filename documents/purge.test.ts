import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createPurge, type Purge } from './purge'

type Purged = { tags: string[]; header: string; signature: string; body: string }

const secret = 'a secret of at least thirty-two characters'
const times = {
  gatherMs: 5,
  repeatMs: 40,
  retryMs: [5, 20] as [number, number],
  limitMs: 30_000,
  doubtMs: 60,
}

/** An outer cache's end of the hook; `status` is what it answers with, `null` not at all. */
async function startEndpoint() {
  const endpoint = {
    purged: [] as Purged[],
    asked: 0,
    status: 200 as number | null,
    url: new URL('http://none'),
  }
  const server = createServer(async (req, res) => {
    endpoint.asked += 1
    let body = ''
    for await (const chunk of req) body += chunk
    if (endpoint.status === null) return
    if (endpoint.status === 200)
      endpoint.purged.push({
        tags: JSON.parse(body).tags,
        header: String(req.headers['cache-tag']),
        signature: String(req.headers['tribune-signature']),
        body,
      })
    res.writeHead(endpoint.status, { location: '/elsewhere' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint.url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/purge`)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return endpoint
}

type Endpoint = Awaited<ReturnType<typeof startEndpoint>>

function open(endpoint: Endpoint, lines: Record<string, unknown>[] = []): Purge {
  const log = (line: Record<string, unknown>) => void lines.push(line)
  const purge = createPurge({
    url: endpoint.url,
    maxAge: 60,
    secret,
    now: () => performance.now(),
    log,
    times,
  })
  onTestFinished(() => purge.close())
  return purge
}

const changes = (...topics: string[]) => new Map(topics.map((topic) => [topic, 1]))
const sent = ({ purged }: Endpoint) => purged.flatMap(({ tags }) => tags)
const times2 = (tag: string, endpoint: Endpoint) => sent(endpoint).filter((one) => one === tag).length

test('what is announced together goes out in one signed request, and once more a moment later', async () => {
  const endpoint = await startEndpoint()
  const purge = open(endpoint)
  purge.announce(changes('talk:7', 'article:7'))
  purge.announce(changes('front'))
  await vi.waitFor(() => expect(endpoint.purged).toHaveLength(2))
  const [first, second] = endpoint.purged
  expect(first?.tags).toEqual(['talk:7', 'article:7', 'front'])
  expect(first?.header).toBe('talk:7, article:7, front')
  expect(second?.tags).toEqual(first?.tags)
  const [, seconds, proof] = /^t=(\d+), v1=([0-9a-f]{64})$/.exec(first?.signature ?? '') ?? []
  const key = createHmac('sha256', secret).update('tribune purge').digest()
  expect(proof).toBe(createHmac('sha256', key).update(`${seconds}.${first?.body}`).digest('hex'))
})

test('what is heard twice in one version is purged as one, and in the next version again', async () => {
  const endpoint = await startEndpoint()
  const purge = open(endpoint)
  purge.announce(new Map([['talk:7', 4]]))
  purge.announce(new Map([['talk:7', 4]]))
  await vi.waitFor(() => expect(times2('talk:7', endpoint)).toBe(2))
  purge.announce(new Map([['talk:7', 4]]))
  purge.announce(new Map([['talk:7', 3]]))
  purge.announce(new Map([['talk:7', 5]]))
  await vi.waitFor(() => expect(times2('talk:7', endpoint)).toBe(4))
  purge.announce(changes('end'))
  await vi.waitFor(() => expect(times2('end', endpoint)).toBe(2))
  expect(times2('talk:7', endpoint)).toBe(4)
})

test.each([500, 404, 302, 403])('a purge that is answered %i is sent until it is taken', async (status) => {
  const endpoint = await startEndpoint()
  const lines: Record<string, unknown>[] = []
  endpoint.status = status
  const purge = open(endpoint, lines)
  purge.announce(changes('talk:7'))
  await vi.waitFor(() => expect(endpoint.asked).toBeGreaterThan(3))
  purge.announce(changes('talk:8'))
  endpoint.status = 200
  await vi.waitFor(() => expect(new Set(sent(endpoint))).toEqual(new Set(['talk:7', 'talk:8'])))
  expect(lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['purge-failed', 'purge-recovered']))
})

test('documents are trusted to outer caches once all before is purged, and not while a purge fails or hangs', async () => {
  const endpoint = await startEndpoint()
  const purge = open(endpoint)
  expect(purge.trusted).toBe(false)
  purge.announce('everything')
  await vi.waitFor(() => expect(purge.trusted).toBe(true))
  expect(sent(endpoint)[0]).toBe('site')

  endpoint.status = 500
  purge.announce(changes('talk:7'))
  await vi.waitFor(() => expect(purge.trusted).toBe(false))
  endpoint.status = 200
  await vi.waitFor(() => expect(purge.trusted).toBe(true))

  endpoint.status = null
  purge.announce(changes('talk:8'))
  await vi.waitFor(() => expect(purge.trusted).toBe(false))
})

test('more than a thousand changes that wait become one purge of everything', async () => {
  const endpoint = await startEndpoint()
  const purge = open(endpoint)
  purge.announce(changes(...Array.from({ length: 5000 }, (_, index) => `talk:${index}`)))
  await vi.waitFor(() => expect(sent(endpoint)).toContain('site'))
  expect(new Set(sent(endpoint)).size).toBeLessThan(1001)
})

test('a request’s header stays short however much changed', async () => {
  const endpoint = await startEndpoint()
  const purge = open(endpoint)
  const topics = Array.from({ length: 900 }, (_, index) => `section:a-long-name-of-a-section-${index}`)
  purge.announce(changes(...topics))
  await vi.waitFor(() => expect(new Set(sent(endpoint)).size).toBe(900), 5000)
  expect(Math.max(...endpoint.purged.map(({ header }) => header.length))).toBeLessThan(4100)
})

test('a topic that cannot stand in a header purges everything', async () => {
  const endpoint = await startEndpoint()
  const purge = open(endpoint)
  purge.announce(changes('section:a, b\r\nX-Evil: 1'))
  await vi.waitFor(() => expect(sent(endpoint)).toEqual(['site', 'site']))
})

test('stopping sends what still waits, and does not wait for an endpoint that never answers', async () => {
  const endpoint = await startEndpoint()
  const purge = open(endpoint)
  purge.announce(changes('talk:7'))
  await purge.close()
  expect(sent(endpoint)).toEqual(['talk:7'])

  endpoint.status = null
  const other = open(endpoint)
  other.announce(changes('talk:8'))
  await vi.waitFor(() => expect(endpoint.asked).toBe(2))
  await other.close()
  other.announce(changes('talk:9'))
  expect(sent(endpoint)).toEqual(['talk:7'])
})
