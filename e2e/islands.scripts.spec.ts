import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { commentBy, openReceipt, postComment } from './steps'

test('the script is small files of the site’s own that may be kept for ever', async ({ page, request }) => {
  const { path } = await givenArticle()
  await page.goto(path)
  const scripts = page.locator('script[src]')
  await expect(scripts).toHaveCount(1)
  await expect(scripts).toHaveAttribute('type', 'module')
  const address = (await scripts.getAttribute('src')) ?? ''
  expect(address).toMatch(/^\/islands\/later-[0-9a-f]{16}\.js$/)
  const [rest = ''] =
    (await (await request.get(address)).text()).match(/\/islands\/tribune-[0-9a-f]{16}\.js/) ?? []
  for (const file of [address, rest])
    expect((await request.get(file)).headers()).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  for (const odd of [
    '/islands/',
    '/islands/tribune.js.map',
    '/islands/..%2fBUILD_ID',
    '/islands/tribune-0.js',
  ])
    expect([odd, (await request.get(odd)).status()]).toEqual([odd, 404])
})

const oldBrowsers: Record<string, () => void> = {
  'without custom elements': () => {
    Reflect.deleteProperty(window, 'customElements')
  },
  'without much of what the script uses': () => {
    Object.defineProperty(window, 'localStorage', { value: undefined })
    Reflect.deleteProperty(Intl, 'RelativeTimeFormat')
    Reflect.deleteProperty(AbortSignal, 'timeout')
  },
}

for (const [which, makeOld] of Object.entries(oldBrowsers))
  test(`in an old browser ${which} reading and posting go on`, async ({ signedIn }) => {
    const { page } = await signedIn()
    await page.addInitScript(makeOld)
    const article = await givenArticle()
    const author = await givenReader()
    await givenPublished(author, article)
    await page.goto(article.path)
    await expect(commentBy(page, author.name)).toBeVisible()
    await postComment(page, 'From long ago.')
    await openReceipt(page)
  })

test('one island that fails leaves the others at work, and the console without errors', async ({
  signedIn,
}) => {
  const { page, reader } = await signedIn()
  const article = await givenArticle()
  await page.addInitScript(() => {
    Object.defineProperty(Intl, 'RelativeTimeFormat', {
      value: () => {
        throw new Error('no such thing')
      },
    })
  })
  await page.goto(article.path)
  await expect(page.getByRole('banner').getByText(reader.name)).toBeVisible()
  await postComment(page, 'All the same.')
  await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
})

test('a conversation that cannot show what was posted leads to where it stands', async ({ signedIn }) => {
  const { page } = await signedIn()
  const article = await givenArticle()
  await page.addInitScript(() => {
    // The conversation's own island needs it, and no other.
    Element.prototype.append = () => {
      throw new Error('broken')
    }
  })
  await page.goto(article.path)
  await postComment(page, 'It must be somewhere.')
  await openReceipt(page)
})

test('recent comments say how long ago they were, older ones their date', async ({ page }) => {
  const article = await givenArticle()
  const [late, early] = [await givenReader(), await givenReader()]
  await givenPublished(late, article)
  await givenPublished(early, article)
  const now = Date.now()
  await page.clock.install({ time: now })
  await page.goto(article.path)
  const time = (name: string) => commentBy(page, name).getByRole('time')
  await expect(time(late.name)).toHaveText('now')
  const title = (await time(late.name).getAttribute('title')) ?? ''
  expect(title).toMatch(/^\d{1,2} \w+ \d{4}, \d\d:\d\d$/)
  await page.clock.runFor(12 * 60_000)
  await expect(time(late.name)).toHaveText('12 minutes ago')
  await page.clock.setSystemTime(now + 8 * 86_400_000)
  await page.clock.runFor(60_000)
  await expect(time(early.name)).toHaveText(title)
})

test('a page that is only being prepared asks nothing until it is read', async ({ page }) => {
  const article = await givenArticle()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.addInitScript(() => {
    let isPreparing = true
    Object.defineProperty(document, 'prerendering', { get: () => isPreparing })
    addEventListener('message', () => {
      isPreparing = false
      document.dispatchEvent(new Event('prerenderingchange'))
    })
  })
  await page.goto(article.path, { waitUntil: 'networkidle' })
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])
  await page.evaluate(() => postMessage(''))
  await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toHaveCount(0)
  // What follows by and by, as the page is read: its conversation's stream.
  expect(asked.filter((path) => path.startsWith('/api/') && !path.endsWith('/live'))).toEqual(['/api/viewer'])
})
