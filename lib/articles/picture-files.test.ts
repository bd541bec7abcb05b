import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fallbackFormat, pictureWidths, widthsOf } from './picture-files'

const photo = (width: number) => ({ mediaType: 'image/jpeg', width, hasAlpha: false })

test('a picture is never offered wider than its original, and always in some width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12_000 }), (width) => {
      const [smallest, ...others] = widthsOf(photo(width))
      expect(smallest).toBe(pictureWidths[0])
      expect(others.every((offered) => offered <= width)).toBe(true)
    }),
  )
  expect(widthsOf(photo(1080))).toEqual([320, 480, 720, 1080])
})

test('a drawing is offered in every width', () => {
  expect(widthsOf({ ...photo(100), mediaType: 'image/svg+xml' })).toEqual([...pictureWidths])
})

test('what is transparent in places falls back to PNG, everything else to JPEG', () => {
  expect(fallbackFormat({ ...photo(100), hasAlpha: true })).toBe('png')
  expect(fallbackFormat(photo(100))).toBe('jpg')
})
