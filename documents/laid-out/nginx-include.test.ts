import { expect, test } from 'vitest'
import { nginxInclude } from './nginx-include'

test('every header is said once, in quotes, and the type in nginx’s own way', () => {
  const headers = ['Content-Type', 'text/html; charset=utf-8', 'Speculation-Rules', '"/rules.json"']
  const text = nginxInclude('/run/pages', headers)
  expect(text).toContain('root "/run/pages";')
  expect(text).toContain('default_type "text/html; charset=utf-8";')
  expect(text).toContain('add_header Speculation-Rules "\\"/rules.json\\"";')
  expect(text).not.toContain('add_header Content-Type')
})

test('what nginx would read as more than a value is refused', () => {
  for (const value of ['a $uri', 'a\nb'])
    expect(() => nginxInclude('/run/pages', ['X-A', value])).toThrow('nginx cannot be told')
})
