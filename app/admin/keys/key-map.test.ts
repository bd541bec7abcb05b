import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  actions,
  type KeyMap,
  meaningOf,
  type Press,
  readKeys,
  rejectionOf,
  usualKeys,
  usualMap,
  withKey,
  writeKeys,
} from './key-map'

const bare: Press = {
  key: 'a',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  isTyping: false,
}
const pressed = (key: string, more: Partial<Press> = {}) => meaningOf({ ...bare, key, ...more }, usualKeys)

test('the usual keys mean what is promised, with capitals locked, too', () => {
  expect(['j', 'k', 'a', 'r', 'x', 'b', 'z', '?'].map((key) => pressed(key))).toEqual([...actions])
  expect(pressed('A')).toBe('approve')
  expect(pressed('?', { shiftKey: true })).toBe('list')
  expect(['c', 'Enter', 'Tab', ' ', '1', 'Dead', 'Unidentified'].map((key) => pressed(key))).toEqual(
    Array(7).fill(null),
  )
})

test('a key is the browser’s with a modifier, in a field, or while letters are being composed', () => {
  for (const more of [
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { isTyping: true },
    { isComposing: true },
    { shiftKey: true },
  ])
    expect([more, pressed('a', more)]).toEqual([more, null])
})

test('a key that is held down moves on and decides nothing', () => {
  const held = { repeat: true }
  expect([pressed('j', held), pressed('k', held)]).toEqual(['next', 'previous'])
  expect(['a', 'r', 'x', 'b', 'z', '?'].map((key) => pressed(key, held))).toEqual(Array(6).fill(null))
})

test('switched off, no key means anything', () => {
  fc.assert(
    fc.property(fc.constantFrom(...actions), (action) => {
      const press = { ...bare, key: usualMap[action] }
      expect(meaningOf(press, { ...usualKeys, on: false })).toBeNull()
    }),
  )
})

test('an action is given another key, and its old one means nothing', () => {
  const given = withKey(usualMap, 'approve', 'Ü')
  if (!given.ok) throw new Error(given.error)
  const keys = { on: true, map: given.value }
  expect(meaningOf({ ...bare, key: 'ü' }, keys)).toBe('approve')
  expect(meaningOf({ ...bare, key: 'a' }, keys)).toBeNull()
})

test('a key that another action has is refused, and one’s own is not', () => {
  expect(withKey(usualMap, 'approve', 'R')).toEqual({ ok: false, error: 'taken', key: 'r', by: 'reject' })
  expect(withKey(usualMap, 'approve', 'a')).toEqual({ ok: true, value: usualMap })
})

test('only one letter or sign is a key', () => {
  for (const typed of ['', ' ', 'ab', '1', '\t', '👍🏽', 'İ'])
    expect([typed, withKey(usualMap, 'approve', typed)]).toEqual([typed, { ok: false, error: 'not-one-key' }])
  for (const typed of ['y', 'ж', 'あ', '.', '+'])
    expect([typed, withKey(usualMap, 'approve', typed).ok]).toEqual([typed, true])
})

test('whatever is typed into the boxes, no two actions have one key, and a device gives back what it kept', () => {
  const typing = fc.array(
    fc.tuple(fc.constantFrom(...actions), fc.string({ unit: 'grapheme', maxLength: 2 })),
  )
  fc.assert(
    fc.property(typing, fc.boolean(), (typed, on) => {
      const map = typed.reduce<KeyMap>((before, [action, key]) => {
        const after = withKey(before, action, key)
        return after.ok ? after.value : before
      }, usualMap)
      expect(new Set(Object.values(map)).size).toBe(actions.length)
      expect(readKeys(writeKeys({ on, map }))).toEqual({ on, map })
    }),
  )
})

test('what a device kept is not trusted: odd keys are the usual ones, and off stays off', () => {
  expect(readKeys('')).toEqual(usualKeys)
  expect(readKeys('{"on":false}')).toEqual({ on: false, map: usualMap })
  const two = { ...usualMap, undo: 'a' }
  const long = { ...usualMap, undo: 'undo' }
  for (const map of [two, long, null, [], 7])
    expect([map, readKeys(JSON.stringify({ on: true, map }))]).toEqual([map, usualKeys])
  fc.assert(fc.property(fc.string(), fc.json(), (text, json) => [text, json].forEach(readKeys)))
})

test('what a device kept before there was an action has the usual key for it, unless another has that', () => {
  const { tick: _, ...older } = { ...usualMap, approve: 'y' }
  expect(readKeys(JSON.stringify({ on: true, map: older })).map).toEqual({ ...usualMap, approve: 'y' })
  const taken = { ...older, approve: 'x' }
  expect(readKeys(JSON.stringify({ on: true, map: taken })).map).toEqual(usualMap)
})

test('while the reason is chosen a digit names one, Enter sends, Escape leaves, the rest chooses as ever', () => {
  const meant = (key: string, more: Partial<Press> = {}) => rejectionOf({ ...bare, key, ...more }, 6)
  expect(['1', '6', 'Enter', 'Escape'].map((key) => meant(key))).toEqual([0, 5, 'send', 'leave'])
  expect(['0', '7', 'a', 'ArrowDown', ' '].map((key) => meant(key))).toEqual(Array(5).fill(null))
  expect(meant('2', { shiftKey: true })).toBe(1)
  expect(meant('Enter', { shiftKey: true })).toBeNull()
  expect(meant('1', { isTyping: true })).toBeNull()
  expect(meant('Enter', { isTyping: true })).toBe('send')
  expect(meant('Enter', { isComposing: true })).toBeNull()
  expect(meant('Enter', { repeat: true })).toBeNull()
  expect(meant('1', { ctrlKey: true })).toBeNull()
})
