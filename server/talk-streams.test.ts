import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createTalkStreams } from './talk-streams'

/** Streams of a quiet conversation, with the chances that are thrown. */
async function given(chances: number[], mostOfOneAddress = 9) {
  const streams = createTalkStreams({
    next: async (_req, res) => void res.writeHead(404).end(),
    newest: async () => ({ id: 0n, at: new Date() }),
    read: async () => [],
    now: Date.now,
    random: () => chances.shift() ?? 0,
    log: (line) => console.error(line),
    mostOfOneAddress,
  })
  const server = createServer((req, res) => void streams.handle(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const open = (from = '192.0.2.1') =>
    fetch(`http://127.0.0.1:${port}/api/news/7/live`, { headers: { 'x-tribune-address': from } })
  return { streams, open, close: () => server.close() }
}

async function firstWords(answer: Response): Promise<string> {
  const reader = answer.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  return new TextDecoder().decode(value)
}

test('pages whose connection breaks at once come back spread over six seconds', async () => {
  const { streams, open, close } = await given([0, 0.5, 0.999])
  const said = []
  for (let page = 0; page < 3; page += 1) said.push(await firstWords(await open()))
  expect(said).toEqual(['retry: 1500\n\n', 'retry: 4500\n\n', 'retry: 7494\n\n'])
  streams.close()
  close()
})

test('no cache keeps a stream and no proxy holds it back; once it is closed, new ones are put off', async () => {
  const { streams, open, close } = await given([])
  const answer = await open()
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  })
  streams.close()
  // The stream ends, with nothing but its beginning.
  expect(await answer.text()).toBe('retry: 1500\n\n')
  const late = await open()
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '30'])
  close()
})

test('A37: a network of eighteen quintillion addresses holds as many streams as one address does', async () => {
  const { streams, open, close } = await given([], 1)
  const answers = []
  for (const from of ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:3::1']) answers.push(await open(from))
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 200])
  streams.close()
  close()
})
