import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWirePage } from './wire-page'

const timeZone = 'UTC'
const dates = 'News ID: 7\nPublish Date: 9:05 - 3 May 2021\nMonday, 3 May 2021'

const small = fc.constantFrom(
  ...'harbour ferry crew night vote storm pier grain price mayor ship bridge'.split(' '),
)
const name = fc.constantFrom('Lowport', 'Varga', 'McBride', 'DeLuca', 'NATO', 'US', 'COVID-19', 'iPhone')
const opener = fc.constantFrom('The', 'A', 'Speaking', 'In', 'According', '“We', 'On')
const words = (min: number, max: number) =>
  fc.array(fc.oneof({ weight: 4, arbitrary: small }, name), { minLength: min, maxLength: max })

const headline = fc.tuple(words(3, 8), small).map(([some, last]) => sentence([...some, last]))
const opening = fc
  .tuple(opener, words(8, 20), small)
  .map(([first, some, last]) => `${[first, ...some, last].join(' ')}.`)
const standfirst = fc.tuple(words(8, 15), small).map(([some, last]) => `${sentence([...some, last])}.`)

/** Any line of visible text, typographic marks above all, that is none of the page's own labels. */
const line = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'“”‘’"\'…—_  \u00A0 '),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
  })
  .map((text) => `Say ${text.replace(/[\p{C}\u2028\u2029]/gu, '')}`.trimEnd())

const page = fc.record({
  headline,
  paragraphs: fc
    .tuple(opening, fc.array(line, { maxLength: 6 }))
    .map(([first, others]) => [first, ...others]),
  standfirst: fc.option(standfirst),
})

const layout = fc.record({
  end: fc.constantFrom('\n', '\r\n', '\r', ' \n'),
  gap: fc.constantFrom(0, 1, 2),
  mark: fc.constantFrom(['_', ''], ['_', '_'], ['', '']),
  runOn: fc.boolean(),
  bom: fc.boolean(),
})

test('a page laid out in any of the ways known is read back as it was written, to the character', () => {
  fc.assert(
    fc.property(page, layout, (written, { end, gap, mark: [open, close], runOn, bom }) => {
      const { headline, standfirst, paragraphs } = written
      const [first = '', ...others] = paragraphs
      const blocks = [...(runOn ? [headline + first] : [headline, first]), ...others, 'Your Comment']
      const top = standfirst === null ? dates : `${dates} ${open}${standfirst}${close}`
      const text = [top, ...blocks].join('\n'.repeat(gap + 1)).replaceAll('\n', end)
      const reading = readWirePage(bom ? `\uFEFF${text}` : text, { timeZone })
      expect(reading).toMatchObject({ ok: true, value: { page: written } })
    }),
    { numRuns: 500 },
  )
})

test('what is accepted is accounted for: every visible character is in the report, in its order', () => {
  const anyLine = fc.oneof(
    line,
    headline,
    opening,
    fc.constantFrom('', ' ', '_', 'Your Comment', '_so_ it _is'),
  )
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 12 }),
      fc.constantFrom('\n', ' ', ' _', '\n\n'),
      (lines, gap) => {
        const text = `${dates}${gap}${lines.join('\n')}`
        const reading = readWirePage(text, { timeZone })
        if (!reading.ok) return
        expect(visible(reading.value.taken.map((taken) => taken.text).join(''))).toBe(visible(text))
        expect(reading.value.page.paragraphs.length).toBeGreaterThan(0)
        expect(reading.value.page.headline).not.toBe('')
      },
    ),
    { numRuns: 500 },
  )
})

test('no text makes the reader throw, and a refusal names a line that exists', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'News ID: ',
      '7',
      '\n',
      'Publish Date: ',
      '9:05 - 3 May 2021',
      'Monday, 3 May 2021 _',
      'Your Comment',
    ),
    headline,
    opening,
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((all) => all.join('')),
      ),
      (text) => {
        const reading = readWirePage(text, { timeZone })
        if (reading.ok) return
        expect(reading.reason).not.toBe('')
        expect(reading.line).toBeGreaterThanOrEqual(1)
        expect(reading.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length)
      },
    ),
    { numRuns: 500 },
  )
})

function sentence(words: string[]): string {
  const [first = '', ...others] = words
  return [/^\p{Ll}+$/u.test(first) ? first.charAt(0).toUpperCase() + first.slice(1) : first, ...others].join(
    ' ',
  )
}

function visible(text: string): string {
  return text.replace(/[\s_\p{Default_Ignorable_Code_Point}]/gu, '')
}
