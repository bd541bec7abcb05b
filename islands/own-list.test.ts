import { expect, test } from 'vitest'
import { keepInList, ownList } from './own-list'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

test('of each article one thing is remembered, the newest first, and of so many articles', () => {
  const storage = memory()
  for (const article of ['1', '2', '3', '1']) keepInList('k', [article, `${article} now`], 2, storage)
  expect(ownList('k', storage)).toEqual([
    ['1', '1 now'],
    ['3', '3 now'],
  ])
})

test.each(['', '7', '{}', 'null', '[7]', '{"length":3}'])('%s is no memory', (text) => {
  const storage = memory()
  storage.setItem('k', text)
  expect(ownList('k', storage)).toEqual([])
  keepInList('k', ['1', 'x'], 2, storage)
  expect(ownList('k', storage)).toEqual([['1', 'x']])
})
