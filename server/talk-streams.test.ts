import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createTalkStreams } from './talk-streams'

/** Streams of a quiet conversation, with the chances that are thrown. */
async function given(chances: number[]) {
  const streams = createTalkStreams({
    next: async (_req, res) => void res.writeHead(404).end(),
    newest: async () => ({ id: 0n, at: new Date() }),
    read: async () => [],
    now: Date.now,
    random: () => chances.shift() ?? 0,
    log: (line) => console.error(line),
  })
  const server = createServer((req, res) => void streams.handle(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const open = () => fetch(`http://127.0.0.1:${port}/api/news/7/live`)
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
