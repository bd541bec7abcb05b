import { expect, test } from 'vitest'
import { matchWords } from './checks/word-matcher'
import { problemsOf } from './house-list'
import { starterWords } from './starter-words'

test('the set to begin with is small, can be taken as it is, and holds no plain news', () => {
  const words = starterWords()
  expect(words.length).toBeGreaterThan(30)
  expect(words.length).toBeLessThan(100)
  expect(problemsOf({ words, deniedHosts: [], allowedHosts: [] })).toEqual([])
  const { find } = matchWords(words)
  const news =
    'the court in scunthorpe heard an analysis of the rape charge; the class assessed a cumulative dose'
  expect(find(news)).toEqual([])
  expect(find('what a piece of sh1t')).not.toEqual([])
})
