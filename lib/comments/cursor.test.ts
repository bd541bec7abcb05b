import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor'

// Any code point, halves of pairs included; fast-check's own `binary` takes seconds to set up.
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
})

const last = Date.parse('5000-01-01T00:00:00Z')

test('a cursor is read as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: last }), fc.integer({ min: 1, max: 2_147_483_647 }), (time, id) => {
      const cursor = { at: new Date(time), id }
      const text = writeCursor(cursor)
      expect(text).toMatch(/^[0-9a-z-]+$/)
      expect(readCursor(text)).toEqual(cursor)
    }),
  )
})

test.each([
  undefined,
  '',
  '-',
  'mh1',
  'mh1-',
  '-1',
  'MH1-1',
  'mh1-1 ',
  'mh1-1-1',
  'mh1-zzzzzz',
  'mh1-1000000',
  'zzzzzzzzzz-1',
  '1e3-1.5',
  'mh1-1\n',
  "mh1-1'--",
  '٣-٤',
])('%j is no cursor', (text) => {
  expect(readCursor(text)).toBeNull()
})

test('whatever stands in the address, a cursor that is read can be asked of the database', () => {
  const almost = fc.stringMatching(/^[0-9a-zA-Z]{0,11}-[0-9a-zA-Z]{0,8}$/)
  fc.assert(
    fc.property(fc.oneof(anyText, almost), (text) => {
      const cursor = readCursor(text)
      if (!cursor) return
      expect(cursor.id).toBeLessThanOrEqual(2_147_483_647)
      expect(cursor.at.toISOString()).toMatch(/^\d{4}-/)
    }),
  )
})
