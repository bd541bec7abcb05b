import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { withIds } from '@/lib/articles/body'
import { readNote } from '@/lib/articles/note'
import { articleHtml, noteHtml } from './article-html'
import { writeAtom } from './atom'
import { commentHtml } from './comment-html'
import { type Feed, type FeedEntry, type FeedPicture, feedAddresses, tagId } from './feed'
import { writeJsonFeed } from './json-feed'
import { speakable } from './markup'
import { writeRss } from './rss'
import { faultsOf, jsonFeed } from './validation.fixture'

const site = new URL('https://news.example')
const picture: FeedPicture = {
  url: 'https://news.example/pictures/0f-1080.jpg',
  type: 'image/jpeg',
  width: 1080,
  height: 720,
  alt: 'A bridge',
  credit: 'Tribune',
}
const entry: FeedEntry = {
  id: 'tag:news.example,2020:news/49434',
  url: 'https://news.example/news/49434/a-bridge',
  title: 'A <b>bridge</b> & "its" builders ]]>',
  language: 'pt',
  summary: 'It took four winters.',
  html: '<p>The last <em>stone</em> &amp; the first boat.</p>',
  publishedAt: new Date('2020-11-25T12:40:00Z'),
  updatedAt: new Date('2020-11-26T08:00:00Z'),
  authors: [
    { name: 'Ana Marín', url: 'https://news.example/author/ana-marin' },
    { name: 'بن', url: null },
  ],
  categories: ['World', 'bridges & boats'],
  comments: 'https://news.example/news/49434/comments',
  picture,
}
const feed: Feed = {
  title: 'Tribune',
  description: 'News.',
  language: 'en',
  home: 'https://news.example/',
  addresses: feedAddresses('/', site),
  publisher: { name: 'Tribune', url: 'https://news.example/' },
  updatedAt: entry.updatedAt,
  hub: 'https://hub.example/',
  entries: [entry],
}
const bare: Feed = {
  ...feed,
  hub: null,
  entries: [
    { ...entry, language: null, summary: null, authors: [], categories: [], comments: null, picture: null },
  ],
}

test('every format is as its specification wants it, full, bare and empty', async () => {
  for (const one of [feed, bare, { ...feed, entries: [] }]) {
    expect(await faultsOf(writeRss(one), 'rss')).toEqual([])
    expect(await faultsOf(writeAtom(one), 'atom')).toEqual([])
    expect(jsonFeed.safeParse(JSON.parse(writeJsonFeed(one))).error).toBeUndefined()
  }
})

test('the validator finds what is wrong', async () => {
  expect(await faultsOf(writeRss({ ...feed, home: 'nowhere' }), 'rss')).not.toEqual([])
  expect(await faultsOf(writeAtom(feed).replace('<updated>', '<updated>yesterday '), 'atom')).not.toEqual([])
  expect(await faultsOf(writeAtom(feed).replace('</entry>', ''), 'atom')).not.toEqual([])
})

test('a reader’s program finds in each what was put in', () => {
  const [rss] = parseRssFeed(writeRss(feed)).items ?? []
  expect(rss).toMatchObject({
    title: entry.title,
    link: entry.url,
    guid: { value: entry.id, isPermaLink: false },
    pubDate: entry.publishedAt.toUTCString(),
    content: { encoded: entry.html },
    dc: { creators: ['Ana Marín', 'بن'] },
    categories: [{ name: 'World' }, { name: 'bridges & boats' }],
    enclosures: [{ url: entry.picture?.url, type: 'image/jpeg', length: 0 }],
  })
  const atom = parseAtomFeed(writeAtom(feed))
  expect(atom.links).toContainEqual({ href: 'https://hub.example/', rel: 'hub' })
  expect(atom.entries?.[0]).toMatchObject({
    id: entry.id,
    title: { value: entry.title },
    updated: entry.updatedAt.toISOString(),
    content: { value: entry.html, type: 'html' },
    authors: [{ name: 'Ana Marín', uri: 'https://news.example/author/ana-marin' }, { name: 'بن' }],
  })
  expect(parseJsonFeed(writeJsonFeed(feed)).items?.[0]).toMatchObject({
    id: entry.id,
    title: entry.title,
    content_html: entry.html,
    tags: entry.categories,
  })
})

test('whatever a title is made of, feeds stay well-formed and say it', async () => {
  const sign = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '\u0000',
      '\u0008',
      '\u001b',
      '\ufffe',
      '\ud800',
      '\udc00',
      '😀',
      'ع',
      '\r\n',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const words = fc.array(sign, { maxLength: 20 }).map((signs) => `a${signs.join('')}z`)
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 20 }), async (titles) => {
      const odd = {
        ...feed,
        entries: titles.map((title) => ({
          ...entry,
          title,
          html: title,
          authors: [{ name: title, url: null }],
        })),
      }
      expect(await faultsOf(writeAtom(odd), 'atom')).toEqual([])
      expect(await faultsOf(writeRss(odd), 'rss')).toEqual([])
      const parsed = jsonFeed.parse(JSON.parse(writeJsonFeed(odd)))
      expect(parsed.items.map(({ title }) => title)).toEqual(titles.map(speakable))
    }),
    { numRuns: 5 },
  )
})

test('an article’s words stand anywhere: links are absolute, marks are kept, nothing else is markup', () => {
  const body = withIds([
    {
      type: 'paragraph',
      content: [
        { text: 'See ' },
        { text: 'the rules', href: '/rules', strong: true },
        { text: ' or <script>', emphasis: true },
        { text: ' below', href: '#p2' },
      ],
    },
    { type: 'quotation', content: [{ text: 'Nobody fell.' }], speaker: 'The builder' },
    { type: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
    { type: 'picture', hash: '0f'.repeat(16), alt: 'From below', credit: 'Ben' },
    { type: 'picture', hash: 'ab'.repeat(16), alt: 'Unknown' },
    { type: 'table', header: [[{ text: 'Year' }]], rows: [[[]]] },
    { type: 'embed', url: 'https://maps.example/x', title: 'A map', site: 'Maps' },
    { type: 'pull-quote', content: [{ text: 'Nobody fell.' }] },
    { type: 'correction', content: [{ text: 'It was four.' }] },
  ])
  const lead = { picture, caption: 'It stands.' }
  const html = articleHtml(
    { dateline: 'Lisbon', body, lead, pictures: new Map([['0f'.repeat(16), picture]]) },
    entry.url,
  )
  expect(html).toBe(
    '<figure><img src="https://news.example/pictures/0f-1080.jpg" width="1080" height="720" alt="A bridge"/><figcaption>It stands. Tribune</figcaption></figure>' +
      '<p>Lisbon</p>' +
      '<p>See <a href="https://news.example/rules"><strong>the rules</strong></a><em> or &lt;script&gt;</em><a href="https://news.example/news/49434/a-bridge#p2"> below</a></p>' +
      '<blockquote><p>Nobody fell.</p><p>— The builder</p></blockquote><ol><li>one</li><li>two</li></ol>' +
      '<figure><img src="https://news.example/pictures/0f-1080.jpg" width="1080" height="720" alt="From below"/><figcaption>Ben</figcaption></figure>' +
      '<table><thead><tr><th>Year</th></tr></thead><tbody><tr><td></td></tr></tbody></table>' +
      '<p><a href="https://maps.example/x">A map</a> (Maps)</p><p><em>It was four.</em></p>',
  )
})

test('what was typed as an address and is none stays words', () => {
  for (const address of ['https://a.example:99999/x', 'https://300.1.1.1/', 'http://'])
    expect(
      noteHtml(readNote(`See ${address} or [here](${address}).`), 'https://tribune.example/news/1'),
    ).not.toContain('<a ')
  expect(noteHtml(readNote('See https://a.example/x'), 'https://tribune.example/')).toContain(
    '<a href="https://a.example/x">',
  )
})

test('a comment’s words likewise', () => {
  const text = [
    {
      type: 'paragraph' as const,
      content: [
        'a ',
        { type: 'mention' as const, handle: 'ben', text: '@ben' },
        { type: 'break' as const },
        { type: 'code' as const, text: '<b>' },
      ],
    },
    { type: 'quote' as const, blocks: [{ type: 'preformatted' as const, text: 'x < y' }] },
  ]
  expect(commentHtml(text, 'https://news.example/comments/7')).toBe(
    '<p>a <a href="https://news.example/u/ben">@ben</a><br/><code>&lt;b&gt;</code></p><blockquote><pre>x &lt; y</pre></blockquote>',
  )
})

test('an id names the host and the year it began in, and no port', () => {
  expect(tagId(new URL('http://localhost:3000'), new Date('2019-12-31T23:59:59Z'), 'news/7')).toBe(
    'tag:localhost,2019:news/7',
  )
})
