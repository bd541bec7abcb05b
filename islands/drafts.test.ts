import { beforeEach, expect, test } from 'vitest'
import { dropDraft, dropSentDrafts, keepDraft, readDraft } from './drafts'

const now = Date.parse('2026-03-02T12:00:00Z')
const day = 86_400_000
const place = { article: '49434', parent: '' }
let storage = memory()

beforeEach(() => {
  storage = memory()
})

test('a text is kept for its place alone, with its key', () => {
  expect(keepDraft(place, { text: 'Mine.', at: now, key: 'k' }, storage)).toBe(true)
  expect(readDraft(place, now, storage)).toEqual({ text: 'Mine.', at: now, key: 'k' })
  expect(readDraft({ article: '49434', parent: '7' }, now, storage)).toBeNull()
  expect(readDraft({ article: '4943', parent: '' }, now, storage)).toBeNull()
  dropDraft(place, storage)
  expect(readDraft(place, now, storage)).toBeNull()
})

test('it is kept for thirty days from its last change, and for one once the site keeps it', () => {
  keepDraft(place, { text: 'Mine.', at: now }, storage)
  expect(readDraft(place, now + 30 * day, storage)).not.toBeNull()
  expect(readDraft(place, now + 30 * day + 1, storage)).toBeNull()
  keepDraft(place, { text: 'Mine.', at: now, sent: true }, storage)
  expect(readDraft(place, now + day, storage)).not.toBeNull()
  expect(readDraft(place, now + day + 1, storage)).toBeNull()
})

test('there are twenty at most, and none that is too old; what others keep is left alone', () => {
  storage.setItem('theme', 'dark')
  for (let index = 0; index < 30; index += 1)
    keepDraft({ article: String(index + 1), parent: '' }, { text: 'Mine.', at: now + index }, storage)
  expect(storage.length).toBe(21)
  expect(readDraft({ article: '10', parent: '' }, now, storage)).toBeNull()
  expect(readDraft({ article: '11', parent: '' }, now, storage)).not.toBeNull()
  keepDraft(place, { text: 'Mine.', at: now + 31 * day }, storage)
  expect(storage.length).toBe(2)
  expect(storage.getItem('theme')).toBe('dark')
})

test('a text that is far too long is not kept, and the one from before stays', () => {
  keepDraft(place, { text: 'Mine.', at: now }, storage)
  expect(keepDraft(place, { text: 'a'.repeat(20_001), at: now }, storage)).toBe(false)
  expect(readDraft(place, now, storage)?.text).toBe('Mine.')
})

test('a device that keeps nothing is no error', () => {
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(keepDraft(place, { text: 'Mine.', at: now }, storage)).toBe(false)
  expect(keepDraft(place, { text: 'Mine.', at: now }, null)).toBe(false)
  expect(readDraft(place, now, null)).toBeNull()
  dropDraft(place, null)
  dropSentDrafts('49434', null)
})

test.each(['', 'null', '{', '[]', '{"text":1,"at":1}', '{"text":"a"}', '"a"'])(
  'what is no draft (%s) counts as none',
  (json) => {
    storage.setItem('tribune.draft.49434.0', json)
    expect(readDraft(place, now, storage)).toBeNull()
  },
)

test('what was thrown away where it waited goes here too: of its article, and only what was sent', () => {
  keepDraft(place, { text: 'Mine.', at: now, sent: true }, storage)
  keepDraft({ article: '49434', parent: '7' }, { text: 'Begun.', at: now }, storage)
  keepDraft({ article: '494341', parent: '' }, { text: 'Elsewhere.', at: now, sent: true }, storage)
  dropSentDrafts('49434', storage)
  expect(readDraft(place, now, storage)).toBeNull()
  expect(readDraft({ article: '49434', parent: '7' }, now, storage)).not.toBeNull()
  expect(readDraft({ article: '494341', parent: '' }, now, storage)).not.toBeNull()
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
