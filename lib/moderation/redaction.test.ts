import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf, redactedUpTo, withoutPassage } from './redaction'

const mark = '[removed]'

test('a passage goes wherever it stands, and a mark comes in its place', () => {
  expect(withoutPassage('Call 555 1234, or 555 1234.', '555 1234', mark)).toEqual({
    text: 'Call [removed], or [removed].',
    times: 2,
  })
  expect(withoutPassage('Call me.', '555', mark)).toBeNull()
  expect(withoutPassage('Call me.', '', mark)).toBeNull()
})

test('the mark becomes no link and no definition by what follows it', () => {
  expect(withoutPassage('[Ana](https://a.example)', '[Ana]', mark)?.text).toBe(
    '[removed] (https://a.example)',
  )
  expect(withoutPassage('Ana: https://a.example', 'Ana', mark)?.text).toBe('[removed] : https://a.example')
})

test('a passage is found as it was typed, whatever its line ends and the space around it', () => {
  expect(placeOf('One\ntwo three', ' One\r\ntwo ')).toEqual({ from: 0, to: 7 })
  expect(placeOf('One', 'two')).toBeNull()
  expect(placeOf('One', '  ')).toBeNull()
})

test('whatever is taken out is in the text no more, unless the mark says it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, passage, after) => {
      const source = `${before}${passage}${after}`
      const place = placeOf(source, passage)
      if (place) expect(source.slice(place.from, place.to)).toBe(passage.replace(/\r\n?/g, '\n').trim())
      // A sign that is in no passage stands for the mark: what is left over on both sides of it never joins.
      const taken = withoutPassage(source, passage, '\u0000')
      if (!passage.includes(' ') && !passage.includes('\u0000'))
        expect(taken?.text.includes(passage)).toBe(false)
    }),
  )
})

test('what was taken out and put back hides nothing; what stands hides the wordings before it', () => {
  const decisions = [
    { rule: 'newcomer', revisionNumber: 1 },
    { rule: 'redacted', revisionNumber: 2 },
  ]
  expect(redactedUpTo(decisions)).toBe(2)
  expect(redactedUpTo([...decisions, { rule: 'undone', revisionNumber: 2 }])).toBe(0)
  expect(redactedUpTo([...decisions, { rule: 'approved', revisionNumber: 2 }])).toBe(2)
  expect(redactedUpTo([])).toBe(0)
})
