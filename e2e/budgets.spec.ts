import { brotliCompressSync, gzipSync } from 'node:zlib'
import { db } from '@/lib/db'
import { listAddresses, liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import { measure, shiftsWhileLate } from './measuring'
import { givenArticle } from './newsroom'
import { soon } from './steps'

const kB = 1000
/** Between the two ends at length only, as is what weighs the same at both. */
const isLong = process.env.TRIBUNE_LONG === '1'
const storiesOnFront = 60
const missing = '/no/such/page'

/** Every kind of page that readers open, by the address of one. */
async function kinds() {
  const { id, path } = await liveliestArticle()
  const listed = await listAddresses()
  const starting = (start: string) => listed.findLast((address) => address.startsWith(start)) ?? start
  return {
    article: path,
    front: '/',
    section: '/section/world',
    tag: starting('/tag/'),
    author: starting('/author/'),
    archive: starting('/archive/'),
    search: '/search?q=the',
    versions: `/news/${id}/versions`,
    corrections: '/corrections',
    conversation: `/news/${id}/comments`,
    replies: await branchOf(id),
    rules: '/rules',
    error: missing,
  }
}

/** A comment of an article that somebody answered. */
async function branchOf(articleId: number): Promise<string> {
  const { parentId } = await db().comment.findFirstOrThrow({
    where: { articleId, state: 'published', parent: { state: 'published' } },
    orderBy: { id: 'asc' },
    select: { parentId: true },
  })
  return `/comments/${parentId}/replies`
}

for (const width of isLong ? [360, 1280] : [360])
  test(`a first view at ${width} px is at most 8 requests and 100 kB besides its pictures`, async ({
    visitor,
    alarm,
  }) => {
    alarm.expectRefusal(missing, 404)
    for (const [kind, address] of Object.entries(await kinds())) {
      const { page } = await visitor()
      await page.setViewportSize({ width, height: 800 })
      const transfers = await measure(page, address)
      const others = transfers.filter(({ path }) => !path.startsWith('/pictures/'))
      const bytes = others.reduce((sum, transfer) => sum + transfer.bytes, 0)
      const list = others.map(({ path, bytes }) => `${bytes} ${path}`).join('\n')
      expect(others.length, `${kind}:\n${list}`).toBeLessThanOrEqual(8)
      expect(bytes, `${kind}:\n${list}`).toBeLessThanOrEqual(100 * kB)

      const fonts = transfers.filter(({ type }) => type === 'Font')
      expect(fonts.length, `${kind}: fonts`).toBe(1)
      expect(fonts[0]?.bytes, `${kind}: font`).toBeLessThanOrEqual(60 * kB)
    }
  })

for (const width of isLong ? [360, 768, 1280] : [360, 1280])
  test(`nothing moves at ${width} px while fonts and pictures arrive late`, async ({ visitor }) => {
    const { article, front, section } = await kinds()
    for (const [kind, address] of Object.entries({ article, front, section })) {
      const { page } = await visitor()
      await page.setViewportSize({ width, height: 800 })
      const { shifts, late } = await shiftsWhileLate(page, address)
      expect(shifts, `${kind}: layout shifts`).toEqual([])
      expect(
        late.filter((path) => path.endsWith('.woff2')),
        `${kind}: late font`,
      ).toHaveLength(1)
      expect(late.join(), `${kind}: late picture`).toContain('.avif')
    }
  })

test('an article with twenty comments is at most 14 kB of HTML', async ({ page, request }) => {
  const { path } = await liveliestArticle()
  await page.goto(path)
  // A page that runs scripts lays the later ones out in its idle turns.
  const comments = page.getByRole('article', { name: /^Comment by/ })
  await expect.poll(() => comments.count()).toBeGreaterThanOrEqual(20)
  const answer = await request.get(path, { headers: { 'accept-encoding': 'br' } })
  expect(answer.headers()['content-encoding']).toBe('br')
  expect(Number(answer.headers()['content-length'])).toBeLessThanOrEqual(14 * kB)
})

test('the front with sixty stories is at most 20 kB of HTML', async ({ request }) => {
  const there = await db().article.count({ where: { state: 'published' } })
  for (let count = there; count < storiesOnFront; count += 1) await givenArticle()
  const front = async () => await request.get('/', { headers: { 'accept-encoding': 'br' } })
  const stories = async () =>
    new Set(
      [...(await (await front()).text()).matchAll(/<a [^>]*href="\/news\/(\d+)\//g)].map(([, id]) => id),
    ).size
  await expect.poll(stories, soon).toBeGreaterThanOrEqual(storiesOnFront)
  const { 'content-encoding': encoding, 'content-length': length } = (await front()).headers()
  expect(encoding).toBe('br')
  expect(Number(length)).toBeLessThanOrEqual(20 * kB)
})

test('a page brings 12 kB of style, no framework, and 10 kB of script of our own at most', async ({
  page,
  request,
}) => {
  const { path } = await liveliestArticle()
  await page.goto(path)
  const found = await page.evaluate(() => ({
    styles: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href),
    scripts: [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
  }))
  const bytes = async (address: string) => (await request.get(address)).body()
  const styles = await Promise.all(found.styles.map(bytes))
  expect(styles.length).toBe(1)
  expect(sum(styles.map((body) => brotliCompressSync(body).length))).toBeLessThanOrEqual(12 * kB)
  expect(found.scripts.filter((src) => !new URL(src).pathname.startsWith('/islands/'))).toEqual([])
  const named = await Promise.all(found.scripts.map(bytes))
  const brought = named.flatMap((body) => body.toString().match(/\/islands\/[\w-]+\.js/g) ?? [])
  expect(brought.length).toBe(1)
  const scripts = [...named, ...(await Promise.all(brought.map(bytes)))]
  expect(sum(scripts.map((body) => gzipSync(body).length))).toBeLessThanOrEqual(10 * kB)
})

test('every page says what it is about, and an article without a picture needs none', async ({
  page,
  alarm,
}) => {
  alarm.expectRefusal(missing, 404)
  const plain = await givenArticle()
  for (const address of [...Object.values(await kinds()), plain.path, '/about']) {
    await page.goto(address)
    const described = await page.evaluate(
      () => document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
    )
    if (address !== missing) expect(described, address).toMatch(/^\S.{20,}/)
    expect(await page.title(), address).toMatch(/\S/)
  }
})

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
