import type { Page } from '@playwright/test'
import { liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { arrive } from './steps'

test('whatever page somebody is on, they search from its head', async ({ page }) => {
  const word = oneOfAKind()
  const story = await givenArticle({ headline: `A ${word} is launched` })
  await arrive(page, (await givenArticle()).path)
  const box = page.getByRole('navigation', { name: 'Sections' }).locator('[type=search]')
  await box.fill(word)
  await box.press('Enter')
  await expect(page).toHaveURL(`/search?q=${word}`)
  await expect(page.getByRole('status')).toHaveText('1 story found.')
  await page.getByRole('link', { name: 'Newest', exact: true }).click()
  await page.getByRole('main').getByRole('link', { name: story.headline }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.headline)
  // There is no room for a box on a telephone.
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Search' }).click()
  await page.getByRole('main').locator('[type=search]').fill(`${word} ${oneOfAKind()}`)
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: story.headline })).toBeVisible()
})

test('a tag and a day of the archive are read to their end and back, each story once', async ({ page }) => {
  const tag = `Winter ${oneOfAKind()}`
  const publishedAt = new Date('2017-02-03T09:00:00Z')
  const headlines: string[] = []
  for (let index = 0; index < 23; index += 1)
    headlines.push((await givenArticle({ tags: [tag], publishedAt })).headline)
  await arrive(page, (await givenArticle({ tags: [tag], publishedAt })).path)
  await page.getByRole('navigation', { name: 'What this is about' }).getByRole('link', { name: tag }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(tag)
  const there = await walk(page, 'next')
  expect(there).toHaveLength(2)
  expect(there.flat().slice(1)).toEqual(headlines.toReversed())
  // What is newer than the first story of the last page fills a page from there.
  expect(await walk(page, 'prev')).toEqual(there.toReversed())

  await page.goto('/archive/2017')
  await page.getByRole('main').getByRole('link', { name: 'February' }).first().click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /^3\b|\b3 February/ })
    .first()
    .click()
  await expect(page).toHaveURL('/archive/2017/02/03')
  const day = (await walk(page, 'next')).flat()
  expect(headlines.filter((headline) => !day.includes(headline))).toEqual([])
  expect(new Set(day).size).toBe(day.length)
  expect((await walk(page, 'prev')).toReversed().flat()).toEqual(day)
})

test('an author’s name leads to what they wrote', async ({ page }) => {
  await arrive(page, (await liveliestArticle()).path)
  const headline = await page.getByRole('heading', { level: 1 }).textContent()
  const name = page.locator('main > article a[href^="/author/"]').first()
  const author = (await name.textContent()) ?? ''
  await name.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(author)
  expect((await walk(page, 'next')).flat()).toContain(headline)
})

test('an old article says so, and how it is cited and sent', async ({ page }) => {
  const { path, headline, id } = await givenArticle({ publishedAt: new Date('2019-05-14T08:30:00Z') })
  await arrive(page, path)
  await expect(page.getByRole('note')).toHaveText(/^This article is more than \d+ years old\.$/)
  await page.getByText('Cite this').click()
  const cited = page.getByText(`“${headline}”. `)
  await expect(cited).toContainText(`14 May 2019. News ID ${id}. http`)
  expect(await cited.textContent()).toMatch(new RegExp(`${path}$`))
  const mail = (await page.getByRole('link', { name: 'Send by mail' }).getAttribute('href')) ?? ''
  const { protocol, searchParams } = new URL(mail)
  expect([protocol, searchParams.get('subject')]).toEqual(['mailto:', headline])
  expect(searchParams.get('body')).toMatch(new RegExp(`^${headline}\nhttp.*/news/${id}$`))
  expect(mail).not.toContain('+')
  const today = await givenArticle({ publishedAt: new Date() })
  await page.goto(today.path)
  await expect(page.getByRole('note')).toHaveCount(0)
})

test('on paper an article stands alone, and with its conversation for whoever goes there', async ({
  page,
}) => {
  const { path } = await liveliestArticle()
  await arrive(page, path)
  await page.emulateMedia({ media: 'print' })
  const [text, talk] = [page.locator('main > article p').last(), page.locator('#talk')]
  await expect(page.locator('tribune-read')).toBeVisible()
  await expect(talk).toBeHidden()
  for (const gone of [page.locator('#site-search'), text, page.getByText('Cite this')])
    await expect(gone).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'Print with the conversation' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('tribune-read')).toBeVisible()
  await expect(talk.locator('article[id^=comment-]').first()).toBeVisible()
  await expect(talk.getByRole('textbox')).toBeHidden()
})

/** Goes through a list page by page, and gives what stands on each. */
async function walk(page: Page, way: 'next' | 'prev'): Promise<string[][]> {
  const pages: string[][] = []
  for (;;) {
    pages.push(await page.locator('main h2').allTextContents())
    const link = page.locator(`main a[rel=${way}]`)
    if ((await link.count()) === 0) return pages
    const from = page.url()
    await link.click()
    await expect(page).not.toHaveURL(from)
  }
}
