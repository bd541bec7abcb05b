import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReads, writeReads } from './reads'

const id = fc.integer({ min: 1, max: 2_147_483_647 })

test('what was read is the same after it was sent with a form', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ commentId: id, revisionId: id, seen: id })), (reads) => {
      expect(readReads(writeReads(reads))).toEqual(reads)
    }),
  )
})

test.each(['1', '1.2', '1.2.3.4', '1.2.x', '1.2.0', '1..3', '1.2.3 4', '1.2.99999999999'])(
  'what is not written so is not read at all: %s',
  (text) => {
    expect(readReads(text)).toBeNull()
  },
)
