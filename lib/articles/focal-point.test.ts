import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutBefore } from './focal-point'

const wide = { width: 3000, height: 1000, focalX: 0.5, focalY: 0.5 }
const tall = { width: 1000, height: 2000, focalX: 0.5, focalY: 0.5 }

test.each([
  ['from the middle, nothing said', wide, 1, 50],
  ['at the left', { ...wide, focalX: 0 }, 1, 0],
  ['left of the middle', { ...wide, focalX: 0.35 }, 1, 25],
  ['right of the middle', { ...wide, focalX: 0.65 }, 1, 75],
  ['at the right', { ...wide, focalX: 1 }, 1, 100],
  ['however high it lies, where only the sides are cut', { ...wide, focalY: 0 }, 1, 50],
  ['at the top of a tall one', { ...tall, focalY: 0.1 }, 1.5, 0],
  ['at its foot', { ...tall, focalY: 0.9 }, 1.5, 100],
  ['however far left, where only top and foot are cut', { ...tall, focalX: 0 }, 1.5, 50],
  ['nothing is cut of what has the shape of its frame', { ...wide, focalX: 0 }, 3, 50],
])('a picture is cut %s', (_what, picture, frame, share) => {
  expect(cutBefore(picture, frame)).toBe(share)
})

test('what must stay stays, in pictures up to four times as long as their frame', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.record({ focalX: share, focalY: share, longer: fc.double({ min: 1, max: 4, noNaN: true }) }),
      fc.boolean(),
      fc.constantFrom(1, 1.5),
      ({ focalX, focalY, longer }, isWide, frame) => {
        const width = 1000 * frame * (isWide ? longer : 1 / longer)
        const cut = cutBefore({ width, height: 1000, focalX, focalY }, frame) / 100
        const seenAt = (isWide ? focalX : focalY) * longer - cut * (longer - 1)
        expect(seenAt).toBeGreaterThanOrEqual(-1e-9)
        expect(seenAt).toBeLessThanOrEqual(1 + 1e-9)
      },
    ),
  )
})
