import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFor, placedAbove, readWording } from './house-rule'
import { reasonForm } from './reasons'

const wording = { title: 'Stay with the article.', reason: 'It is not about this article.', text: '' }

test('a wording is two lines and a text', () => {
  const typed = { title: ' Stay\nwith  it. ', reason: '\tIt is\r\nnot. ', text: '\n One.\r\n\r\nTwo. \n' }
  expect(readWording(typed)).toEqual({
    ok: true,
    value: { title: 'Stay with it.', reason: 'It is not.', text: 'One.\n\nTwo.' },
  })
})

test.each([
  [{ title: ' ' }, 'blank'],
  [{ reason: '…!' }, 'blank'],
  [{ title: 'a'.repeat(201) }, 'too-long'],
  [{ reason: '🐋a'.repeat(101) }, 'too-long'],
  [{ text: 'a'.repeat(2_001) }, 'too-long'],
  [{ text: 'a\0' }, 'unreadable'],
  [{ title: 'a\ud800' }, 'unreadable'],
  [{ reason: 'a\ufffd' }, 'unreadable'],
] as const)('what cannot be a wording is refused: %j', (part, error) => {
  expect(readWording({ ...wording, ...part })).toEqual({ ok: false, error })
})

test('200 whales are a line', () => {
  expect(readWording({ ...wording, title: `a${'🐋'.repeat(199)}` }).ok).toBe(true)
})

test('a code is made of plain words, is free, and is one that forms send', () => {
  expect(codeFor('Nobody’s privé détails!', () => false)).toBe('nobodys-prive-details')
  expect(codeFor('Spam', (code) => code === 'spam' || code === 'spam-2')).toBe('spam-3')
  expect(codeFor('Ничего', () => false)).toBe('rule')
  expect(codeFor('Content', () => false)).toBe('content-2')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (title, taken) => {
      const code = codeFor(title, (asked) => taken.includes(asked))
      expect(code).toMatch(reasonForm)
      expect(code.length).toBeLessThanOrEqual(60)
      expect(taken).not.toContain(code)
    }),
  )
})

test('a rule is put above another: none is lost, the others keep their order, and twice is once', () => {
  const rules = fc.uniqueArray(fc.nat(50), { minLength: 1 })
  fc.assert(
    fc.property(rules, fc.nat(), fc.nat(), (all, one, other) => {
      const [rule = 0, above = 0] = [all[one % all.length], all[other % all.length]]
      const placed = placedAbove(all, rule, above)
      expect(placed.toSorted()).toEqual(all.toSorted())
      expect(placed.filter((each) => each !== rule)).toEqual(all.filter((each) => each !== rule))
      if (rule !== above) expect(placed[placed.indexOf(above) - 1]).toBe(rule)
      expect(placedAbove(placed, rule, above)).toEqual(placed)
      expect(placedAbove(all, 99, above)).toEqual(all)
    }),
  )
})
