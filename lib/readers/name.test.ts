import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handleFrom, readName } from './name'

// Any code point, halves of pairs included; fast-check's own `binary` takes seconds to set up.
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
})

describe('a name', () => {
  test.each([
    ['  Ana   Marin ', 'Ana Marin'],
    ['Ana\u00a0Marin', 'Ana Marin'],
    ['山田 太郎', '山田 太郎'],
    ['R2', 'R2'],
    ['Zoe\u0308', 'Zoë'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(readName(typed)).toBe(kept)
  })

  test.each(['', '   ', '\u200b\u200b', '---', '🐋', '\u3164', '\u202e'])(
    '%j is none: there is nothing to call it by',
    (typed) => {
      expect(readName(typed)).toBeNull()
    },
  )

  test.each([
    ['turned around', '\u202eniraM anA', 'niraM anA'],
    ['with a break no one sees', 'Ana\u200bMarin', 'AnaMarin'],
    ['with controls', 'Ana\u0000\u0007', 'Ana'],
    ['behind a filler', '\u3164Ana\u115f', 'Ana'],
    ['with half a character', 'Ana\ud83d', 'Ana'],
  ])('%s does not pass for another', (_how, typed, kept) => {
    expect(readName(typed)).toBe(kept)
  })

  test('has up to 60 characters, as a person counts them', () => {
    expect(readName('𝒜'.repeat(60))).toBe('𝒜'.repeat(60))
    expect(readName('x'.repeat(61))).toBeNull()
  })

  test('that was read reads the same again', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const name = readName(typed)
        if (name !== null) expect(readName(name)).toBe(name)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a handle', () => {
  test.each([
    ['Ana Marin', 'ana-marin'],
    ['Zoë D’Arcy', 'zoe-d-arcy'],
    ['--Ana--', 'ana'],
    ['山田 太郎', 'reader'],
  ])('%j becomes %j', (name, handle) => {
    expect(handleFrom(name)).toBe(handle)
  })

  test('of any name can stand in an address', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(handleFrom(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/)
      }),
    )
  })
})
