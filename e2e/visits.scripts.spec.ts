import type { Page } from '@playwright/test'
import { postComment } from '@/lib/comments/commands'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/readers/viewer'
import { expect, test } from './fixtures'
import { givenApprovedReader, givenArticle, givenComment, givenModerator } from './newsroom'
import { arrive } from './steps'

const hourMs = 3_600_000
const line = /new here since your last visit/

test('who comes back finds what is new marked, counted, and a way to the first of it', async ({ page }) => {
  const article = await givenArticle()
  const author = await givenModerator()
  const known = await givenLongKnown(author, article.id)
  await read(page, article.path)
  await expect(page.getByText(line)).toHaveCount(0)
  await expect.poll(() => keptVisits(page)).toBe(1)
  // Leaving keeps the visit once more.
  await page.goto('/rules')
  await page.evaluate((ms) => {
    const [[id = '', before = 0, seen = 0] = []] = JSON.parse(localStorage.getItem('tribune.visits') ?? '[]')
    localStorage.setItem('tribune.visits', JSON.stringify([[id, before, seen - ms]]))
  }, hourMs)
  const fresh = await givenComment(author, article)
  await givenComment(author, article, { parentId: fresh.id })
  await read(page, article.path)
  const link = page.getByRole('link', { name: '2 new here since your last visit' })
  await link.click()
  await expect(page).toHaveURL(new RegExp(`#comment-${fresh.id}$`))
  await expect(page.locator(`#comment-${fresh.id} header`)).toContainText('New')
  await expect(page.locator(`#comment-${known} header`)).not.toContainText('New')
  // Still so when the page is loaded again during the same visit.
  await read(page, article.path)
  await expect(link).toBeVisible()
})

test('a signed-in reader finds on one device new what came since they read on another', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const { page, reader, context } = await signedIn(await givenApprovedReader())
  const known = await givenLongKnown(await givenModerator(), article.id)
  const seenAt = () =>
    db()
      .visit.findFirst({ where: { readerId: reader.id, articleId: article.id }, select: { seenAt: true } })
      .then((visit) => visit?.seenAt.getTime() ?? 0)
  await read(page, article.path)
  await expect.poll(seenAt).toBeGreaterThan(0)
  const before = new Date(Date.now() - hourMs)
  await db().$executeRaw`update "Visit" set "seenAt" = ${before} where "readerId" = ${reader.id}`
  const fresh = await givenComment(await givenModerator(), article)
  const own = await givenComment(reader, article)
  await page.evaluate(() => localStorage.clear())
  const other = await context.newPage()
  await read(other, article.path)
  await expect(other.getByRole('link', { name: '1 new here since your last visit' })).toHaveAttribute(
    'href',
    `#comment-${fresh.id}`,
  )
  await expect.poll(seenAt).toBeGreaterThan(before.getTime())
  await expect(other.locator(`#comment-${own.id}`)).toBeVisible()
  for (const id of [known, own.id])
    await expect(other.locator(`#comment-${id} header`)).not.toContainText('New')
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

/** Written before a visit that is moved back by an hour. */
async function givenLongKnown(author: Viewer, articleId: number): Promise<number> {
  const input = { articleId, parentId: null, body: 'Known for long.', key: null }
  const posted = await postComment(author, input, new Date(Date.now() - 2 * hourMs))
  if (!posted.ok) throw new Error(posted.error)
  return posted.value.id
}

/** As far as the conversation. */
async function read(page: Page, path: string): Promise<void> {
  await arrive(page, path)
  await page.getByRole('heading', { name: 'Your Comment' }).scrollIntoViewIfNeeded()
}

function keptVisits(page: Page): Promise<number> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('tribune.visits') ?? '[]').length)
}
