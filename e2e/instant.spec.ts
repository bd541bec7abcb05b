import type { Page } from '@playwright/test'
import { liveliestArticle } from './addresses'
import { watchSite } from './ahead'
import { expect, once, test } from './fixtures'

test('a story under the pointer is fetched before it is asked for', async ({ page, house }) => {
  const site = await watchSite(house.url)
  const ahead = () => site.passages.filter(({ purpose }) => purpose?.startsWith('prefetch'))
  await page.goto(`${site.url}/`, { waitUntil: 'networkidle' })
  const story = page.getByRole('heading', { level: 2 }).getByRole('link').first()
  await story.hover()
  const path = (await story.getAttribute('href')) ?? ''
  await expect.poll(() => ahead().map((passage) => passage.path)).toEqual([path])
  await site.close()
})

test('private pages, writes and redirects are nothing to look ahead for', async ({ visitor }) => {
  for (const address of ['/', (await liveliestArticle()).path, '/section/world', '/rules']) {
    const { page } = await visitor()
    const ready = await foreseen(page, address)
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) =>
        all.map((link) => new URL(link.getAttribute('href') ?? '', location.href).pathname),
      )
    const readers =
      /^\/(?:$|section\/[^/]+$|news\/\d+\/(?!report-error)|about$|rules$|terms$|privacy$|contact$|corrections$|archive|tag\/[^/]+$|author\/[^/]+$|comments\/\d+\/replies$|u\/)/
    const expected = [...new Set(links)].filter((path) => readers.test(path)).sort()
    for (const wanted of ['/', '/section/science', '/about']) expect(expected, address).toContain(wanted)
    await expect.poll(ready, address).toEqual(expected)
    expect(links, 'there are links to leave alone').toContain('/sign-in')
  }
})

test('a document is the same bytes for one who looks ahead', once, async ({ request }) => {
  const read = await request.get('/about')
  const early = await request.get('/about', { headers: { 'sec-purpose': 'prefetch;prerender' } })
  expect(early.headers().etag).toBe(read.headers().etag)
  expect(await early.body()).toEqual(await read.body())
})

for (const [motion, promise] of [
  ['no-preference', 'from the front to an article the new text fades in'],
  ['reduce', 'nothing moves for a reader who asked for that'],
] as const)
  test(promise, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: motion })
    await page.goto('/')
    const session = await page.context().newCDPSession(page)
    const animations: string[] = []
    session.on('Animation.animationStarted', ({ animation }) => animations.push(animation.name))
    await session.send('Animation.enable')
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await expect(page).toHaveURL(/\/news\//)
    if (motion === 'reduce') {
      await page.waitForLoadState('networkidle')
      expect(animations).toEqual([])
    } else await expect.poll(() => animations).toContain('arrive')
  })

/** Opens a page, and tells every path that Chromium would fetch or make ready, were its link under the pointer. */
async function foreseen(page: Page, address: string): Promise<() => string[]> {
  const session = await page.context().newCDPSession(page)
  let paths: string[] = []
  session.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
    paths = preloadingAttemptSources.map(({ key }) => new URL(key.url).pathname)
  })
  await session.send('Preload.enable')
  await page.goto(address, { waitUntil: 'networkidle' })
  // Links of a long conversation count once it is laid out, which happens after everything else.
  await expect.poll(() => page.evaluate(isLaidOut)).toBe(true)
  return () => [...new Set(paths)].sort()
}

function isLaidOut(): boolean {
  const comments = [...document.querySelectorAll('[data-roots] > li')]
  return comments.every((comment) =>
    comment.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }),
  )
}
