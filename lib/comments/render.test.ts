import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render, textsIn } from './render'
import { readRendered, safeHref } from './rendered'

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })

test('paragraphs are parted by blank lines, and single line ends stay', () => {
  expect(render('One\ntwo  \n three\n \n\nFour')).toEqual([
    paragraph('One', { type: 'break' }, 'two', { type: 'break' }, 'three'),
    paragraph('Four'),
  ])
})

test('emphasis, quotes, lists and code are what they look like', () => {
  expect(render('*a* **b** `c < d`')).toEqual([
    paragraph({ type: 'emphasis', content: ['a'] }, ' ', { type: 'strong', content: ['b'] }, ' ', {
      type: 'code',
      text: 'c < d',
    }),
  ])
  expect(render('> They said\n> so.\n\nNo.')).toEqual([
    { type: 'quote', blocks: [paragraph('They said', { type: 'break' }, 'so.')] },
    paragraph('No.'),
  ])
  expect(render('- a\n- b')).toMatchObject([{ type: 'list', ordered: false, items: [{}, {}] }])
  expect(render('```js\na  <b>\n```')).toEqual([{ type: 'preformatted', text: 'js\na  <b>' }])
})

test('a list keeps the numbers that were typed, and a year at the start of a line is not lost', () => {
  expect(render('3. Third\n7. Seventh')).toMatchObject([{ items: [{ value: 3 }, { value: 7 }] }])
  expect(render('1986. What a year.')).toMatchObject([{ ordered: true, items: [{ value: 1986 }] }])
})

test('links lead to whole addresses of the web or of mail, whether marked or bare', () => {
  const link = (href: string, text: string) => ({ type: 'link', href, content: [text] })
  expect(render('[the report](https://example.org/a?b=c)')).toEqual([
    paragraph(link('https://example.org/a?b=c', 'the report')),
  ])
  expect(render('See https://example.org/x, or www.example.org.')).toEqual([
    paragraph(
      'See ',
      link('https://example.org/x', 'https://example.org/x'),
      ', or ',
      link('http://www.example.org/', 'www.example.org'),
      '.',
    ),
  ])
  expect(render('desk@example.org')).toEqual([paragraph(link('mailto:desk@example.org', 'desk@example.org'))])
})

test.each([
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](/relative)',
  '[a](//example.org)',
  '[a](data:text/html,x)',
  '[a](https://user:secret@example.org)',
  'See ![a](https://example.org/a.png) there, and [b](/c) and [d](https://e.example "f") too',
  '<b onclick=alert(1)>a</b>',
  '# A',
  'A\n===',
  '***',
  '&lt;b&gt; &amp;',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '[a]: /b',
  '[a][b]',
  'snake_case_name 2 * 3 * 4',
])('what is not among the marks stays as it was typed: %s', (source) => {
  expect(textsIn(render(source)).join('').trim()).toBe(source)
})

test('a quote or list without words stands as it was typed', () => {
  for (const source of ['>', '-', '* * *', '```'])
    expect(textsIn(render(source)).join('').trim()).toBe(source)
})

test('only handles that somebody has become mentions, and none inside addresses or code', () => {
  const known = new Set(['ana-marin'])
  expect(render('@Ana-Marin, @ben: mail ana@ana-marin.org or `@ana-marin`', known)).toEqual([
    paragraph(
      { type: 'mention', handle: 'ana-marin', text: '@Ana-Marin' },
      ', @ben: mail ',
      { type: 'link', href: 'mailto:ana@ana-marin.org', content: ['ana@ana-marin.org'] },
      ' or ',
      { type: 'code', text: '@ana-marin' },
    ),
  ])
})

test('texts that were kept before there were marks are read as they stood', () => {
  expect(readRendered([{ type: 'paragraph', lines: ['One', '*two*'] }])).toEqual([
    paragraph('One', { type: 'break' }, '*two*'),
  ])
})

test('nothing outside the allow-list is read', () => {
  for (const node of [
    { type: 'html', text: '<b>' },
    { type: 'paragraph', content: [{ type: 'link', href: 'javascript:alert(1)', content: ['a'] }] },
    { type: 'paragraph', content: [{ type: 'emphasis', content: [], onclick: 'alert(1)' }] },
    { type: 'paragraph', content: [{ type: 'mention', handle: '../admin', text: 'a' }] },
  ])
    expect(() => readRendered([node]), JSON.stringify(node)).toThrow()
})

/** Texts of marks and words in every order: what somebody types, and what somebody tries. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '`',
          '```',
          '> ',
          '- ',
          '1. ',
          '[',
          '](',
          ')',
          '<',
          '>',
          '!',
          '\\',
          '#',
          '---',
          '&amp;',
        ],
        ...[
          '\n',
          '\n\n',
          '\n   ',
          ' ',
          '@',
          '@ana',
          'http://a.b',
          'https://example.org/x',
          'javascript:',
          'www.c.d',
        ],
        ...['<b>', 'mailto:a@b.c', 'a@b.c', '"', '=', '~~~', '\t', '|', ':', '//', 'data:'],
      ),
      fc.constantFrom('word', 'Wort', 'слово', 'كلمة', '単語', '1', '20'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('').trim())

test('whatever is typed becomes a tree of the allow-list, with safe addresses only', () => {
  fc.assert(
    fc.property(typed, (source) => {
      const tree = render(source, new Set(['ana']))
      expect(readRendered(JSON.parse(JSON.stringify(tree)))).toEqual(tree)
      for (const href of JSON.stringify(tree).matchAll(/"href":"((?:[^"\\]|\\.)*)"/g))
        expect(safeHref(JSON.parse(`"${href[1]}"`))).toMatch(/^(https?:\/\/|mailto:)/)
    }),
    { numRuns: 2_000 },
  )
})

test('no letter or digit of the source is lost, but the addresses behind links and the numbers of lists', () => {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
  fc.assert(
    fc.property(typed, (source) => {
      const kept = JSON.stringify(render(source))
      let from = 0
      const shown = letters(textsIn(render(source)).join(''))
      // In order: what is shown is what was typed with parts left out,
      for (const letter of shown) {
        const at = source.indexOf(letter, from)
        expect(at, `${letter} of ${shown}`).toBeGreaterThanOrEqual(from)
        from = at + letter.length
      }
      // and what was left out stands in the tree.
      const lost = letters(source).length - shown.length
      const behind = [...kept.matchAll(/"(?:href":"((?:[^"\\]|\\.)*)"|value":(\d+))/g)]
      if (behind.length === 0) expect(lost).toBe(0)
    }),
    { numRuns: 2_000 },
  )
})

test('a text without marks looks the same whichever way it is read', () => {
  const plainText = fc
    .array(
      fc.constantFrom('word', ' ', '\n', '\n\n', '\n \n', '.', ',', '\t', '(', ')', '“', 'é', '!', '&', '='),
    )
    .map((parts) => parts.join('').trim())
  fc.assert(
    fc.property(plainText, (text) => {
      // The mark makes it go through the parser.
      const marked = render(`${text}\n\n*end*`)
      expect(marked.slice(0, -1)).toEqual(render(text))
    }),
  )
})

test('A36: no text of 5,000 characters takes long to read, or becomes a tree that does', () => {
  const seeds = [
    '> ',
    '>',
    '- ',
    '1. ',
    '> - ',
    '- > 1) ',
    '[',
    '[a](<',
    '*a **a ',
    '**a *a',
    '*a_ ',
    '_a*',
    '`a``',
    '![](',
    '<a ',
    'a@b.c ',
    '\\',
    '- a\n  ',
    '> a\n',
    '[a](http://b.c) ',
    '@ana ',
    '[[]',
    '***',
    'www.a.b/(',
  ]
  const nested = Array.from({ length: 70 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')
  render('*warm*')
  for (const source of [...seeds.map((seed) => seed.repeat(5_000).slice(0, 5_000)), nested]) {
    // Work, not time: the machine may do other things besides.
    const began = process.cpuUsage()
    const tree = render(source, new Set(['ana']))
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000, source.slice(0, 20)).toBeLessThan(400)
    expect(depthOf(tree), source.slice(0, 20)).toBeLessThan(20)
    expect(JSON.stringify(tree).length).toBeLessThan(300_000)
  }
})

function depthOf(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return 0
  return (Array.isArray(tree) ? 0 : 1) + Math.max(0, ...Object.values(tree).map(depthOf))
}
