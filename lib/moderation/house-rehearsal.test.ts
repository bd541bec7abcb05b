import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostAsked, readRehearsal, spread, writeRehearsal } from './house-rehearsal'

test('what a rehearsal has come to is read as it was written', () => {
  const id = fc.integer({ min: 1, max: 2_147_483_647 })
  const some = fc.record({ from: id, held: fc.array(id, { maxLength: 20 }), failed: fc.nat(20) })
  fc.assert(
    fc.property(some, fc.nat(10), (rehearsal, passed) => {
      const whole = { ...rehearsal, asked: rehearsal.held.length + rehearsal.failed + passed }
      expect(readRehearsal(writeRehearsal(whole))).toEqual(whole)
    }),
  )
})

test('what no rehearsal wrote is none', () => {
  const good = { from: '9', asked: '3', held: '7.8', failed: '1' }
  expect(readRehearsal(good)).not.toBeNull()
  for (const wrong of [
    ...[{}, { from: '0' }, { asked: String(mostAsked + 1) }, { asked: '2' }, { held: '7.x' }],
    ...[{ held: ['7', '8'] }, { failed: '-1' }, { from: '99999999999' }],
  ])
    expect([wrong, readRehearsal(Object.keys(wrong).length === 0 ? {} : { ...good, ...wrong })]).toEqual([
      wrong,
      null,
    ])
})

test('a sample is spread over all there is, in its order, without repeating', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 60 }), (length, most) => {
      const all = Array.from({ length }, (_, index) => index)
      const some = spread(all, most)
      expect(some).toHaveLength(Math.min(length, most))
      expect([...new Set(some)].sort((a, b) => a - b)).toEqual(some)
      if (length > 0) expect(some[0]).toBe(0)
      if (length > most) expect(length - (some.at(-1) ?? 0)).toBeLessThanOrEqual(Math.ceil(length / most))
    }),
  )
})
