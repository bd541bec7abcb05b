import type { APIRequestContext } from '@playwright/test'
import { parseRssFeed } from 'feedsmith'
import parseRobots from 'robots-parser'
import sharp from 'sharp'
import { setState } from '@/lib/articles/commands'
import { db } from '@/lib/db'
import { partOf } from '@/lib/feeds/sitemap'
import { securityTxtFaults, webManifest } from '@/lib/feeds/small-files.fixture'
import { structuredDataFaults } from '@/lib/feeds/structured-data.fixture'
import { faultsOf, jsonFeed } from '@/lib/feeds/validation.fixture'
import { liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import { headOf, only } from './head-of'
import { givenArticle, givenPublished, givenReader, givenVersion, section } from './newsroom'
import { sharingFaults } from './sharing'
import { soon } from './steps'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a program has no scripts to switch off')

test('every feed is sound in all three formats, names itself, and is found from its page', async ({
  request,
}) => {
  const { id } = await liveliestArticle()
  const tag = await db().tag.findFirstOrThrow({ select: { slug: true } })
  const author = await db().author.findFirstOrThrow({ select: { slug: true } })
  const pages = [
    '',
    '/section/world',
    `/tag/${encodeURIComponent(tag.slug)}`,
    `/author/${author.slug}`,
    `/news/${id}/comments`,
    '/corrections',
  ]
  for (const page of pages) {
    const [rss, atom, json] = ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${page}/${name}`)
    const html = await (await request.get(page || '/')).text()
    for (const address of [rss, atom, json]) expect(html, page).toContain(`${address}"`)
    expect([rss, await faultsOf(await textOf(request, rss), 'rss')]).toEqual([rss, []])
    expect([atom, await faultsOf(await textOf(request, atom), 'atom')]).toEqual([atom, []])
    const feed = jsonFeed.parse(JSON.parse(await textOf(request, json)))
    expect(new URL(feed.feed_url).pathname).toBe(json)
    expect(parseRssFeed(await textOf(request, rss)).items?.length ?? 0).toBe(feed.items.length)
    for (const { content_html } of feed.items) expect(content_html).not.toMatch(/(?:href|src)="\/|<script/)
  }
})

test('every page says what it is wherever its address is shared, with a picture that is drawn', async ({
  request,
}) => {
  const { id, path } = await liveliestArticle()
  const { currentVersion, publishedAt } = await db().article.findUniqueOrThrow({
    where: { id },
    select: { currentVersion: { select: { headline: true } }, publishedAt: true },
  })
  const [headline, year] = [currentVersion?.headline ?? '', `${publishedAt?.getUTCFullYear()}`]
  const tag = await db().tag.findFirstOrThrow({ select: { slug: true, name: true } })
  const author = await db().author.findFirstOrThrow({ select: { slug: true, name: true } })
  const pages = [
    ['/', 'website', /today/, '/og/site.png'],
    ['/section/world', 'website', 'World', '/og/section/world.png'],
    [
      `/tag/${encodeURIComponent(tag.slug)}`,
      'website',
      tag.name,
      `/og/tag/${encodeURIComponent(tag.slug)}.png`,
    ],
    [`/author/${author.slug}`, 'profile', author.name, `/og/author/${author.slug}.png`],
    [path, 'article', headline, `/og/${id}.png`],
    [`/news/${id}/comments`, 'website', /Comments/i, `/og/${id}.png`],
    [`/news/${id}/versions`, 'website', /What changed/, `/og/${id}.png`],
    ['/corrections', 'website', 'Corrections', '/og/site.png'],
    ['/archive', 'website', 'Archive', '/og/site.png'],
    [`/archive/${year}`, 'website', year, '/og/site.png'],
    ['/about', 'website', /About/, '/og/site.png'],
  ] as const
  for (const [address, type, title, card] of pages) {
    const head = headOf(await textOf(request, address))
    expect([address, sharingFaults(head)]).toEqual([address, []])
    const said = (name: string) => only(head, name) ?? ''
    expect(said('og:type'), address).toBe(type)
    if (typeof title === 'string') expect(said('og:title'), address).toBe(title)
    else expect(said('og:title'), address).toMatch(title)
    expect(new URL(said('og:url')).pathname, address).toBe(address)
    // Next writes the front's without its slash.
    const canonical = head.links
      .filter(({ rel }) => rel === 'canonical')
      .map(({ href }) => new URL(href).href)
    expect([new URL(said('og:url')).href], address).toEqual(canonical)
    expect(said('og:description'), address).toBe(said('description'))
    expect(new URL(said('og:image')).pathname, address).toBe(card)
  }
  for (const card of new Set(pages.map(([, , , card]) => card))) {
    const { width, height, format } = await sharp(await (await request.get(card)).body()).metadata()
    expect([card, width, height, format]).toEqual([card, 1200, 630, 'png'])
  }
  for (const card of [
    '/og/section/nowhere.png',
    '/og/tag/nothing.png',
    '/og/author/nobody.png',
    '/og/site/a.png',
  ])
    expect([card, (await request.get(card)).status()]).toEqual([card, 404])
})

test('an article’s structured data is as schema.org and Google want it', async ({ request }) => {
  const { path } = await liveliestArticle()
  const corrected = await givenArticle()
  await givenVersion(corrected, { kind: 'correction' })
  for (const address of [path, corrected.path])
    await expect(async () => {
      const { structured } = headOf(await textOf(request, address))
      expect(structured).toHaveLength(1)
      expect(await structuredDataFaults(structured[0] ?? '')).toEqual([])
      if (address === corrected.path) expect(JSON.parse(structured[0] ?? '').correction).toHaveLength(1)
    }).toPass({ timeout: 10_000 })
})

test('what is published is in feeds and sitemaps within two seconds, and what is taken back is in none', async ({
  request,
}) => {
  const { id, path } = await givenArticle({ publishedAt: new Date(Date.now() - 1000) })
  const part = partOf(id)
  const places = [
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    `/section/${section}/feed.xml`,
    `/sitemaps/${part}.xml`,
    '/news-sitemap.xml',
  ]
  const having = async () => {
    const texts = await Promise.all(places.map((place) => textOf(request, place)))
    return places.filter((_, index) => texts[index]?.includes(path))
  }
  await expect.poll(having, soon).toEqual(places)
  expect((await request.get(`/og/${id}.png`)).status()).toBe(200)
  await setState(id, 'withdrawn')
  await expect.poll(having, soon).toEqual([])
  expect((await request.get(`/og/${id}.png`)).status()).toBe(404)
  expect((await request.get(`/news/${id}/comments/feed.xml`)).status()).toBe(404)
  expect((await request.get(`/api/v1/articles/${id}`)).status()).toBe(410)
})

test('sitemaps and the rest are as their specifications want them', async ({ request }) => {
  const index = await textOf(request, '/sitemap.xml')
  expect(await faultsOf(index, 'siteindex')).toEqual([])
  for (const [, part = ''] of index.matchAll(/<loc>([^<]+)<\/loc>/g))
    expect([part, await faultsOf(await textOf(request, part), 'sitemap')]).toEqual([part, []])
  expect(await faultsOf(await textOf(request, '/news-sitemap.xml'), 'news', 'own')).toEqual([])
  expect(await faultsOf(await textOf(request, '/opensearch.xml'), 'opensearch')).toEqual([])
  expect(securityTxtFaults(await textOf(request, '/.well-known/security.txt'), new Date())).toEqual([])
  const manifest = webManifest.parse(JSON.parse(await textOf(request, '/manifest.webmanifest')))
  expect(manifest).toMatchObject({ name: 'Tribune', start_url: '/', lang: 'en', dir: 'ltr' })
  for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200)
})

test('robots are told where they may go and where the sitemaps are, and may go wherever those lead', async ({
  request,
  baseURL,
}) => {
  const at = (path: string) => new URL(path, baseURL).href
  const robots = parseRobots(at('/robots.txt'), await textOf(request, '/robots.txt'))
  expect(robots.getSitemaps()).toEqual([at('/sitemap.xml'), at('/news-sitemap.xml')])
  const open = ['/', '/api/v1/articles', '/feed.xml', '/og/site.png', '/pictures/a.jpg', '/islands/a.js']
  const closed = [
    '/admin/queue',
    '/account',
    '/api/viewer',
    '/search?q=a',
    '/sign-in',
    '/comments/new?article=1',
  ]
  for (const path of open) expect([path, robots.isAllowed(at(path), 'Googlebot')]).toEqual([path, true])
  for (const path of closed) expect([path, robots.isAllowed(at(path), 'Googlebot')]).toEqual([path, false])
  const places = async (path: string) =>
    [...(await textOf(request, path)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url)
  for (const part of await places('/sitemap.xml'))
    for (const url of await places(new URL(part).pathname))
      expect([url, robots.isAllowed(url, 'Googlebot')]).toEqual([url, true])
})

test('what programs read is sent again only when it changed', async ({ request }) => {
  await givenPublished(await givenReader(), await givenArticle())
  await expect(async () => {
    const first = await request.get('/corrections/atom.xml')
    const { etag = '', 'last-modified': modified = '' } = first.headers()
    const ask = (headers: Record<string, string>) => request.get('/corrections/atom.xml', { headers })
    expect((await ask({ 'if-none-match': etag })).status()).toBe(304)
    expect((await ask({ 'if-modified-since': modified })).status()).toBe(304)
  }).toPass({ timeout: 10_000 })
})

async function textOf(request: APIRequestContext, address = ''): Promise<string> {
  const answer = await request.get(address)
  expect([address, answer.status()]).toEqual([address, 200])
  return answer.text()
}
