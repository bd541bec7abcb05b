import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenModerator } from './newsroom'

const hourMs = 3_600_000
const line = /new here since your last visit/

test('who comes back finds what is new marked, counted, and a way to the first of it', async ({ page }) => {
  const article = await givenArticle()
  const author = await givenModerator()
  const known = await givenComment(author, article)
  await read(page, article.path)
  await expect(page.getByText(line)).toHaveCount(0)
  await expect.poll(() => keptVisits(page)).toBe(1)
  await page.evaluate((ms) => {
    const [[id = '', before = 0, seen = 0] = []] = JSON.parse(localStorage.getItem('tribune.visits') ?? '[]')
    localStorage.setItem('tribune.visits', JSON.stringify([[id, before, seen - ms]]))
  }, hourMs)
  // What is known was written before the visit that was moved back by an hour.
  await db()
    .$executeRaw`update "Comment" set "createdAt" = "createdAt" - interval '2 hours' where id = ${known.id}`
  const fresh = await givenComment(author, article)
  await givenComment(author, article, { parentId: fresh.id })
  await read(page, article.path)
  const link = page.getByRole('link', { name: '2 new here since your last visit' })
  await link.click()
  await expect(page).toHaveURL(new RegExp(`#comment-${fresh.id}$`))
  await expect(page.locator(`#comment-${fresh.id} header`)).toContainText('New')
  await expect(page.locator(`#comment-${known.id} header`)).not.toContainText('New')
  // Still so when the page is loaded again during the same visit.
  await read(page, article.path)
  await expect(link).toBeVisible()
})

test('a signed-in reader finds on one device new what came since they read on another', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const { page, reader, context } = await signedIn()
  const known = await givenComment(await givenModerator(), article)
  const seenAt = () =>
    db()
      .visit.findFirst({ where: { readerId: reader.id, articleId: article.id }, select: { seenAt: true } })
      .then((visit) => visit?.seenAt.getTime() ?? 0)
  await read(page, article.path)
  await expect.poll(seenAt).toBeGreaterThan(0)
  const before = new Date(Date.now() - hourMs)
  await db().$executeRaw`update "Visit" set "seenAt" = ${before} where "readerId" = ${reader.id}`
  await db()
    .$executeRaw`update "Comment" set "createdAt" = ${new Date(before.getTime() - 1_000)} where id = ${known.id}`
  const fresh = await givenComment(await givenModerator(), article)
  await page.evaluate(() => localStorage.clear())
  const other = await context.newPage()
  await read(other, article.path)
  await expect(other.getByRole('link', { name: '1 new here since your last visit' })).toHaveAttribute(
    'href',
    `#comment-${fresh.id}`,
  )
  await expect.poll(seenAt).toBeGreaterThan(before.getTime())
})

test('of who is not signed in no visit is kept by the site', async ({ page }) => {
  const article = await givenArticle()
  await givenComment(await givenModerator(), article)
  await read(page, article.path)
  await expect.poll(() => keptVisits(page)).toBe(1)
  const answer = await page.request.post(`/api/viewer?article=${article.id}`, {
    headers: { origin: new URL(page.url()).origin },
  })
  expect(answer.status()).toBe(204)
  expect(await db().visit.count({ where: { articleId: article.id } })).toBe(0)
})

/** As far as the conversation. */
async function read(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { name: 'Your Comment' }).scrollIntoViewIfNeeded()
}

function keptVisits(page: Page): Promise<number> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('tribune.visits') ?? '[]').length)
}
