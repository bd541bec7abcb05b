import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  archivePath,
  dateIn,
  firstWeekday,
  following,
  partsOf,
  readArchiveDate,
  spanOf,
} from './archive-date'

const zones = ['UTC', 'Europe/Berlin', 'Asia/Tehran', 'Pacific/Kiritimati', 'America/St_Johns']

test('a date that is on no calendar is none', () => {
  for (const wrong of [['2020', '13'], ['2021', '02', '29'], ['2020', '00', '01'], ['0000'], ['x']])
    expect(readArchiveDate(wrong)).toBeNull()
  expect(readArchiveDate(['2020', '02', '29'])).toEqual({ year: 2020, month: 2, day: 29 })
})

test('an address reads as the date that wrote it', () => {
  const date = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 3 }), (at, length) => {
      const all = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
      const named =
        length === 1 ? { year: all.year } : length === 2 ? { year: all.year, month: all.month } : all
      expect(readArchiveDate(archivePath(named).split('/').slice(2))).toEqual(named)
    }),
  )
})

test('days, months and years follow each other without a gap, and hold the instants whose date they are', () => {
  const date = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(date, fc.constantFrom(...zones), (at, zone) => {
      const day = dateIn(at, zone)
      for (const named of [day, { year: day.year, month: day.month }, { year: day.year }]) {
        const { from, until } = spanOf(named, zone)
        expect(from.getTime()).toBeLessThanOrEqual(at.getTime())
        expect(until.getTime()).toBeGreaterThan(at.getTime())
        expect(spanOf(following(named), zone).from).toEqual(until)
      }
    }),
  )
})

test('a month has its days, a year its months', () => {
  expect(partsOf({ year: 2021, month: 2 })).toHaveLength(28)
  expect(partsOf({ year: 2020 }).at(-1)).toEqual({ year: 2020, month: 12 })
  expect(partsOf({ year: 2020, month: 1, day: 1 })).toEqual([])
})

test('November 2020 began on a Sunday', () => {
  expect(firstWeekday(2020, 11)).toBe(6)
})
