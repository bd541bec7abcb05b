import { expect, test } from 'vitest'
import { clock, clockOrDay, dayAndTime, isTimeZone, longDate, publishDate } from './site-time'

const utc = { timeZone: 'UTC', language: 'en' }
const tehran = { timeZone: 'Asia/Tehran', language: 'en' }
const instant = new Date('2020-11-25T12:40:00Z')

test('dates stand as they are promised', () => {
  expect(publishDate(instant, utc)).toBe('12:40 - 25 November 2020')
  expect(longDate(instant, utc)).toBe('Wednesday, 25 November 2020')
  expect(dayAndTime(instant, utc)).toBe('25 November 2020, 12:40')
})

test('times are the site’s, whatever the machine’s', () => {
  expect(publishDate(new Date('2020-11-25T09:10:00Z'), tehran)).toBe('12:40 - 25 November 2020')
  expect(publishDate(new Date('2020-11-25T22:00:00Z'), tehran)).toBe('01:30 - 26 November 2020')
  expect(longDate(new Date('2020-11-25T22:00:00Z'), tehran)).toBe('Thursday, 26 November 2020')
})

test('midnight is 00:00, and a day has one digit where it needs one', () => {
  expect(publishDate(new Date('2021-05-03T00:00:00Z'), utc)).toBe('00:00 - 3 May 2021')
  expect(clock(new Date('2021-05-03T23:59:59Z'), utc)).toBe('23:59')
})

test('of today the clock is enough, of another day of the site’s its day stands before it', () => {
  const now = new Date('2020-11-25T21:00:00Z')
  expect(clockOrDay(instant, now, utc)).toBe('12:40')
  expect(clockOrDay(new Date('2020-11-24T23:59:00Z'), now, utc)).toBe('24 November 2020, 23:59')
  // In Tehran it is the next day already.
  expect(clockOrDay(instant, now, tehran)).toBe('25 November 2020, 16:10')
})

test('summer time is the zone’s', () => {
  const berlin = { timeZone: 'Europe/Berlin', language: 'en' }
  expect(clock(new Date('2026-03-29T00:59:00Z'), berlin)).toBe('01:59')
  expect(clock(new Date('2026-03-29T01:00:00Z'), berlin)).toBe('03:00')
})

test('formatters of one zone are not used for another', () => {
  expect([clock(instant, utc), clock(instant, tehran), clock(instant, utc)]).toEqual([
    '12:40',
    '16:10',
    '12:40',
  ])
})

test('zones are told from what only looks like one', () => {
  expect(['UTC', 'Europe/Berlin', 'Asia/Tehran'].every(isTimeZone)).toBe(true)
  expect(['', 'Mars/Olympus', 'Berlin', '../etc/passwd'].some(isTimeZone)).toBe(false)
})
