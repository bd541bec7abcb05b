import type { Page } from '@playwright/test'
import { recommend } from '@/lib/comments/commands-vote'
import { sorts } from '@/lib/comments/sorts'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenModerator, givenReader } from './newsroom'
import { arrive } from './steps'

test('a conversation is read in five orders, from the links that name them', async ({ page }) => {
  const article = await givenArticle()
  const author = await givenModerator()
  const [first, second, third] = [
    await givenComment(author, article),
    await givenComment(author, article),
    await givenComment(author, article),
  ]
  await givenComment(author, article, { parentId: first.id })
  await recommend(await givenReader(), { commentId: second.id, recommend: true }, new Date())
  await arrive(page, article.path)
  const order = page.getByRole('navigation', { name: 'Order' })
  await expect(order.getByRole('link', { name: 'Best' })).toHaveAttribute('aria-current', 'true')
  expect(await rootsOf(page)).toEqual([second.id, third.id, first.id])
  for (const [name, expected] of [
    ['Newest', [third.id, second.id, first.id]],
    ['Oldest', [first.id, second.id, third.id]],
    ['Most discussed', [first.id, third.id, second.id]],
    ['Other view', [third.id, second.id, first.id]],
    ['Best', [second.id, third.id, first.id]],
  ] as const) {
    await order.getByRole('link', { name }).click()
    await expect(order.getByRole('link', { name })).toHaveAttribute('aria-current', 'true')
    expect(await rootsOf(page), name).toEqual(expected)
  }
})

test('page by page every comment is shown once, and each can be linked to in every order', async ({
  page,
}) => {
  const article = await givenArticle()
  const author = await givenModerator()
  const roots: number[] = []
  for (let index = 0; index < 45; index += 1) roots.push((await givenComment(author, article)).id)
  const seen: number[] = []
  await arrive(page, article.path)
  for (;;) {
    seen.push(...(await rootsOf(page)))
    const more = page.getByRole('link', { name: 'More comments' })
    if ((await more.count()) === 0) break
    await more.click()
  }
  expect(seen.toSorted((a, b) => a - b)).toEqual(roots)

  const [oldest = 0, middle = 0] = [roots[0], roots[22]]
  for (const sort of sorts) {
    await page.goto(`/news/${article.id}/comments?sort=${sort}&around=${middle}`)
    expect((await rootsOf(page))[0], sort).toBe(middle)
  }
  await page.goto(`/comments/${oldest}`)
  await expect(page).toHaveURL(
    new RegExp(`/news/${article.id}/comments\\?around=${oldest}#comment-${oldest}$`),
  )
  await expect(page.locator(`#comment-${oldest}`)).toBeInViewport()
})

test('a link to an answer far down a branch opens the branch with what stands before it', async ({
  page,
}) => {
  const article = await givenArticle()
  const author = await givenModerator()
  const root = await givenComment(author, article)
  const answers: number[] = []
  for (let index = 0; index < 60; index += 1)
    answers.push((await givenComment(author, article, { parentId: root.id })).id)
  const linked = answers.at(-2) ?? 0
  await page.goto(`/comments/${linked}`)
  await expect(page).toHaveURL(new RegExp(`/comments/${root.id}/replies\\?after=[^#]+#comment-${linked}$`))
  await expect(page.locator(`#comment-${linked}`)).toBeInViewport()
  await expect(page.locator(`#comment-${answers.at(-10)}`)).toBeVisible()
  // The same answer, by the page of its root.
  await page.goto(`/news/${article.id}/comments?sort=oldest&around=${linked}`)
  expect(await rootsOf(page)).toEqual([root.id])
})

test('twelve answers deep, each comment is drawn once and says what it answers', async ({ page }) => {
  const article = await givenArticle()
  const author = await givenModerator()
  const ids = [(await givenComment(author, article)).id]
  while (ids.length < 13) ids.push((await givenComment(author, article, { parentId: ids.at(-1) ?? null })).id)
  await page.goto(`/comments/${ids[0]}/replies`)
  expect(await page.locator('article[id^=comment-]').evaluateAll((all) => all.map(({ id }) => id))).toEqual(
    ids.map((id) => `comment-${id}`),
  )
  // Drawn one in the other to the sixth; below it they stand level, and each says what it answers.
  const levels = await page
    .locator('main article[id^=comment-]')
    .evaluateAll((all) => all.map((each) => Number(each.closest('[data-flat]') !== null)))
  expect(levels).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
  await expect(page.getByRole('link', { name: 'in reply to an earlier comment' })).toHaveCount(6)
  const deepest = page.locator(`#comment-${ids.at(-1)}`)
  await deepest.getByRole('link', { name: 'in reply to an earlier comment' }).click()
  await expect(page).toHaveURL(new RegExp(`#comment-${ids.at(-2)}$`))
  await expect(page.locator(`#comment-${ids.at(-2)}`)).toBeInViewport()
})

test('answers fold away by the keyboard, and come back', async ({ page }) => {
  const article = await givenArticle()
  const author = await givenModerator()
  const root = await givenComment(author, article)
  const answer = await givenComment(author, article, { parentId: root.id })
  await givenComment(author, article, { parentId: answer.id })
  await arrive(page, article.path)
  const shown = page.locator(`#comment-${answer.id}`)
  await expect(shown).toBeVisible()
  const summary = page.locator('summary').filter({ hasText: '2 answers' })
  await summary.press('Enter')
  await expect(shown).toBeHidden()
  await summary.press('Enter')
  await expect(shown).toBeVisible()
})

test('A42: an order or a place that is none is the usual one from the start', async ({ page }) => {
  const article = await givenArticle()
  const comment = await givenComment(await givenModerator(), article)
  for (const query of [
    'sort=best;drop table',
    "sort=rank'--",
    'sort=createdAt',
    'sort[]=newest',
    'sort=best&after=1-1-1-1-1-1-1-1-1-1',
    "sort=newest&after=0'or'1",
    'sort=best&after=zzzzzzzzz-zzzzzzzzz-zzzzzzzzz',
    'around=0',
    'around=99999999999',
    "around=1'",
  ]) {
    const response = await page.goto(`/news/${article.id}/comments?${query}`)
    expect(response?.status(), query).toBe(200)
    expect(await rootsOf(page), query).toEqual([comment.id])
  }
})

async function rootsOf(page: Page): Promise<number[]> {
  const ids = await page
    .locator('ol[data-roots] > li > article')
    .evaluateAll((all) => all.map(({ id }) => id.replace('comment-', '')))
  return ids.map(Number)
}
