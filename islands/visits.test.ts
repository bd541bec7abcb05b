import { beforeEach, expect, test } from 'vitest'
import { keepVisit, lastVisit } from './visits'

const now = Date.parse('2026-03-02T12:00:00Z')
const minute = 60_000
const hour = 60 * minute
let storage = memory()

beforeEach(() => {
  storage = memory()
})

test('nothing is new to who was never here', () => {
  expect(lastVisit('7', now, 0, storage)).toBe(0)
  keepVisit('7', 0, now, storage)
  expect(lastVisit('8', now + hour, 0, storage)).toBe(0)
})

test('who comes back finds new what came since, and still does after loading the page again', () => {
  keepVisit('7', 0, now, storage)
  expect(lastVisit('7', now + 3 * hour, 0, storage)).toBe(now)
  keepVisit('7', now, now + 3 * hour, storage)
  expect(lastVisit('7', now + 3 * hour + 29 * minute, 0, storage)).toBe(now)
  expect(lastVisit('7', now + 3 * hour + 30 * minute, 0, storage)).toBe(now + 3 * hour)
})

test('what was read on another device is not new, unless it is being read there now', () => {
  keepVisit('7', 0, now, storage)
  expect(lastVisit('7', now + 5 * hour, now + 2 * hour, storage)).toBe(now + 2 * hour)
  expect(lastVisit('7', now + 5 * hour, now - hour, storage)).toBe(now)
  expect(lastVisit('7', now + 5 * hour, now + 5 * hour - minute, storage)).toBe(now)
  expect(lastVisit('9', now + 5 * hour, now + 2 * hour, storage)).toBe(now + 2 * hour)
})

test('a hundred conversations are kept, those read last', () => {
  for (let article = 0; article < 150; article += 1) keepVisit(`${article}`, 0, now + article, storage)
  expect(lastVisit('49', now + hour, 0, storage)).toBe(0)
  expect(lastVisit('50', now + hour, 0, storage)).toBe(now + 50)
  expect(storage.getItem('tribune.visits')?.length).toBeLessThan(5_000)
})

test.each(['', '7', 'null', '{', '{"7":1}', '[null]', '[7]', '[["7"]]', '[["7",{},"x"]]'])(
  '%s is no memory of a visit',
  (text) => {
    storage.setItem('tribune.visits', text)
    expect(lastVisit('7', now, 0, storage)).toBe(0)
    keepVisit('7', 0, now, storage)
    expect(lastVisit('7', now + hour, 0, storage)).toBe(now)
  },
)

test('without a storage, or with a full one, nothing is new and nothing breaks', () => {
  expect(lastVisit('7', now, 0, null)).toBe(0)
  keepVisit('7', 0, now, null)
  const full = Object.assign(memory(), {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  keepVisit('7', 0, now, full)
  expect(lastVisit('7', now + hour, 0, full)).toBe(0)
})
function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
