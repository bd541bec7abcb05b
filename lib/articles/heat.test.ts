import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestForShare, isCool, isHot } from './heat'

const heat = fc
  .nat({ max: 500 })
  .chain((posted) => fc.record({ posted: fc.constant(posted), doubted: fc.nat({ max: posted }) }))
const limits = fc.record({
  heatComments: fc.option(fc.integer({ min: 1, max: 500 })),
  heatPercent: fc.option(fc.integer({ min: 1, max: 100 })),
})
const never = { heatComments: null, heatPercent: null }

test('more comments than were said heat it up, and no fewer', () => {
  const limits = { ...never, heatComments: 30 }
  expect(isHot({ posted: 30, doubted: 0 }, limits)).toBe(false)
  expect(isHot({ posted: 31, doubted: 0 }, limits)).toBe(true)
  expect(isCool({ posted: 16, doubted: 0 }, limits)).toBe(false)
  expect(isCool({ posted: 15, doubted: 0 }, limits)).toBe(true)
})

test('so does a share that is doubted, of ten at least', () => {
  const limits = { ...never, heatPercent: 40 }
  expect(isHot({ posted: fewestForShare, doubted: 4 }, limits)).toBe(false)
  expect(isHot({ posted: fewestForShare, doubted: 5 }, limits)).toBe(true)
  expect(isHot({ posted: fewestForShare - 1, doubted: fewestForShare - 1 }, limits)).toBe(false)
  expect(isCool({ posted: 10, doubted: 3 }, limits)).toBe(false)
  expect(isCool({ posted: 10, doubted: 2 }, limits)).toBe(true)
})

test('nothing is hot and cool at once, whatever was said', () => {
  fc.assert(
    fc.property(heat, limits, (heat, limits) => {
      expect(isHot(heat, limits) && isCool(heat, limits)).toBe(false)
    }),
  )
})

test('where nothing was said nothing heats up, and everything is cool', () => {
  fc.assert(
    fc.property(heat, (heat) => {
      expect([isHot(heat, never), isCool(heat, never)]).toEqual([false, true])
    }),
  )
})

test('what is doubted besides never cools a conversation', () => {
  fc.assert(
    fc.property(heat, limits, fc.nat({ max: 100 }), (heat, limits, more) => {
      const worse = { posted: heat.posted, doubted: Math.min(heat.posted, heat.doubted + more) }
      if (isHot(heat, limits)) expect(isHot(worse, limits)).toBe(true)
      if (isCool(worse, limits)) expect(isCool(heat, limits)).toBe(true)
    }),
  )
})

test('a conversation in which nobody writes is cool', () => {
  fc.assert(
    fc.property(limits, (limits) => {
      expect(isCool({ posted: 0, doubted: 0 }, limits)).toBe(true)
    }),
  )
})
