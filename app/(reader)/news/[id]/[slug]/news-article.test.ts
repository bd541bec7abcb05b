import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PublicArticle } from '@/lib/articles/queries'
import { structuredDataFaults } from '@/lib/feeds/structured-data.fixture'
import { newsArticle } from './news-article'

const site = { name: 'Tribune', language: 'en', url: new URL('https://news.example') }
const bare: PublicArticle = {
  ...{ id: 49_434, slug: 'a-bridge', headline: 'A bridge', standfirst: null, dateline: null },
  ...{ body: [], pictures: new Map(), tags: [], language: null, direction: null, picture: null },
  ...{ seoTitle: null, seoDescription: null, section: { slug: 'world', name: 'World' }, bylines: [] },
  ...{ publishedAt: new Date('2020-11-25T12:40:00Z'), updatedAt: new Date('2020-11-25T12:40:00Z') },
  ...{
    versionCount: 1,
    corrections: [],
    sources: [],
    commentCount: 0,
    conversation: 'open',
    mode: 'comments',
  },
  talk: { mode: 'after', closedByAgeAt: null, slowSeconds: null },
}
const full: PublicArticle = {
  ...bare,
  ...{ standfirst: 'It took four winters.', dateline: 'Lisbon', language: 'pt', tags: ['Bridges'] },
  bylines: [
    { slug: 'ana', name: 'Ana' },
    { slug: 'ben', name: 'Ben' },
  ],
  updatedAt: new Date('2020-11-26T08:00:00Z'),
  corrections: [
    { kind: 'correction', number: 2, note: 'It *opens* on Monday.', at: new Date('2020-11-26T08:00:00Z') },
  ],
  sources: [{ name: 'Minutes', url: 'https://council.example/minutes' }, { name: 'Two people on the site' }],
  picture: {
    ...{ hash: '0f'.repeat(16), mediaType: 'image/jpeg', width: 1600, height: 1067, hasAlpha: false },
    ...{ focalX: 50, focalY: 50, alt: 'A bridge', caption: 'The bridge.', credit: 'Tribune' },
  },
  ...{ versionCount: 2, commentCount: 29 },
}

test('an article’s structured data is as schema.org and Google want it, full and bare', async () => {
  for (const article of [full, bare])
    expect(await structuredDataFaults(newsArticle(article, site))).toEqual([])
})

test('it says who wrote it, what was put right, and how much is answered', () => {
  expect(JSON.parse(newsArticle(full, site))).toMatchObject({
    url: 'https://news.example/news/49434/a-bridge',
    author: [{ name: 'Ana' }, { name: 'Ben' }],
    correction: [{ text: 'It opens on Monday.', datePublished: '2020-11-26T08:00:00.000Z' }],
    citation: [{ url: 'https://council.example/minutes' }, 'Two people on the site'],
    ...{ commentCount: 29, inLanguage: 'pt', dateline: 'Lisbon' },
  })
  expect(JSON.parse(newsArticle(bare, site))).toMatchObject({
    author: { '@type': 'Organization', name: 'Tribune' },
    inLanguage: 'en',
  })
})

test('the validators find what is wrong', async () => {
  const broken = (change: object) => JSON.stringify({ ...JSON.parse(newsArticle(full, site)), ...change })
  for (const change of [
    { datePublished: 'yesterday' },
    { dateModified: '2019-01-01T00:00:00.000Z' },
    { author: [{ '@type': 'Person', name: '', url: 'https://news.example/author/ana' }] },
    { image: [] },
    { about: { '@type': 'Organization' } },
  ])
    expect([change, await structuredDataFaults(broken(change))]).not.toEqual([change, []])
})

test('no headline ends the script it stands in', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</script><!--')), (headline) => {
      const text = newsArticle({ ...full, headline }, site)
      expect(text).not.toContain('<')
      expect(JSON.parse(text).headline).toBe(headline)
    }),
  )
})
