import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, wallClock } from './site-instant'

test.each([
  ['2026-11-26T12:40', 'UTC', '2026-11-26T12:40:00.000Z'],
  ['2026-11-26T12:40', 'Europe/Helsinki', '2026-11-26T10:40:00.000Z'],
  ['2026-07-01T00:30', 'Asia/Kathmandu', '2026-06-30T18:45:00.000Z'],
  // The hour of 25 October 2026 that comes twice, and that of 29 March that does not come.
  ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(instantAt(text, zone)?.toISOString()).toBe(instant)
})

test.each(['', '2026-02-30T10:00', '2026-11-26', '2026-11-26T25:00', 'soon'])('%j is no time', (text) => {
  expect(instantAt(text, 'UTC')).toBeNull()
})

test('what a clock shows is read back, but for the hour that comes twice', () => {
  const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 70_000_000 }), fc.constantFrom(...zones), (minutes, zone) => {
      const at = new Date(minutes * 60_000)
      const shown = wallClock(at, zone)
      const read = instantAt(shown, zone)
      expect(read && wallClock(read, zone)).toBe(shown)
    }),
  )
})
