import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test('a path of this site is kept, with its query and fragment', () => {
  expect(safePath('/news/7/a-story?after=1#comment-3', '/account')).toBe('/news/7/a-story?after=1#comment-3')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/a\\..\\b',
  'javascript:alert(1)',
  '/api/sign-out',
  '/.//evil.example',
  '',
  null,
])('%j leads home', (asked) => {
  expect(safePath(asked, '/account')).toBe('/account')
})

test('whatever is asked, the browser stays on this site', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.webPath()), (asked) => {
      expect(new URL(safePath(asked, '/'), 'https://site.example').origin).toBe('https://site.example')
    }),
  )
})
