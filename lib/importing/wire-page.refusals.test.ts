import { describe, expect, test } from 'vitest'
import { decodeWireText, readWirePage } from './wire-page'

const dates = ['News ID: 7', 'Publish Date: 9:05 - 3 May 2021', 'Monday, 3 May 2021']
const headline = 'Ferry crews turn down night shifts in Lowport'
const paragraphs = ['The crews voted on Sunday.', 'The mayor was not amused.']
const usual = [...dates, '', `${headline}${paragraphs[0]}`, '']
const ending = [paragraphs[1] ?? '', '', 'Your Comment']

const read = (...lines: string[]) => readWirePage(lines.join('\n'), { timeZone: 'UTC' })

describe('what is no such page is refused with line and reason', () => {
  const long = `${'The mayor spoke of the ferry to the crews and they to her, '.repeat(4)}until night.`
  test.each<[string, string[], number, RegExp]>([
    ['an empty file', [''], 1, /empty/],
    ['a file without News ID', ['', headline, ...paragraphs], 2, /News ID/],
    ['a News ID of zero', ['News ID: 0', ...usual.slice(1), ...ending], 1, /1 to 2147483647/],
    ['a News ID too great', ['News ID: 2147483648', ...usual.slice(1), ...ending], 1, /1 to 2147483647/],
    ['a News ID that is no number', ['News ID: 7a', ...usual.slice(1), ...ending], 1, /whole number/],
    ['a negative News ID', ['News ID: -7', ...usual.slice(1), ...ending], 1, /whole number/],
    ['a page without Publish Date', ['News ID: 7', '', ...usual.slice(2), ...ending], 3, /Publish Date/],
    ['a page that ends after its News ID', ['', 'News ID: 7'], 2, /Publish Date/],
    ['a malformed Publish Date', ['News ID: 7', 'Publish Date: soon', ...ending], 2, /form/],
    ['an impossible Publish Date', ['News ID: 7', 'Publish Date: 9:05 - 31 February 2021'], 2, /never was/],
    [
      'an impossible time',
      ['News ID: 7', 'Publish Date: 25:61 - 3 May 2021', ...usual.slice(2)],
      2,
      /never was/,
    ],
    ['a Publish Date with more after it', ['News ID: 7', 'Publish Date: 9:05 - 3 May 2021 or so'], 2, /else/],
    ['a page of dates only', [...dates, '', 'Your Comment'], 5, /no headline/],
    ['a page without headline', [...usual.slice(0, 3), '', long, '', ...ending], 5, /no headline/],
    ['a page without paragraphs', [...dates, '', headline, '', 'Your Comment'], 7, /no paragraph/],
    ['two pages in one file', [...usual, ...ending, ...usual, ...ending], 10, /second page/],
    ['HTML', ['<html>', ...usual, ...ending], 1, /HTML/],
    ['a control character', [...usual, 'bell\u0007', ...ending], 7, /U\+0007/],
  ])('%s', (_what, lines, line, reason) => {
    expect(read(...lines)).toEqual({
      ok: false,
      error: 'not-a-wire-page',
      line,
      reason: expect.stringMatching(reason),
    })
  })

  test('an unknown time zone is an error of the caller', () => {
    const text = [...usual, ...ending].join('\n')
    expect(() => readWirePage(text, { timeZone: 'Asia/Atlantis' })).toThrow(/Asia\/Atlantis/)
  })
})

describe('a file is decoded', () => {
  test('from UTF-8, its byte order mark left out', () => {
    const text = usual.join('\n')
    expect(decodeWireText(new TextEncoder().encode(`\uFEFF${text}`))).toEqual({ ok: true, value: text })
  })

  test('or refused, when it is something else or over a mebibyte', () => {
    expect(decodeWireText(new Uint8Array([0x4e, 0x0a, 0xff]))).toMatchObject({
      ok: false,
      line: 2,
      reason: expect.stringMatching(/UTF-8/),
    })
    expect(decodeWireText(new Uint8Array())).toMatchObject({
      ok: false,
      line: 1,
      reason: expect.stringMatching(/empty/),
    })
    expect(decodeWireText(new Uint8Array(1024 * 1024 + 1))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/larger/),
    })
    expect(decodeWireText(new Uint8Array([0x4e, 0x0a, 0x00]))).toMatchObject({
      ok: false,
      line: 2,
      reason: expect.stringMatching(/U\+0000/),
    })
  })
})
