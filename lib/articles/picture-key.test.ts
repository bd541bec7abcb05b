import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyHours, opensPicture, pictureKey } from './picture-key'

const secret = 's'.repeat(32)
const hash = 'a'.repeat(32)
const hour = 3_600_000
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })

test('a key opens its picture for its hours, and no other picture, not later, and not with another secret', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: keyHours * hour }), (now, later) => {
      const key = pictureKey(hash, secret, now)
      expect(opensPicture(hash, key, secret, new Date(now.getTime() + later))).toBe(true)
      expect(opensPicture(hash, key, secret, new Date(now.getTime() + 2 * keyHours * hour))).toBe(false)
      expect(opensPicture('b'.repeat(32), key, secret, now)).toBe(false)
      expect(opensPicture(hash, key, 't'.repeat(32), now)).toBe(false)
    }),
  )
})

test('whatever else is brought along opens nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(opensPicture(hash, text, secret, new Date(0))).toBe(false)
    }),
  )
})
