import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWallTime, resolveZonedTime, type WallTime, zonedTimeToInstant } from './zoned-time'

const at = (year: number, month: number, day: number, hour: number, minute: number): WallTime => ({
  year,
  month,
  day,
  hour,
  minute,
})

const iso = (wall: WallTime, timeZone: string) => zonedTimeToInstant(wall, timeZone).toISOString()

describe('a time on the wall becomes an instant', () => {
  test('UTC is taken as it stands', () => {
    expect(iso(at(2020, 11, 25, 12, 40), 'UTC')).toBe('2020-11-25T12:40:00.000Z')
  })

  test('Tehran is three hours and a half ahead in winter and was four and a half in the summers until 2022', () => {
    expect(iso(at(2020, 11, 25, 12, 40), 'Asia/Tehran')).toBe('2020-11-25T09:10:00.000Z')
    expect(iso(at(2020, 6, 10, 12, 40), 'Asia/Tehran')).toBe('2020-06-10T08:10:00.000Z')
    expect(iso(at(2023, 6, 10, 12, 40), 'Asia/Tehran')).toBe('2023-06-10T09:10:00.000Z')
  })

  test('a zone behind UTC can fall on the next day', () => {
    expect(iso(at(2024, 2, 29, 23, 15), 'America/New_York')).toBe('2024-03-01T04:15:00.000Z')
  })

  test('an early year is not mistaken for one of the twentieth century', () => {
    expect(iso(at(50, 1, 1, 0, 0), 'UTC')).toBe('0050-01-01T00:00:00.000Z')
  })
})

describe('at a clock change', () => {
  test('a time Berlin skipped is read as if the clocks had not been put forward yet', () => {
    expect(resolveZonedTime(at(2024, 3, 31, 2, 30), 'Europe/Berlin')).toEqual({
      instant: new Date('2024-03-31T01:30:00Z'),
      clock: 'skipped',
    })
  })

  test('a time Berlin had twice is the first of the two', () => {
    expect(resolveZonedTime(at(2024, 10, 27, 2, 30), 'Europe/Berlin')).toEqual({
      instant: new Date('2024-10-27T00:30:00Z'),
      clock: 'repeated',
    })
  })

  test('the minutes at the edges of both changes exist exactly once', () => {
    const edges: [WallTime, string][] = [
      [at(2024, 3, 31, 1, 59), '2024-03-31T00:59:00Z'],
      [at(2024, 3, 31, 3, 0), '2024-03-31T01:00:00Z'],
      [at(2024, 10, 27, 1, 59), '2024-10-26T23:59:00Z'],
      [at(2024, 10, 27, 3, 0), '2024-10-27T02:00:00Z'],
    ]
    for (const [wall, instant] of edges) {
      expect(resolveZonedTime(wall, 'Europe/Berlin')).toEqual({ instant: new Date(instant), clock: 'exact' })
    }
  })

  test('the day Samoa left out leads into the day after it', () => {
    expect(resolveZonedTime(at(2011, 12, 30, 12, 0), 'Pacific/Apia')).toEqual({
      instant: new Date('2011-12-30T22:00:00Z'),
      clock: 'skipped',
    })
  })
})

describe('what is refused', () => {
  test('an unknown zone is named in the error', () => {
    expect(() => zonedTimeToInstant(at(2024, 1, 1, 0, 0), 'Asia/Atlantis')).toThrow(/unknown.*Asia\/Atlantis/)
    expect(() => zonedTimeToInstant(at(2024, 1, 1, 0, 0), '')).toThrow(RangeError)
  })

  test('a time on no calendar is refused', () => {
    const impossible = [
      at(2023, 2, 29, 0, 0),
      at(2024, 2, 31, 0, 0),
      at(2024, 13, 1, 0, 0),
      at(2024, 4, 0, 0, 0),
      at(2024, 4, 1, 24, 0),
      at(2024, 4, 1, 0, 60),
      at(0, 4, 1, 0, 0),
      at(2024, 4, 1.5, 0, 0),
    ]
    for (const wall of impossible) {
      expect(isWallTime(wall)).toBe(false)
      expect(() => zonedTimeToInstant(wall, 'UTC')).toThrow(RangeError)
    }
  })
})

test('what the clocks of a zone show at any minute leads back to that minute, or to its first showing', () => {
  const zones = [
    'UTC',
    'Asia/Tehran',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ]
  const minutes = fc.integer({ min: Date.UTC(1975, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (timeZone, minute) => {
      const instant = new Date(minute * 60_000)
      const resolved = resolveZonedTime(shownAt(instant, timeZone), timeZone)
      expect(resolved.clock).not.toBe('skipped')
      if (resolved.clock === 'exact') expect(resolved.instant).toEqual(instant)
      else expect(instant.getTime() - resolved.instant.getTime()).toBeGreaterThanOrEqual(0)
      expect(shownAt(resolved.instant, timeZone)).toEqual(shownAt(instant, timeZone))
    }),
  )
})

function shownAt(instant: Date, timeZone: string): WallTime {
  const text = instant.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number)
  return { year, month, day, hour, minute }
}
