import { expect, test } from 'vitest'
import { excerptOf } from './excerpt'
import { render } from './render'

test('an excerpt is the words alone, on one line', () => {
  expect(excerptOf(render('The *third* winter\nwas `hard`.\n\n> And long.\n\n- one\n- two'))).toBe(
    'The third winter was hard. And long. one two',
  )
})

test('a long text is cut between words', () => {
  const excerpt = excerptOf(render('winter '.repeat(100)))
  expect(excerpt).toMatch(/^(winter )+…$/)
  expect([...excerpt].length).toBeLessThanOrEqual(142)
})

test('a word without end is cut all the same, and no letter is cut in two', () => {
  expect(excerptOf(render('🐋'.repeat(300)))).toBe(`${'🐋'.repeat(140)} …`)
})
