import { expect, test } from './fixtures'
import { givenArticle, givenVersion } from './newsroom'
import { arrive } from './steps'

test('who comes back is told which paragraphs changed since they read, and led to the first', async ({
  page,
}) => {
  const article = await givenArticle()
  await arrive(page, article.path)
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('tribune.read')))
    .toContain(`"${article.id}"`)
  await page.goto('about:blank')
  await givenVersion(article, { paragraphs: ['The last stone was set at noon.', 'Nobody fell.'] })
  await expect
    .poll(async () => (await page.request.get(article.path)).text(), { timeout: 5_000 })
    .toContain('set at noon')
  await arrive(page, article.path)
  const told = page.getByRole('link', { name: 'One paragraph changed since you read this' })
  await expect(told).toHaveAttribute('href', '#p1')
  await expect(page.locator('[data-changed]')).toHaveText('The last stone was set at noon.')
  await page.goto('about:blank')
  await arrive(page, article.path)
  await expect(page.getByRole('link', { name: 'what changed' })).toBeVisible()
  await expect(page.locator('[data-changed]')).toHaveCount(0)
})
