import { expect, test } from 'vitest'
import { z } from 'zod'
import { fromParagraphs } from '@/lib/articles/body'
import type { PublicArticle } from '@/lib/articles/queries'
import { newsArticle } from './news-article'

const site = { name: 'Tribune', language: 'en', url: new URL('https://news.example') }
const article: PublicArticle = {
  ...{ id: 49434, slug: 'a-bridge', headline: 'A bridge & its <builders>', standfirst: 'It stands.' },
  ...{ dateline: null, body: fromParagraphs(['It stands.']), pictures: new Map(), tags: ['bridges'] },
  ...{ language: 'pt-BR', direction: null, seoTitle: null, seoDescription: null },
  section: { slug: 'world', name: 'World' },
  bylines: [{ slug: 'ana', name: 'Ana Marín' }],
  publishedAt: new Date('2020-11-25T12:40:00Z'),
  updatedAt: new Date('2020-11-26T08:00:00Z'),
  versionCount: 3,
  corrections: [
    { number: 2, kind: 'correction', note: 'It was four.', at: new Date('2020-11-26T07:00:00Z') },
  ],
  picture: {
    ...{ hash: '0f'.repeat(16), mediaType: 'image/jpeg', width: 2000, height: 1000, hasAlpha: false },
    ...{ alt: 'A bridge', caption: 'Today', credit: 'Ben', focalX: 0.5, focalY: 0.5 },
  },
  sources: [{ name: 'Minutes of the council', url: 'https://council.example/7' }, { name: 'A witness' }],
  ...{ commentCount: 7, conversation: 'open', mode: 'comments' },
  talk: { mode: 'after', closedByAgeAt: null, slowSeconds: null },
}

const address = z.url({ protocol: /^https$/ })
const instant = z.iso.datetime()
const typed = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ '@type': z.literal(type), ...shape })
const image = typed('ImageObject', {
  url: address,
  width: z.int().min(696),
  height: z.int().positive(),
  caption: z.string().optional(),
  creditText: z.string().optional(),
})
const organisation = { name: z.string().min(1), url: address }

/** What schema.org allows of a NewsArticle and Google asks of one, and nothing besides. */
const schema = typed('NewsArticle', {
  '@context': z.literal('https://schema.org'),
  '@id': address,
  url: address,
  mainEntityOfPage: address,
  headline: z.string().min(1),
  description: z.string().min(1).optional(),
  inLanguage: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  datePublished: instant,
  dateModified: instant,
  author: z.union([
    z.array(typed('Person', { name: z.string().min(1), url: address })).min(1),
    typed('Organization', organisation),
  ]),
  publisher: typed('NewsMediaOrganization', {
    ...organisation,
    logo: typed('ImageObject', { url: address }),
    correctionsPolicy: address,
    publishingPrinciples: address,
  }),
  image: z.array(image).min(1),
  articleSection: z.string().min(1),
  keywords: z.array(z.string().min(1)).min(1).optional(),
  isAccessibleForFree: z.literal(true),
  correction: z
    .array(typed('CorrectionComment', { text: z.string().min(1), datePublished: instant }))
    .min(1)
    .optional(),
  citation: z
    .array(z.union([z.string().min(1), typed('CreativeWork', { name: z.string().min(1), url: z.url() })]))
    .min(1)
    .optional(),
  commentCount: z.int().min(0),
  discussionUrl: address,
  identifier: z.string().regex(/^\d+$/),
  version: z.int().positive(),
})

const said = (given: Partial<PublicArticle> = {}) =>
  schema.parse(JSON.parse(newsArticle({ ...article, ...given }, site)))

test('an article says all of itself that search engines ask', () => {
  expect(said()).toMatchObject({
    headline: article.headline,
    inLanguage: 'pt-BR',
    author: [{ name: 'Ana Marín', url: 'https://news.example/author/ana' }],
    image: [
      { width: 1440, height: 720, creditText: 'Ben' },
      { url: 'https://news.example/og/49434.png?v=3', width: 1200, height: 630 },
    ],
    correction: [{ text: 'It was four.', datePublished: '2020-11-26T07:00:00.000Z' }],
    citation: [{ name: 'Minutes of the council', url: 'https://council.example/7' }, 'A witness'],
    commentCount: 7,
  })
})

test('one with next to nothing is as sound', () => {
  const bare = said({
    standfirst: null,
    body: [],
    bylines: [],
    tags: [],
    corrections: [],
    picture: null,
    sources: [],
    language: null,
  })
  expect(bare.citation).toBeUndefined()
  expect(bare).toMatchObject({ author: { '@type': 'Organization' }, inLanguage: 'en' })
})

test('it was not changed before it was published', () => {
  expect(said({ updatedAt: new Date('2020-11-01T00:00:00Z') }).dateModified).toBe('2020-11-25T12:40:00.000Z')
})

test('no headline ends the script it stands in', () => {
  const headline = '</script><script>alert(1)</script><!-- \u2028 "'
  expect(newsArticle({ ...article, headline }, site)).not.toContain('<')
  expect(said({ headline }).headline).toBe(headline)
})
