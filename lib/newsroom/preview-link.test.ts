import fc from 'fast-check'
import { expect, test } from 'vitest'
import { previewKinds, readPreview, writePreview } from './preview-link'

const now = new Date('2026-03-02T12:00:00Z')
const later = new Date('2026-03-02T13:00:00Z')

test('a link shows what it was made for, until its time is over', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_147_483_647 }),
      fc.constantFrom(...previewKinds),
      (articleId, kind) => {
        const token = writePreview({ articleId, kind, until: later }, 'secret')
        expect(readPreview(token, 'secret', now)).toEqual({ articleId, kind, until: later })
        expect(readPreview(token, 'secret', later)).toBeNull()
        expect(readPreview(token, 'another', now)).toBeNull()
      },
    ),
  )
})

test('no letter of it can be changed', () => {
  const token = writePreview({ articleId: 49_434, kind: 'draft', until: later }, 'secret')
  for (let at = 0; at < token.length; at += 1)
    for (const letter of ['0', '1', 'a', '.'])
      if (token[at] !== letter)
        expect(readPreview(token.slice(0, at) + letter + token.slice(at + 1), 'secret', now)).toBeNull()
})
