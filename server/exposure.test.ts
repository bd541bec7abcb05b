import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createExposure } from './exposure'

/** What is written when it is asked for, of an exposure that keeps little. */
async function given(most: { mostWaiting?: number; mostRemembered?: number }) {
  const written: [articleId: number, counts: [number, number][]][] = []
  const lost: Record<string, unknown>[] = []
  let isAway = false
  const exposure = createExposure({
    next: async (_req, res) => void res.writeHead(404).end(),
    read: () => undefined,
    store: async (articleId, counts) => {
      if (isAway) throw new Error('away')
      written.push([articleId, [...counts]])
    },
    secret: 'a secret',
    log: (line) => void lost.push(line),
    everyMs: 3_600_000,
    ...most,
  })
  const server = createServer((req, res) => void exposure.handle(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const see = async (articleId: number, ids: number[], from = '192.0.2.1') => {
    const headers = { 'x-tribune-address': from }
    const asked = { method: 'POST', headers, body: JSON.stringify({ ids }) }
    expect((await fetch(`http://127.0.0.1:${port}/api/news/${articleId}/seen`, asked)).status).toBe(204)
  }
  const flush = async () => {
    await exposure.flush()
    return written.splice(0)
  }
  const away = (now: boolean) => {
    isAway = now
  }
  const close = async () => {
    await exposure.close()
    server.close()
  }
  return { see, flush, away, lost, close }
}

test('whatever is made up, only so many comments wait to be written; then there is room again', async () => {
  const { see, flush, close } = await given({ mostWaiting: 3 })
  await see(7, [1, 2])
  await see(8, [3, 4, 5])
  await see(7, [1], '192.0.2.2')
  expect(await flush()).toEqual([
    [
      7,
      [
        [1, 1],
        [2, 1],
      ],
    ],
    [8, [[3, 1]]],
  ])
  await see(8, [4])
  expect(await flush()).toEqual([[8, [[4, 1]]]])
  await close()
})

test('who saw what is remembered for so many, and then forgotten, the oldest half first', async () => {
  const { see, flush, close } = await given({ mostRemembered: 2 })
  await see(7, [1, 2, 3, 4])
  await see(7, [3, 4])
  expect(await flush()).toEqual([[7, [1, 2, 3, 4].map((id) => [id, 1])]])
  // The first two are forgotten with their half.
  await see(7, [5, 1])
  expect(await flush()).toEqual([
    [
      7,
      [
        [5, 1],
        [1, 1],
      ],
    ],
  ])
  await close()
})

test('A37: a network of eighteen quintillion addresses is one pair of eyes', async () => {
  const { see, flush, close } = await given({})
  for (const from of ['2001:db8:1:2::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:3::1']) await see(7, [1], from)
  expect(await flush()).toEqual([[7, [[1, 2]]]])
  await close()
})

test('what could not be written is said, and counting goes on', async () => {
  const { see, flush, away, lost, close } = await given({})
  away(true)
  await see(7, [1])
  expect(await flush()).toEqual([])
  expect(lost).toEqual([{ event: 'exposure-not-stored', articleId: 7, error: 'Error: away' }])
  away(false)
  await see(7, [2])
  expect(await flush()).toEqual([[7, [[2, 1]]]])
  await close()
})
