import type { APIRequestContext } from '@playwright/test'
import { parseRssFeed } from 'feedsmith'
import { setState } from '@/lib/articles/commands'
import { db } from '@/lib/db'
import { partOf } from '@/lib/feeds/sitemap'
import { faultsOf, jsonFeed } from '@/lib/feeds/validation.fixture'
import { liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader, section } from './newsroom'
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

test('an article and the pages that list it say what they are wherever their address is shared', async ({
  request,
}) => {
  const { id, path } = await liveliestArticle()
  const { headline } = (
    await db().article.findUniqueOrThrow({ where: { id }, select: { currentVersion: true } })
  ).currentVersion ?? { headline: '' }
  const tag = await db().tag.findFirstOrThrow({ select: { slug: true, name: true } })
  const author = await db().author.findFirstOrThrow({ select: { slug: true, name: true } })
  const pages = [
    ['/', 'website', /today/],
    ['/section/world', 'website', 'World'],
    [`/tag/${encodeURIComponent(tag.slug)}`, 'website', tag.name],
    [`/author/${author.slug}`, 'profile', author.name],
    [path, 'article', headline],
  ] as const
  for (const [address, type, title] of pages) {
    const said = await headOf(request, address)
    expect(said['og:type'], address).toBe(type)
    if (typeof title === 'string') expect(said['og:title'], address).toBe(title)
    else expect(said['og:title'], address).toMatch(title)
    expect(new URL(said['og:url'] ?? '').pathname, address).toBe(address)
    // Next writes the front's without its slash.
    expect(new URL(said['og:url'] ?? '').href, address).toBe(new URL(said.canonical ?? '').href)
    expect(said['og:site_name'], address).toMatch(/\S/)
    expect(said['twitter:card'], address).toBe(type === 'article' ? 'summary_large_image' : 'summary')
    expect(said['og:description'], address).toBe(said.description)
  }
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
  const robots = await textOf(request, '/robots.txt')
  expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m)
  const security = await textOf(request, '/.well-known/security.txt')
  const expires = new Date(/^Expires: (.+)$/m.exec(security)?.[1] ?? '').getTime() - Date.now()
  expect(security).toMatch(/^Contact: (mailto:|https?:)/m)
  expect([expires > 0, expires < 366 * 86_400_000]).toEqual([true, true])
  const manifest = JSON.parse(await textOf(request, '/manifest.webmanifest'))
  expect(manifest).toMatchObject({ name: 'Tribune', start_url: '/', lang: 'en' })
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

/** What a page's head says, by name; its canonical address among it. */
async function headOf(request: APIRequestContext, address: string): Promise<Record<string, string>> {
  const html = await textOf(request, address)
  const metas = [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)]
  const [, canonical = ''] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? []
  const said = metas.map(([, name = '', content = '']) => [name, unescaped(content)])
  return { ...Object.fromEntries(said), canonical }
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&')
}
