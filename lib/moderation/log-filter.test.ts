import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LogPlace, logQuery, readLogFilter, readLogPlace, writeLogPlace } from './log-filter'

const everything = {
  ...{ by: 7, kind: 'rejected', reader: 'ana-marin', comment: 12, article: 49_434 },
  ...{ from: '2026-02-27', to: '2026-03-01', action: 3 },
}

test('a filter goes into an address and comes back', () => {
  const read = (query: URLSearchParams) => readLogFilter(Object.fromEntries(query))
  expect(read(logQuery(everything))).toEqual({ filter: everything, unreadable: [] })
  expect(read(logQuery({ ...everything, by: 'rules' })).filter.by).toBe('rules')
})

test('fields that were left empty ask for nothing', () => {
  const { filter, unreadable } = readLogFilter({ by: '', kind: ' ', reader: '', from: '', to: '' })
  expect(Object.values(filter).every((value) => value === null)).toBe(true)
  expect(unreadable).toEqual([])
})

test.each([
  ['by', '-1'],
  ['by', 'rules; drop table "Decision"'],
  ['kind', "approved' or '1'='1"],
  ['reader', 'a b'],
  ['reader', '%'],
  ['comment', '1e3'],
  ['comment', '99999999999'],
  ['article', '0'],
  ['from', '2026-02-30'],
  ['from', '1 March'],
  ['to', '+020260-01-01'],
  ['action', 'all'],
] as const)('what cannot be read is named, and never asks for everything: %s=%s', (field, text) => {
  expect(readLogFilter({ [field]: text }).unreadable).toEqual([field])
})

test('a field that is given twice cannot be read', () => {
  expect(readLogFilter({ comment: ['1', '2'] }).unreadable).toEqual(['comment'])
})

test('a handle is found as people write it', () => {
  expect(readLogFilter({ reader: ' @Ana-Marin ' }).filter.reader).toBe('ana-marin')
})

const places: fc.Arbitrary<LogPlace> = fc.record({
  at: fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  source: fc.constantFrom('decision', 'action'),
  id: fc.integer({ min: 1, max: 2_147_483_647 }),
})

test('a place in the log goes into an address and comes back', () => {
  fc.assert(
    fc.property(places, (place) => {
      expect(readLogPlace(writeLogPlace(place))).toEqual(place)
    }),
  )
})

test('nothing else is a place', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const place = readLogPlace(text)
      expect(place === null || writeLogPlace(place) === text).toBe(true)
    }),
  )
  for (const text of ['', '1-d0', '01-d1', '1-d01', '1-x1', 'zzzzzzzzz-azzzzzz'])
    expect(readLogPlace(text)).toBeNull()
})
