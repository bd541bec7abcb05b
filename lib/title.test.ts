import { expect, test } from 'vitest'
import { longestTitle, readTitle } from './title'

test('a title is a line of up to sixty letters, without the space around and between', () => {
  expect(readTitle('  Glaciologist,  University of Bergen ')).toBe('Glaciologist, University of Bergen')
  expect(readTitle('氷'.repeat(longestTitle))).toBe('氷'.repeat(longestTitle))
  expect(readTitle('x'.repeat(longestTitle + 1))).toBeNull()
})

test.each([
  ['nothing', ''],
  ['space', ' \n '],
  ['no word', '***'],
  ['a turned direction', 'Doctor \u202effatS'],
  ['letters that nobody sees', 'Doc\u200btor'],
  ['a bell', 'Doctor\u0007'],
])('%s is none', (_what, typed) => {
  expect(readTitle(typed)).toBeNull()
})
