import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createReads } from './reads'

const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'
const dayMs = 86_400_000

function newsroom() {
  const clock = { now: Date.parse('2026-03-02T12:00:00Z') }
  const stored = new Map<string, number>()
  const reads = createReads({
    async store(day, counts) {
      for (const [id, count] of counts) stored.set(`${day} ${id}`, (stored.get(`${day} ${id}`) ?? 0) + count)
    },
    dayOf: (instant) => new Date(instant).toISOString().slice(0, 10),
    now: () => clock.now,
    log: () => undefined,
  })
  return { clock, stored, reads }
}

test('somebody counts once a day for each article, however often they come', async () => {
  const { clock, stored, reads } = newsroom()
  const by = { address: '192.0.2.7', agent: browser }
  for (let times = 0; times < 5; times += 1) reads.note(7, by)
  reads.note(8, by)
  reads.note(7, { ...by, address: '192.0.2.8' })
  await reads.flush()
  reads.note(7, by)
  clock.now += dayMs
  reads.note(7, by)
  await reads.close()
  expect(Object.fromEntries(stored)).toEqual({ '2026-03-02 7': 2, '2026-03-02 8': 1, '2026-03-03 7': 1 })
})

test('what was read before midnight is that day’s', async () => {
  const { clock, stored, reads } = newsroom()
  reads.note(7, { address: '192.0.2.7', agent: browser })
  clock.now += dayMs
  await reads.close()
  expect([...stored]).toEqual([['2026-03-02 7', 1]])
})

test('bots and programs are no readers', async () => {
  const { stored, reads } = newsroom()
  const agents = [
    '',
    'curl/8.5',
    'Mozilla/5.0 (compatible; Googlebot/2.1)',
    'python-requests/2',
    'HeadlessChrome/120',
    'facebookexternalhit/1.1 (+http://www.facebook.com)',
  ]
  for (const agent of agents) reads.note(7, { address: '192.0.2.7', agent })
  await reads.close()
  expect(stored.size).toBe(0)
})

test('whatever an address makes up, it is a few readers at the most, and keeps nobody else back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 400 }), async (flood) => {
      const { stored, reads } = newsroom()
      for (let made = 0; made < flood; made += 1) {
        reads.note(7, { address: `2001:db8:1:1::${made.toString(16)}`, agent: `${browser} made-up/${made}` })
      }
      reads.note(7, { address: '192.0.2.7', agent: browser })
      await reads.close()
      expect(stored.get('2026-03-02 7')).toBe(Math.min(flood, 25) + 1)
    }),
    { numRuns: 20 },
  )
})
