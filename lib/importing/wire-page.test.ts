import { describe, expect, test } from 'vitest'
import { readWirePage } from './wire-page'

const dates = ['News ID: 7', 'Publish Date: 9:05 - 3 May 2021', 'Monday, 3 May 2021']
const standfirst = 'The mayor of Lowport wants the ferry to run at night, and the crews do not.'
const headline = 'Ferry crews turn down night shifts in Lowport'
const paragraphs = [
  'The crews voted on Sunday.',
  '“We  sleep at night… all of us,”\u00A0said one ‘old hand’.',
]

const usual = [...dates.slice(0, 2), `${dates[2]} _${standfirst}`, '', `${headline}${paragraphs[0]}`, '']
const ending = [paragraphs[1] ?? '', '', 'Your Comment']

const read = (...lines: string[]) => readWirePage(lines.join('\n'), { timeZone: 'UTC' })

function accepted(...lines: string[]) {
  const reading = read(...lines)
  if (!reading.ok) throw new Error(`refused at line ${reading.line}: ${reading.reason}`)
  return reading.value
}

const whole = { newsId: 7, publishedAt: new Date('2021-05-03T09:05:00Z'), standfirst, headline, paragraphs }

describe('a page is read into its article', () => {
  test('in the usual form, without a warning', () => {
    const { page, warnings } = accepted(...usual, ...ending)
    expect(page).toEqual(whole)
    expect(warnings).toEqual([])
  })

  test.each([
    [
      'with its emphasis closed',
      [...dates.slice(0, 2), `${dates[2]} _${standfirst}_`, '', headline, ...paragraphs],
    ],
    ['with its emphasis closed on the next line', [...dates, `_${standfirst}`, '_', headline, ...paragraphs]],
    ['with no emphasis', [...dates.slice(0, 2), `${dates[2]} ${standfirst}`, headline, ...paragraphs]],
    ['run into the date', [...dates.slice(0, 2), `${dates[2]}${standfirst}`, headline, ...paragraphs]],
    ['on a line to itself', [...dates, '', standfirst, '', headline, ...paragraphs]],
    ['on its line, before a seam', [...dates, standfirst, headline + paragraphs[0], ...paragraphs.slice(1)]],
    ['on its line, emphasised', [...dates, '', `_${standfirst}_`, '', '', headline, '', '', ...paragraphs]],
  ])('with a standfirst %s', (_form, lines) => {
    expect(accepted(...lines, 'Your Comment').page).toEqual(whole)
  })

  test('with a standfirst that is no sentence, before a seam that is certain', () => {
    const long = `${standfirst.slice(0, -1)}, who would rather have the bridge that was promised them`
    const { page } = accepted(
      ...dates,
      long,
      headline + paragraphs[0],
      ...paragraphs.slice(1),
      'Your Comment',
    )
    expect(page).toEqual({ ...whole, standfirst: long })
  })

  test.each([
    ['the headline apart', [...dates, '', headline, '', ...paragraphs]],
    ['the headline run on', [...dates, '', headline + paragraphs[0], '', ...paragraphs.slice(1)]],
    ['an underscore left alone', [...dates.slice(0, 2), `${dates[2]} _`, '', headline, ...paragraphs]],
    ['the headline on the date’s line', [...dates.slice(0, 2), `${dates[2]} ${headline}`, ...paragraphs]],
  ])('with no standfirst and %s', (_form, lines) => {
    expect(accepted(...lines, 'Your Comment').page).toEqual({ ...whole, standfirst: null })
  })

  test('whatever ends its lines, and with a byte order mark', () => {
    for (const end of ['\r\n', '\r', '  \n', '\u00A0\r\n']) {
      const reading = readWirePage(`\uFEFF${[...usual, ...ending].join(end)}${end}`, { timeZone: 'UTC' })
      expect(reading).toMatchObject({ ok: true, value: { page: whole } })
    }
  })

  test('at the time its clocks showed in the zone', () => {
    const text = [...usual, ...ending].join('\n')
    expect(readWirePage(text, { timeZone: 'Asia/Tehran' })).toMatchObject({
      value: { page: { publishedAt: new Date('2021-05-03T04:35:00Z') } },
    })
  })

  test('and a paragraph that speaks of "your comment" stays one', () => {
    const more = ['Your Comment was read, the mayor told a reader.', 'Leave your comment']
    expect(accepted(...usual, ...more, ...ending).page.paragraphs).toEqual([
      paragraphs[0],
      ...more,
      paragraphs[1],
    ])
  })
})

describe('the report', () => {
  test('says what every line was taken as, and how sure the headline is', () => {
    const { taken } = accepted(...usual, ...ending)
    expect(taken.map(({ line, as }) => `${line} ${as}`)).toEqual([
      '1 news id',
      '2 publish date',
      '3 long date',
      '3 standfirst',
      '5 headline',
      '5 paragraph',
      '7 paragraph',
      '9 your comment',
    ])
    expect(taken[4]).toMatchObject({
      text: headline,
      note: expect.stringMatching(/^certain.*"The crews voted"/),
    })
  })

  test('lists what stands after "Your Comment" and warns that it was not taken', () => {
    const { page, taken, warnings } = accepted(...usual, ...ending, '', 'Name', 'Send')
    expect(page.paragraphs).toEqual(paragraphs)
    expect(taken.slice(-2)).toMatchObject([
      { line: 11, as: 'after the article', text: 'Name' },
      { line: 12, as: 'after the article', text: 'Send' },
    ])
    expect(warnings).toEqual([{ line: 11, text: '2 lines after "Your Comment" not taken' }])
  })

  test.each<[string, string[], number, RegExp]>([
    ['"Your Comment" is missing', [...usual, ...ending.slice(0, 1)], 7, /Your Comment.*missing/],
    [
      'the long date is missing',
      [...dates.slice(0, 2), headline, ...paragraphs, 'Your Comment'],
      2,
      /no long date/,
    ],
    [
      'the long date contradicts the other',
      [...dates.slice(0, 2), 'Tuesday, 4 May 2021', headline, ...paragraphs, 'Your Comment'],
      3,
      /Tuesday, 4 May 2021.*Monday, 3 May 2021/,
    ],
    ['the headline is a guess', [...dates, 'The ferry is late.', ...paragraphs, 'Your Comment'], 4, /guess/],
    ['a character was lost', [...usual, 'caf\uFFFD', ...ending], 7, /U\+FFFD/],
    ['there is markup in the text', [...usual, '<p>Hello</p>', ...ending], 7, /markup/],
    ['a paragraph is a number', [...usual, '205/211', ...ending], 7, /digits/],
  ])('warns when %s', (_what, lines, line, text) => {
    expect(accepted(...lines).warnings).toEqual([{ line, text: expect.stringMatching(text) }])
  })

  test('warns when the clocks never showed the time, or showed it twice', () => {
    const inBerlin = (date: string, long: string) =>
      readWirePage(['News ID: 7', date, long, headline, ...paragraphs, 'Your Comment'].join('\n'), {
        timeZone: 'Europe/Berlin',
      })
    expect(inBerlin('Publish Date: 2:30 - 31 March 2024', 'Sunday, 31 March 2024')).toMatchObject({
      value: { warnings: [{ line: 2, text: expect.stringMatching(/never/) }] },
    })
    expect(inBerlin('Publish Date: 2:30 - 27 October 2024', 'Sunday, 27 October 2024')).toMatchObject({
      value: { warnings: [{ line: 2, text: expect.stringMatching(/twice/) }] },
    })
  })
})
