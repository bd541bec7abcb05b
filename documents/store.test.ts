import { expect, test } from 'vitest'
import { makeSmallDocument } from './document'
import { createStore, type Kept } from './store'

function keptPage(name: string, bytes = 1000): Kept {
  const made = makeSmallDocument({
    status: 200,
    html: name,
    url: `/${name}`,
    language: 'en',
    headers: [],
    buildId: '1',
  })
  const times = { expiresAt: Number.POSITIVE_INFINITY, beganAt: 0, beganBeforeAt: 0 }
  return { key: name, document: { ...made, bytes }, cells: [], versions: [], ...times }
}

test('beyond its limit the store drops what was longest unused, and says so', () => {
  const dropped: string[] = []
  const store = createStore(5000, (kept) => dropped.push(kept.key))
  for (const name of ['a', 'b', 'c']) store.set(keptPage(name))
  store.at('/a')
  store.get('b')
  store.set(keptPage('d'))
  expect(dropped).toEqual(['c'])
  expect(store.at('/c')).toBeUndefined()
  expect(store.stats()).toEqual({ entries: 3, bytes: 3 * 1502 })
})

test('a page larger than the whole store is not kept and leaves nothing behind', () => {
  const store = createStore(5000, () => undefined)
  store.set(keptPage('a', 10_000))
  expect(store.stats()).toEqual({ entries: 0, bytes: 0 })
  expect(store.at('/a')).toBeUndefined()
})

test('a page under a new URL is no longer found under the old one', () => {
  const store = createStore(50_000, () => undefined)
  store.set(keptPage('a'))
  store.set({ ...keptPage('b'), key: 'a' })
  expect(store.at('/a')).toBeUndefined()
  expect(store.at('/b')?.key).toBe('a')
  store.delete('a')
  expect(store.stats()).toEqual({ entries: 0, bytes: 0 })
})
