import { expect, test } from 'vitest'
import { chooseCoding, namesHtml, prefersJson } from './accept'

test('the coding with the highest weight wins, and brotli before gzip at equal weights', () => {
  expect(chooseCoding(undefined)).toBe('identity')
  expect(chooseCoding('')).toBe('identity')
  expect(chooseCoding('gzip, br')).toBe('br')
  expect(chooseCoding('br;q=0.1, gzip')).toBe('gzip')
  expect(chooseCoding('gzip;q=0.5, identity;q=0.8')).toBe('identity')
  expect(chooseCoding('BR ; Q=1.0')).toBe('br')
  expect(chooseCoding('*')).toBe('br')
  expect(chooseCoding('*;q=0.5, br;q=0')).toBe('gzip')
  expect(chooseCoding('deflate, zstd')).toBe('identity')
  expect(chooseCoding('br;q=banana, gzip;q=0.1')).toBe('gzip')
  expect(chooseCoding('identity;q=0, *;q=0')).toBe('identity')
})

test('JSON is preferred only where it outweighs a page', () => {
  expect(prefersJson('application/json')).toBe(true)
  expect(prefersJson('text/html, application/json;q=0.9')).toBe(false)
  expect(prefersJson('*/*')).toBe(false)
  expect(prefersJson(undefined)).toBe(false)
  expect(namesHtml('text/html,*/*;q=0.8')).toBe(true)
  expect(namesHtml('*/*')).toBe(false)
  expect(namesHtml('text/html;q=0')).toBe(false)
})
