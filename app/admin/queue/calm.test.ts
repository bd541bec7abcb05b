import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Calm, isTurnOver, readCalm, severePerTurn, withSevere } from './calm'

const day = '2026-03-02'
const fresh: Calm = { isBlurred: false, day, severe: [], toldAt: 0 }

test('a text is counted once, and a new day begins with none; blurring stays', () => {
  const calm = withSevere(withSevere(withSevere(fresh, 7), 8), 7)
  expect(calm.severe).toEqual([7, 8])
  const kept = JSON.stringify({ ...calm, isBlurred: true })
  expect(readCalm(kept, day)).toEqual({ ...calm, isBlurred: true })
  expect(readCalm(kept, '2026-03-03')).toEqual({ ...fresh, day: '2026-03-03', isBlurred: true })
})

test('a turn is over after so many, and again after as many more', () => {
  let calm = fresh
  for (let id = 1; id < severePerTurn; id += 1) calm = withSevere(calm, id)
  expect(isTurnOver(calm)).toBe(false)
  calm = withSevere(calm, severePerTurn)
  expect(isTurnOver(calm)).toBe(true)
  const told = { ...calm, toldAt: calm.severe.length }
  expect(isTurnOver(told)).toBe(false)
  expect(isTurnOver(withSevere(told, 1_000))).toBe(false)
})

test('whatever a device kept, it is read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
      const read = readCalm(kept, day)
      expect(readCalm(JSON.stringify(read), day)).toEqual(read)
    }),
  )
})
