import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconSvg } from './icon'

test('the sign in the pages is the one that is served as a file', () => {
  expect(readFileSync('public/icon.svg', 'utf8').trim()).toBe(iconSvg)
})
