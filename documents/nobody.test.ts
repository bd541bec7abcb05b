import { afterEach, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from './newsroom.fixture'
import { createNobody } from './nobody'

let house: Newsroom
let asked: string[] = []

afterEach(async () => {
  await house.close()
  asked = []
})

test('whoever has no session is nobody, and Next is not asked', async () => {
  await open()
  for (const cookie of ['', 'tribune.text=k; x-tribune.session=a; tribune.sessions=b']) {
    const answer = await house.get('/api/viewer?article=49434', { headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({
      now: '2026-03-02T12:00:00.000Z',
      reader: null,
      article: null,
    })
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'content-type': 'application/json',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  }
  expect(asked).toEqual([])
})

test('a session, another method or another address is Next’s to answer', async () => {
  await open()
  const own = { 'sec-fetch-site': 'same-origin' }
  await house.get('/api/viewer', { headers: { cookie: 'a=b; tribune.session=x' } })
  await house.get('/api/viewer', { method: 'POST', headers: own })
  await house.get('/api/viewers')
  await house.get('/api/comments')
  expect(asked).toEqual(['GET /api/viewer', 'POST /api/viewer', 'GET /api/viewers', 'GET /api/comments'])
})

async function open(): Promise<void> {
  const next = createNobody(
    async (req, res) => {
      if (req.url?.startsWith('/api/')) asked.push(`${req.method} ${req.url}`)
      res.end('{}')
    },
    'tribune.session',
    () => Date.parse('2026-03-02T12:00:00Z'),
  )
  house = await openNewsroom({ next })
}
