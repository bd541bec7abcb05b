import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstLineNotUtf8, refuseUnlessText, wireLines, wirePageMaxBytes } from './wire-text'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('bytes that are not UTF-8', () => {
  test('are found by the number of their line, however lines end', () => {
    const latin1 = [0x63, 0x61, 0x66, 0xe9]
    expect(firstLineNotUtf8(new Uint8Array(latin1))).toBe(1)
    expect(firstLineNotUtf8(new Uint8Array([...utf8('one\ntwo\n'), ...latin1, 0x0a]))).toBe(3)
    expect(firstLineNotUtf8(new Uint8Array([...utf8('one\r\ntwo\r\n'), ...latin1]))).toBe(3)
    expect(firstLineNotUtf8(new Uint8Array([...utf8('one\rtwo\r'), ...latin1]))).toBe(3)
  })

  test('a character broken off by the end of the file counts', () => {
    expect(firstLineNotUtf8(utf8('a\n“').subarray(0, 4))).toBe(2)
  })

  test('no text that was encoded properly is reported', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(firstLineNotUtf8(utf8(text))).toBe(null)
      }),
    )
  })
})

describe('what cannot be a page', () => {
  test('is refused with the line and the reason', () => {
    const cases: [string, number, RegExp][] = [
      ['', 1, /empty/],
      [' \n\t\r\n\u00A0\uFEFF', 1, /empty/],
      ['one\ntwo\u0000', 2, /U\+0000/],
      ['one\r\n\r\nthr\u001Bee', 3, /U\+001B/],
      ['one\n\u0093two\u0094', 2, /U\+0093/],
      ['one\n\n\uD83D alone', 3, /U\+D83D/],
      ['<!doctype html><title>News</title>', 1, /HTML/],
      ['\uFEFF\n  <div>News ID: 5</div>', 2, /HTML/],
      ['<?xml version="1.0"?>', 1, /XML/],
      ['x'.repeat(wirePageMaxBytes + 1), 1, /larger/],
    ]
    for (const [text, line, reason] of cases) {
      const refusal = refuseUnlessText(text)
      expect(refusal).toMatchObject({ ok: false, error: 'not-a-wire-page', line })
      expect(refusal?.reason).toMatch(reason)
    }
  })

  test('tabs, emoji, accents and a "<" within the text are none of it', () => {
    expect(refuseUnlessText('a\tb\n🙂 é “x” < 3 \u200F')).toBe(null)
  })
})

test('lines keep their numbers when blank ones are left out, and lose only their ends', () => {
  expect(wireLines('\uFEFFone \u00A0\r\n\r\n  two  three\n\u200B\n\u00A0\nfour\rfive')).toEqual([
    { line: 1, text: 'one' },
    { line: 3, text: '  two  three' },
    { line: 6, text: 'four' },
    { line: 7, text: 'five' },
  ])
})
