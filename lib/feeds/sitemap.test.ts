import { expect, test } from 'vitest'
import { writeOpenSearch } from './opensearch'
import { idsPerPart, partOf, writeNewsSitemap, writeSiteIndex, writeSitemap } from './sitemap'
import { faultsOf } from './validation.fixture'

const changedAt = new Date('2020-11-25T12:40:00.000Z')
const url = 'https://news.example/news/7/a-bridge?a=1&b=2'

test('sitemaps are as sitemaps.org and Google want them', async () => {
  const whole = Array.from({ length: idsPerPart }, () => ({ url, changedAt }))
  for (const pages of [[{ url, changedAt: null }], whole])
    expect(await faultsOf(writeSitemap(pages), 'sitemap')).toEqual([])
  expect(
    await faultsOf(
      writeSiteIndex([
        { url, changedAt },
        { url, changedAt: null },
      ]),
      'siteindex',
    ),
  ).toEqual([])
  const news = ['en', 'pt-BR', 'zh-Hant', 'zh-CN'].map((language) => ({
    ...{ url, title: 'A <b> & "c"', publishedAt: changedAt },
    language,
  }))
  expect(await faultsOf(writeNewsSitemap('Tribune', news), 'news')).toEqual([])
  // Google lets it be empty, which the protocol's schema does not know.
  expect(await faultsOf(writeNewsSitemap('Tribune', []), 'news', 'own')).toEqual([])
  expect(await faultsOf(writeNewsSitemap('', news), 'news')).not.toEqual([])
})

test('a full part stays far below fifty megabytes and what a page may weigh', () => {
  const longest = `https://news.example/news/2147483647/${'%D8%B9'.repeat(100)}`
  const part = writeSitemap(Array.from({ length: idsPerPart }, () => ({ url: longest, changedAt })))
  expect(Buffer.byteLength(part)).toBeLessThan(8 * 1024 * 1024)
})

test('every News ID has one part', () => {
  expect([1, idsPerPart, idsPerPart + 1, 2_147_483_647].map(partOf)).toEqual([1, 1, 2, 1_073_742])
})

test('browsers learn how to search here', async () => {
  const site = { name: 'The Tribune of São Tomé', language: 'en', url: new URL('https://news.example') }
  expect(await faultsOf(writeOpenSearch({ ...site, description: 'News & more' }), 'opensearch')).toEqual([])
})
