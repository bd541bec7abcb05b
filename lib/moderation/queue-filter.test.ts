import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrows, queues, readFilter, wholeQueue, writeFilter } from './queue-filter'

const queried = (text: string) => readFilter(Object.fromEntries(new URLSearchParams(text)))

test('a filter comes back from its address as it was', () => {
  const number = fc.option(fc.integer({ min: 1, max: 999_999 }))
  const filter = fc.record({
    queue: fc.constantFrom(...queues),
    section: fc.option(fc.constantFrom('world', 'politics', 'culture-2')),
    article: number,
    author: number,
    rule: fc.option(fc.constantFrom('words', 'link-denied')),
    newAuthors: fc.boolean(),
    waiting: number,
    reach: number,
  })
  fc.assert(
    fc.property(filter, (given) => {
      expect(queried(writeFilter(given))).toEqual(given)
    }),
  )
})

test('whatever an address says, it is a filter, and one form of it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (query) => {
      const read = readFilter(query)
      expect(queried(writeFilter(read))).toEqual(read)
    }),
  )
  for (const bad of ['queue=all', 'section=../x', 'article=-1', 'waiting=0', 'rule=A B', 'reach=1e9'])
    expect(queried(bad), bad).toEqual(wholeQueue)
})

test('a queue alone narrows nothing, anything more does', () => {
  expect(narrows(queried('queue=new'))).toBe(false)
  expect(narrows(queried('queue=new&rule=words'))).toBe(true)
  expect(narrows(queried('authors=new'))).toBe(true)
})
