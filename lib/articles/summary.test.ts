import { expect, test } from 'vitest'
import { fromParagraphs } from './body'
import { summaryOf } from './summary'

const words = 'The last stone was set this morning. '

test('the standfirst is the summary', () => {
  expect(summaryOf({ standfirst: 'Four winters.', body: fromParagraphs([words]) })).toBe('Four winters.')
})

test('without one it is the beginning of the text, to a whole word', () => {
  const summary = summaryOf({ standfirst: null, body: fromParagraphs([words.repeat(9)]) }) ?? ''
  expect(summary.length).toBeLessThanOrEqual(162)
  expect(words.repeat(9)).toContain(summary.replace(' …', ' '))
  expect(summaryOf({ standfirst: null, body: fromParagraphs(['Short.']) })).toBe('Short.')
})

test('an article without a word of text has none', () => {
  expect(summaryOf({ standfirst: null, body: [] })).toBeNull()
})
