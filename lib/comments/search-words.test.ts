import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestSearch, markWords, readSearch } from './search-words'

const shown = (text: string, query: string) =>
  markWords(text, readSearch(query) ?? '')
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

describe('what is searched for', () => {
  it('is evened out like the words it is compared with', () => {
    expect(readSearch('  The  FERRY\u00ad\n was ')).toBe('the ferry was')
    expect(readSearch('“the ferry”')).toBe('"the ferry"')
    expect(readSearch('a.b.example/path?x=1 well-known -"not this" don’t')).toBe(
      'a b example path x 1 well known -"not this" don t',
    )
  })

  it('is nothing where nothing was typed, or only what nobody sees', () => {
    for (const typed of [undefined, ['a', 'b'], '', '   ', '\0\u200b', '"-&', '🐋', '(('])
      expect(readSearch(typed)).toBeNull()
  })

  it('has at most 100 characters, whole ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (typed) => {
        const query = readSearch(typed) ?? ''
        expect([...query].length).toBeLessThanOrEqual(longestSearch)
        expect(query.isWellFormed()).toBe(typed.isWellFormed() || query.isWellFormed())
      }),
    )
  })
})

describe('the words found in a text', () => {
  it('are marked as they were written, whatever their case', () => {
    expect(shown('The Ferry was late, the ferry!', 'FERRY')).toBe('The [Ferry] was late, the [ferry]!')
    expect(shown('A café by the quay', 'café quay')).toBe('A [café] by the [quay]')
  })

  it('are whole words, and none that were not asked for', () => {
    expect(shown('The ferryman or the ferry', 'ferry or bridge -the')).toBe('The ferryman or the [ferry]')
    expect(shown('said "-the ferry"', '-"the ferry" said')).toBe('[said] "-the ferry"')
  })

  it('are shown with what stands around the first of them, cut between words', () => {
    const text = `${'before '.repeat(60)}ferry ${'after '.repeat(60)}`.trim()
    const found = shown(text, 'ferry')
    expect(found).toMatch(/^… before before .*\[ferry\] after .*after …$/)
    expect(found.length).toBeLessThan(260)
  })

  it('leave the text as it is: the pieces are a part of it, and never half a character', () => {
    const unit = fc.constantFrom('a', 'ferry', ' ', '😀', '.', 'é', '"', '-', '<b>')
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 300 }), fc.array(unit, { maxLength: 6 }), (parts, asked) => {
        const text = parts.join('')
        const whole = markWords(text, readSearch(asked.join('')) ?? '')
          .map((piece) => piece.text)
          .join('')
        expect(whole.isWellFormed()).toBe(true)
        expect(text).toContain(whole.replace(/^… /, '').replace(/ …$/, ''))
      }),
      { numRuns: 300 },
    )
  })
})
