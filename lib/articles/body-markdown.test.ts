import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, bodySchema, type Inline, type NewBlock, withIds } from './body'
import { fromMarkdown, toMarkdown } from './body-markdown'
import { tidy } from './tidy-inline'

const hash = '0123456789abcdef0123456789abcdef'

function withoutIds(blocks: readonly Block[]) {
  return blocks.map(({ id: _, ...block }) => block)
}

test('a text that a person would write is read as its blocks', () => {
  const read = fromMarkdown(`First *words* and **more** [there](https://example.org/a).

## What they said

> It holds.
>
> — Ada Lovelace, [a letter](https://example.org/letter) **verified**

- one
- two

![A bridge](/pictures/${hash})
The bridge at dawn.
*A. Photographer*

| Year | Votes |
| --- | --- |
| 2020 | 1,024 |

> [!pull]
> Nobody fell.

> [!correction 2026-11-28]
> It was a Tuesday.

> [!embed]
> [A film](https://video.example/1)
> *Video Example*
`)
  expect(withoutIds(read)).toEqual([
    {
      type: 'paragraph',
      content: [
        { text: 'First ' },
        { text: 'words', emphasis: true },
        { text: ' and ' },
        { text: 'more', strong: true },
        { text: ' ' },
        { text: 'there', href: 'https://example.org/a' },
        { text: '.' },
      ],
    },
    { type: 'subheading', content: [{ text: 'What they said' }] },
    {
      type: 'quotation',
      content: [{ text: 'It holds.' }],
      speaker: 'Ada Lovelace',
      source: 'a letter',
      href: 'https://example.org/letter',
      verified: true,
    },
    { type: 'list', items: [[{ text: 'one' }], [{ text: 'two' }]] },
    { type: 'picture', hash, alt: 'A bridge', caption: 'The bridge at dawn.', credit: 'A. Photographer' },
    {
      type: 'table',
      header: [[{ text: 'Year' }], [{ text: 'Votes' }]],
      rows: [[[{ text: '2020' }], [{ text: '1,024' }]]],
    },
    { type: 'pull-quote', content: [{ text: 'Nobody fell.' }] },
    { type: 'correction', content: [{ text: 'It was a Tuesday.' }], at: '2026-11-28' },
    { type: 'embed', url: 'https://video.example/1', title: 'A film', site: 'Video Example' },
  ])
})

test('what a body cannot hold stays as words: HTML, code, deeper lists, dangerous links, pictures of elsewhere', () => {
  const words = (source: string) => withoutIds(fromMarkdown(source))
  expect(words('<script>alert(1)</script> and <b>bold</b>')).toEqual([
    { type: 'paragraph', content: [{ text: '<script>alert(1)</script> and <b>bold</b>' }] },
  ])
  expect(words('[x](javascript:alert(1)) ![y](data:image/png;base64,AA)')).toEqual([
    { type: 'paragraph', content: [{ text: 'x y' }] },
  ])
  expect(words('![a tracker](https://elsewhere.example/1.gif)')).toEqual([
    { type: 'paragraph', content: [{ text: 'a tracker', href: 'https://elsewhere.example/1.gif' }] },
  ])
  expect(words('```js\none\ntwo\n```')).toEqual([
    { type: 'paragraph', content: [{ text: 'one' }] },
    { type: 'paragraph', content: [{ text: 'two' }] },
  ])
  expect(words('1. a\n   - b\n2. c')).toEqual([
    { type: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: 'b' }], [{ text: 'c' }]] },
  ])
})

test('a quotation may begin with what looks like a mark', () => {
  const body = withIds([{ type: 'quotation', content: [{ text: '[!pull] is what he typed' }] }])
  expect(withoutIds(fromMarkdown(toMarkdown(body)))).toEqual(withoutIds(body))
})

// What Markdown means something by, whole and in pieces.
const tricky = fc.constantFrom(
  ...[
    '*',
    '_',
    '**',
    '# ',
    '## ',
    '> ',
    '- ',
    '+ ',
    '1. ',
    '2) ',
    '|',
    '\\',
    '`',
    '```',
    '~~~',
    '<b>',
    '</p>',
    '&amp;',
  ],
  ...[
    '&',
    ';',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](/x)',
    '<!--',
    '---',
    '===',
    ':--',
    '[!pull]',
    '— ',
    '-- ',
    ',',
    ' ',
    '  ',
  ],
  ...[
    '\u00a0',
    'é',
    '漢',
    '👩‍👩‍👧',
    'א',
    'http://a.b',
    'www.a.b',
    'a@b.cd',
    '\t',
    '"',
    "'",
    '!',
    '#',
    '=',
    ':',
    '{',
    '}',
  ],
)
const words = fc
  .array(fc.oneof(tricky, fc.string({ maxLength: 6 }), fc.constantFrom('word', 'more', ' and ')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').toWellFormed().replaceAll('\0', ''))
const href = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_(b)?c=*d*&e=<f>',
  '/news/1',
  '#p1',
  'mailto:a@b.cd',
)
const mark = fc.constant(true as const)
const inline: fc.Arbitrary<Inline> = fc.record(
  { text: words, emphasis: mark, strong: mark, href },
  { requiredKeys: ['text'] },
)
const content = fc
  .array(inline, { minLength: 1, maxLength: 5 })
  .map(tidy)
  .filter((parts) => parts.some(({ text }) => text.trim() !== ''))
const line = words.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
const web = fc.constantFrom('https://example.org/', 'http://a.example/b?c=d&e=(f)')
const optional = { requiredKeys: ['type', 'content'] as ('type' | 'content')[] }
const block: fc.Arbitrary<NewBlock> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), content }),
  fc.record({ type: fc.constant('subheading' as const), content }),
  fc
    .record(
      {
        type: fc.constant('quotation' as const),
        content,
        speaker: line,
        source: line,
        href: web,
        verified: mark,
      },
      optional,
    )
    .map((block) => (block.href && !block.source ? { ...block, source: block.href } : block)),
  fc.record(
    {
      type: fc.constant('list' as const),
      ordered: mark,
      items: fc.array(content, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['type', 'items'] },
  ),
  fc.record(
    {
      type: fc.constant('picture' as const),
      hash: fc.constant(hash),
      alt: line,
      caption: line,
      credit: line,
    },
    { requiredKeys: ['type', 'hash', 'alt'] },
  ),
  fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      fc.option(line, { nil: undefined }),
    )
    .chain(([columns, rows, caption]) => {
      const row = fc.array(fc.oneof(content, fc.constant<Inline[]>([])), {
        minLength: columns,
        maxLength: columns,
      })
      return fc.record({
        type: fc.constant('table' as const),
        ...(caption ? { caption: fc.constant(caption) } : {}),
        header: row,
        rows: fc.array(row, { minLength: rows, maxLength: rows }),
      })
    }),
  fc.record(
    { type: fc.constant('embed' as const), url: web, title: line, site: line },
    { requiredKeys: ['type', 'url', 'title'] },
  ),
  fc.record({ type: fc.constant('pull-quote' as const), content }),
  fc.record({ type: fc.constant('correction' as const), content, at: fc.constant('2026-11-28') }, optional),
)

test('every body comes back from its Markdown as it went, ids and all', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }).map(withIds), (body) => {
      const markdown = toMarkdown(body)
      expect(withoutIds(fromMarkdown(markdown))).toEqual(withoutIds(body))
      const named = body.map((block, index) => ({ ...block, id: `pnew${index}` }))
      const ids = named.map(({ id }) => id)
      expect(fromMarkdown(markdown, [], ids)).toEqual(named)
      expect(
        fromMarkdown(markdown, body)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(body.map(({ id }) => id).sort())
    }),
    { numRuns: 150 },
  )
})

test('whatever is typed is a body, and reading what was written of it changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(words, fc.constantFrom('\n', '\n\n', '\n> ', '\n- ', '\n| a | b |\n| - | - |\n')), {
        maxLength: 12,
      }),
      (parts) => {
        const body = fromMarkdown(parts.join(''))
        expect(bodySchema.safeParse(body).success).toBe(true)
        expect(withoutIds(fromMarkdown(toMarkdown(body)))).toEqual(withoutIds(body))
      },
    ),
    { numRuns: 150 },
  )
})
