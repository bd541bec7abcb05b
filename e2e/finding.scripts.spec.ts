import { keepMostRead } from '@/lib/articles/commands-reads'
import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { arrive } from './steps'

test('headlines are offered for what is typed, and choosing one goes to its story', async ({ page }) => {
  const word = oneOfAKind()
  const story = await givenArticle({ headline: `The ${word} is launched`, publishedAt: new Date() })
  await arrive(page, (await givenArticle()).path)
  const box = page.getByRole('navigation', { name: 'Sections' }).getByRole('combobox')
  await box.pressSequentially(word.slice(0, 6))
  const offered = page.locator('#site-search-suggestions option')
  await expect
    .poll(() => offered.evaluateAll((all) => all.map((each) => each.textContent)))
    .toEqual([story.headline])
  // What the browser does when one is chosen, by keys or by hand: this browser has no window to show them in.
  await box.fill(story.headline)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.headline)
})

test('a copied link is the article’s shortest address, and the button says that it was done', async ({
  page,
}) => {
  const { id, path } = await givenArticle()
  await arrive(page, path)
  // No page has the power to write to the clipboard by itself.
  expect(
    await page.evaluate(() => Reflect.get(document, 'featurePolicy').allowsFeature('clipboard-write')),
  ).toBe(false)
  await page.getByRole('button', { name: 'Copy link' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused()
  const box = page.getByRole('textbox', { name: 'Your comment' })
  await box.press('ControlOrMeta+V')
  await expect(box).toHaveValue(new RegExp(`^http\\S+/news/${id}$`))
  await page.goto(await box.inputValue())
  await expect(page).toHaveURL(path)
})

test('an article is passed on in the device’s own way where it has one, with its shortest address', async ({
  page,
}) => {
  const { id, headline, path } = await givenArticle()
  const share = page.getByRole('button', { name: 'Share', exact: true })
  await arrive(page, path)
  await expect(share).toBeHidden()
  // What telephones have, and the browser of these journeys does not.
  await page.addInitScript(() => {
    const take = (data: ShareData) => Promise.resolve(Reflect.set(window, 'taken', data))
    Object.defineProperty(navigator, 'share', { value: take })
  })
  await arrive(page, path)
  await share.press('Enter')
  expect(await page.evaluate(() => Reflect.get(window, 'taken'))).toEqual({
    title: expect.stringContaining(headline),
    url: expect.stringMatching(new RegExp(`^http\\S+/news/${id}$`)),
  })
})

test('an article is read once by a reader on a day, however often they come back, and the front says what is read most', async ({
  browser,
  alarm,
  baseURL,
  signedIn,
}) => {
  const article = await givenArticle({ headline: `The ${oneOfAKind()} is counted` })
  const [first, second] = [oneOfAKind(), oneOfAKind()]
  // Who reads last is counted last: what is counted then is all.
  for (const userAgent of [first, first, second]) {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), userAgent })
    await alarm.watch(context)
    const page = await context.newPage()
    await page.clock.install()
    await arrive(page, article.path)
    await page.clock.runFor(6_000)
    const told = page.waitForResponse(`/api/news/${article.id}/seen`)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    expect((await told).status()).toBe(204)
    await context.close()
  }
  const { page: desk } = await signedIn('editor')
  const counted = async () => {
    await desk.goto('/admin/insights?span=day')
    const row = desk.getByRole('listitem').filter({ hasText: article.headline })
    return (await row.count()) > 0 ? row.locator('span').textContent() : null
  }
  await expect.poll(counted, { timeout: 20_000, intervals: [1_000] }).toBe('2')
  // As a job does every two minutes.
  await keepMostRead(new Date())
  const front = await desk.context().newPage()
  const mostRead = async () => {
    await front.goto('/')
    const list = front.locator('section').filter({ has: front.getByRole('heading', { name: 'Most read' }) })
    return list.getByRole('link').allTextContents()
  }
  await expect.poll(mostRead).toContain(article.headline)
})
