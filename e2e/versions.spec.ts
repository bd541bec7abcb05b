import { setState } from '@/lib/articles/commands'
import { expect, test } from './fixtures'
import { givenArticle, givenVersion } from './newsroom'
import { soon } from './steps'

// A document follows a change within two seconds.

test('an article leads to what changed in it; each version is there word for word, and says so', async ({
  page,
}) => {
  const article = await givenArticle()
  await givenVersion(article, {
    kind: 'correction',
    note: 'The stone was set at noon, not in the morning.',
    paragraphs: ['The last stone was set at noon.', 'Nobody fell.'],
  })
  await expect
    .poll(async () => (await page.request.get(article.path)).text(), soon)
    .toContain('The last stone was set at noon.')
  await page.goto(article.path)
  await expect(page.getByRole('complementary', { name: 'Corrections' })).toContainText(
    'The stone was set at noon, not in the morning.',
  )
  await page.getByRole('link', { name: 'what changed' }).click()
  const newest = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Version 2' }) })
  await expect(newest).toContainText('Correction')
  await expect(newest.getByRole('deletion')).toHaveText(['this morning'])
  await expect(newest.getByRole('insertion')).toHaveText(['at noon'])
  // Whoever sees no colours sees it, too.
  await expect(newest.getByRole('deletion')).toHaveCSS('text-decoration-line', 'line-through')
  await expect(newest.getByRole('insertion')).toHaveCSS('text-decoration-line', 'underline')
  await newest.getByRole('link', { name: 'Read version 2' }).click()
  await expect(page.getByText('This is version 2, which is the one that is read now.')).toBeVisible()

  await page.goto(`${article.path}?v=1`)
  await expect(page).toHaveURL(`/news/${article.id}/versions/1`)
  await expect(page.getByText('This is version 1 of 2, as it was published on')).toBeVisible()
  await expect(page.getByText('The last stone was set this morning.')).toBeVisible()
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  expect(new URL(canonical ?? '').pathname).toBe(article.path)

  const listed = page.getByRole('listitem').filter({ hasText: article.headline })
  const older = page.getByRole('link', { name: 'Older corrections' })
  await expect(async () => {
    await page.goto('/corrections')
    // Others correct meanwhile, and push it on.
    for (let turned = 0; turned < 5 && (await listed.count()) === 0 && (await older.count()) > 0; turned += 1)
      await page.goto((await older.getAttribute('href')) ?? '')
    await expect(listed).toContainText('The stone was set at noon, not in the morning.', { timeout: 100 })
  }).toPass()
})

test('corrections are walked there and back, and each page says its own address', async ({ page }) => {
  const article = await givenArticle()
  for (let count = 0; count < 21; count += 1) await givenVersion(article, { kind: 'correction' })
  const canonical = async () => await page.locator('link[rel=canonical]').getAttribute('href')
  await page.goto('/corrections')
  expect(new URL((await canonical()) ?? '').search).toBe('')
  await page.getByRole('link', { name: 'Older corrections' }).click()
  await expect(page).toHaveURL(/\/corrections\?after=/)
  expect(await canonical()).toBe(page.url())
  const newer = page.getByRole('link', { name: 'Newer corrections' })
  await expect(newer).toHaveAttribute('rel', 'prev')
  await newer.click()
  await expect(page).toHaveURL(/\/corrections\?before=/)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
})

test('a trifle is folded, and stays one press away', async ({ page }) => {
  const article = await givenArticle()
  const paragraphs = ['The last stone was set, this morning.', 'Nobody fell.']
  await givenVersion(article, {
    kind: 'typo',
    paragraphs,
  })
  await page.goto(`/news/${article.id}/versions`)
  await expect(page.getByRole('insertion')).toBeHidden()
  await page.getByText('Only spelling, spacing or punctuation').click()
  await expect(page.getByRole('insertion').first()).toBeVisible()
})

test('of an article that was taken back there are no versions, and of none there never were', async ({
  page,
  alarm,
}) => {
  for (const [state, status] of [
    ['withdrawn', 410],
    ['blocked', 451],
  ] as const) {
    const article = await givenArticle()
    await givenVersion(article)
    await setState(article.id, state)
    for (const path of [`/news/${article.id}/versions`, `/news/${article.id}/versions/1`]) {
      alarm.expectRefusal(path, status)
      expect((await page.goto(path))?.status()).toBe(status)
      expect(await page.content()).not.toContain(article.headline)
    }
  }
  const { id } = await givenArticle()
  for (const path of ['/news/2147483646/versions', `/news/${id}/versions/9`]) {
    alarm.expectRefusal(path, 404)
    expect((await page.goto(path))?.status()).toBe(404)
  }
})
