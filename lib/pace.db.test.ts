import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { type Allowance, takeAllowance } from './pace'
import { shared } from './shared'

useTestDatabase({ RATE_LIMITS: 'default' })

const start = Date.parse('2026-03-02T12:00:00Z')
const five: Allowance = { burst: 5, everySeconds: 10 }
let keys = 0

const take = (key: string, seconds: number, allowance = five) =>
  takeAllowance(db(), key, allowance, at(seconds))

test('the burst may be taken at once, then one at each interval', async () => {
  const key = newKey()
  for (let taken = 0; taken < 5; taken += 1) expect(await take(key, 0)).toBeNull()
  expect(await take(key, 0)).toEqual({ retryAt: at(10) })
  expect(await take(key, 9.999)).toEqual({ retryAt: at(10) })
  expect(await take(key, 10)).toBeNull()
  expect(await take(key, 10)).toEqual({ retryAt: at(20) })
})

test('a refusal takes nothing: asking again and again puts nothing off', async () => {
  const key = newKey()
  for (let taken = 0; taken < 5; taken += 1) await take(key, 0)
  for (let asked = 0; asked < 20; asked += 1) expect(await take(key, 5)).toEqual({ retryAt: at(10) })
  expect(await take(key, 10)).toBeNull()
})

test('after a rest the whole burst is there again, and no more than that', async () => {
  const key = newKey()
  for (let taken = 0; taken < 5; taken += 1) await take(key, 0)
  for (let taken = 0; taken < 5; taken += 1) expect(await take(key, 86_400)).toBeNull()
  expect(await take(key, 86_400)).not.toBeNull()
})

test('one key’s haste is not another’s', async () => {
  const [hasty, calm] = [newKey(), newKey()]
  for (let taken = 0; taken < 6; taken += 1) await take(hasty, 0)
  expect(await take(calm, 0)).toBeNull()
})

test('whenever one asks, it is burst + elapsed / interval at the most, and each is had at the time that was named', async () => {
  const pause = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 15_000 }))
  const asking = fc.array(pause, { minLength: 1, maxLength: 25 })
  const allowances = fc.record({
    burst: fc.integer({ min: 1, max: 6 }),
    everySeconds: fc.constantFrom(0.5, 1, 7),
  })
  await fc.assert(
    fc.asyncProperty(allowances, asking, async (allowance, pauses) => {
      const key = newKey()
      let [seconds, taken] = [0, 0]
      for (const pause of pauses) {
        seconds += pause / 1000
        const limited = await take(key, seconds, allowance)
        if (!limited) taken += 1
        expect(taken).toBeLessThanOrEqual(allowance.burst + Math.floor(seconds / allowance.everySeconds))
        if (!limited) continue
        expect(limited.retryAt.getTime()).toBeGreaterThan(at(seconds).getTime())
        seconds = (limited.retryAt.getTime() - start) / 1000
        expect(await take(key, seconds, allowance)).toBeNull()
        taken += 1
      }
    }),
    { numRuns: 40 },
  )
})

test('a clock that steps back gives nothing away', async () => {
  const key = newKey()
  for (let taken = 0; taken < 5; taken += 1) await take(key, 100)
  expect(await take(key, 0)).toEqual({ retryAt: at(110) })
})

test('of fifty at the same time exactly the burst is taken', async () => {
  const key = newKey()
  const answers = await Promise.all(Array.from({ length: 50 }, () => take(key, 0)))
  expect(answers.filter((limited) => limited === null)).toHaveLength(5)
})

test('what was taken in a transaction that failed is given back', async () => {
  const key = newKey()
  const failed = db().$transaction(async (tx) => {
    for (let taken = 0; taken < 5; taken += 1) await takeAllowance(tx, key, five, at(0))
    throw new Error('on purpose')
  })
  await expect(failed).rejects.toThrow('on purpose')
  expect(await take(key, 0)).toBeNull()
})

test('with RATE_LIMITS=off everything is allowed and nothing is written', async () => {
  const key = newKey()
  const settings = env()
  shared().env = { ...settings, RATE_LIMITS: 'off' }
  try {
    for (let taken = 0; taken < 20; taken += 1) expect(await take(key, 0)).toBeNull()
  } finally {
    shared().env = settings
  }
  expect(await db().pace.findUnique({ where: { key } })).toBeNull()
})

function newKey(): string {
  keys += 1
  return `key ${keys}`
}

function at(seconds: number): Date {
  return new Date(start + Math.round(seconds * 1000))
}
