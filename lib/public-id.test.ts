import { expect, test } from 'vitest'
import { publicId } from './public-id'

test('an id is a positive integer within range, written one way', () => {
  expect(publicId('49434')).toBe(49434)
  expect(publicId('2147483647')).toBe(2147483647)
})

test.each(['0', '-1', '007', '1.0', '1e3', ' 1', '1 ', '2147483648', '99999999999', '٣', 'abc', ''])(
  '%j is no id',
  (text) => {
    expect(publicId(text)).toBeNull()
  },
)
