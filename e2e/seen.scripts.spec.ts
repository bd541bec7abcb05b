import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { givenApprovedReader, givenArticle, givenComment } from './newsroom'
import { arrive } from './steps'

/** Longer than three windows of a telephone. */
const long = Array.from({ length: 60 }, (_, line) => `A line of a long comment, number ${line}.`).join('\n\n')

test('a comment counts as seen where half of it, or half a window of a long one, was before the eyes for a second, and once', async ({
  page,
}) => {
  const [author, article] = [await givenApprovedReader(), await givenArticle()]
  const above = await givenComment(author, article, { body: 'Above.' })
  const high = await givenComment(author, article, { body: long })
  const told: number[] = []
  page.on('request', (asked) => {
    if (asked.url().endsWith(`/api/news/${article.id}/seen`)) told.push(...asked.postDataJSON().ids)
  })
  await page.setViewportSize({ width: 360, height: 640 })
  await page.clock.install()
  await arrive(page, `/news/${article.id}/comments?sort=oldest`)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  const middle = page.getByText('A line of a long comment, number 30.')
  const lookAt = (place: typeof middle) => place.evaluate((each) => each.scrollIntoView({ block: 'center' }))
  await lookAt(middle)
  const seen = async () => {
    await lookFor(page, 1_100)
    return told
  }
  await expect.poll(seen).toContain(high.id)
  await lookAt(page.getByText('Above.', { exact: true }))
  await expect.poll(seen).toContain(above.id)
  await lookAt(middle)
  await lookFor(page, 5_000)
  await lookAt(page.getByText('Above.', { exact: true }))
  await lookFor(page, 5_000)
  expect(told.toSorted()).toEqual([above.id, high.id].toSorted())
})

/** So long, and then the page is left for a moment, which is when it tells what was seen. */
async function lookFor(page: Page, ms: number): Promise<void> {
  await page.clock.runFor(ms)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}
