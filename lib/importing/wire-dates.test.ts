import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disagreement, readLongDate, readPublishDate } from './wire-dates'

describe('a publish date', () => {
  test('is read with one digit or two in the hour and the day', () => {
    const wall = { year: 2021, month: 5, day: 3, hour: 9, minute: 5 }
    expect(readPublishDate(' 9:05 - 3 May 2021')).toEqual({ ok: true, wall, rest: '' })
    expect(readPublishDate('09:05 - 03 May 2021')).toEqual({ ok: true, wall, rest: '' })
  })

  test('may be spaced without breaks, have a longer dash and a short month', () => {
    const wall = { year: 2021, month: 9, day: 30, hour: 23, minute: 59 }
    expect(readPublishDate('23:59\u00A0– 30\u00A0Sep 2021')).toEqual({ ok: true, wall, rest: '' })
  })

  test('hands back what was run on to it', () => {
    expect(readPublishDate('9:05 - 3 May 2021Monday, 3 May 2021')).toMatchObject({
      rest: 'Monday, 3 May 2021',
    })
  })

  test.each([
    '25:61 - 3 May 2021',
    '24:00 - 3 May 2021',
    '9:05 - 31 February 2021',
    '9:05 - 29 February 2021',
    '9:05 - 0 May 2021',
    '9:05 - 3 May 0000',
  ])('%s never was, and is refused', (value) => {
    expect(readPublishDate(value)).toEqual({ ok: false, reason: expect.stringMatching(/never was/) })
  })

  test.each([
    '',
    'yesterday',
    '3 May 2021',
    '9:05',
    '9:5 - 3 May 2021',
    '9:05 - 3 Azar 2021',
    '2021-05-03T09:05Z',
  ])('"%s" is of another form, and is refused', (value) => {
    expect(readPublishDate(value)).toEqual({ ok: false, reason: expect.stringMatching(/form/) })
  })

  test('every day a calendar has is read as that day', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const value = `12:40 - ${day.getUTCDate()} ${monthOf(day)} ${day.getUTCFullYear()}`
        expect(readPublishDate(value)).toMatchObject({
          ok: true,
          wall: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
        })
      }),
    )
  })
})

describe('a long date', () => {
  test('is told from what follows it on the line', () => {
    expect(readLongDate('Monday, 3 May 2021 _It rained.')).toMatchObject({
      text: 'Monday, 3 May 2021',
      rest: ' _It rained.',
    })
    expect(readLongDate('Monday, 3 May 2021It rained.')?.rest).toBe('It rained.')
  })

  test('is not seen in a sentence that begins with a weekday', () => {
    expect(readLongDate('Monday, a public holiday, was dry.')).toBe(null)
  })

  test('agrees with a publish date only by weekday, day, month and year', () => {
    const wall = { year: 2021, month: 5, day: 3, hour: 9, minute: 5 }
    const contradicts = (text: string) => {
      const long = readLongDate(text)
      return long === null ? 'not read' : disagreement(long, wall)
    }
    expect(contradicts('monday 03 May 2021')).toBe(null)
    expect(contradicts('Tuesday, 3 May 2021')).toMatch(/Publish Date is Monday, 3 May 2021/)
    expect(contradicts('Tuesday, 4 May 2021')).toMatch(/kept/)
    expect(contradicts('Monday, 3 May 2020')).toMatch(/kept/)
    expect(contradicts('Monday, 31 February 2021')).toMatch(/kept/)
  })
})

function monthOf(day: Date): string {
  return day.toLocaleString('en', { month: 'long', timeZone: 'UTC' })
}
