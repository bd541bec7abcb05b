import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sight } from '@/lib/articles/sight'
import { createReads } from './reads'

const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'
const dayMs = 86_400_000

function newsroom() {
  const clock = { now: Date.parse('2026-03-02T12:00:00Z') }
  const stored = new Map<string, number>()
  const told: Sight[] = []
  const forgotten: string[] = []
  let isAway = false
  const reads = createReads({
    store: {
      async salt(_, fresh) {
        if (isAway) throw new Error('away')
        return fresh
      },
      async record(day, sights) {
        if (isAway) throw new Error('away')
        told.push(...sights)
        for (const { articleId } of sights) {
          const key = `${day} ${articleId}`
          stored.set(key, (stored.get(key) ?? 0) + 1)
        }
      },
      async forget(day) {
        forgotten.push(day)
      },
    },
    dayOf: (instant) => new Date(instant).toISOString().slice(0, 10),
    now: () => clock.now,
    log: () => undefined,
  })
  return { clock, stored, told, forgotten, reads, setAway: (away: boolean) => (isAway = away) }
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

test('what was read before midnight is that day’s, and a minute after it the day is forgotten', async () => {
  const { clock, stored, forgotten, reads } = newsroom()
  clock.now = Date.parse('2026-03-02T23:59:58Z')
  reads.note(7, { address: '192.0.2.7', agent: browser })
  clock.now += 4_000
  await reads.flush()
  expect([...stored]).toEqual([['2026-03-02 7', 1]])
  expect(forgotten).toEqual(['2026-03-02'])
  clock.now += 60_000
  await reads.close()
  expect(forgotten).toEqual(['2026-03-02', '2026-03-03'])
})

test('what is told says nothing of an address or a program, nor who read two articles', async () => {
  const { told, reads } = newsroom()
  reads.note(7, { address: '192.0.2.7', agent: browser })
  reads.note(8, { address: '192.0.2.7', agent: browser })
  await reads.close()
  for (const { place, reader } of told) expect([place, reader].join()).toMatch(/^[\w-]{12},[\w-]{12}$/)
  expect(new Set(told.flatMap(({ place, reader }) => [place, reader])).size).toBe(4)
})

test('what could not be written is written later, and whoever comes meanwhile is not counted', async () => {
  const { stored, reads, setAway } = newsroom()
  reads.note(7, { address: '192.0.2.7', agent: browser })
  await new Promise(setImmediate)
  setAway(true)
  await reads.flush()
  expect(stored.size).toBe(0)
  setAway(false)
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
