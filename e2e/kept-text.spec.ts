import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { sessionCookieName } from './house'
import { countComments, givenArticle, givenReader, goodPassword, oneOfAKind } from './newsroom'
import { arrive, commentBox, expectNothingHere, postComment, problem, signIn, signUp } from './steps'

const text = 'I was on the first ferry.\nIt was late, “as ever”.'

test('a visitor’s text survives signing up, and is posted only on their say', async ({ page }) => {
  const article = await givenArticle()
  await typeAndPost(page, article)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page.getByRole('status')).toContainText('Your comment is kept')
  const who = { name: `Odo ${oneOfAKind()}`, email: `${randomUUID()}@readers.example` }
  await signUp(page, { ...who, password: goodPassword })
  await postKeptText(page, article)
})

test('a visitor’s text survives signing in, and is posted only on their say', async ({ page }) => {
  const article = await givenArticle()
  const { email } = await givenReader('reader', { password: goodPassword })
  await typeAndPost(page, article)
  await signIn(page, { email, password: 'nine ferries at ten' })
  await expect(problem(page, 'The email or the password is not right.')).toBeVisible()
  await signIn(page, { email, password: goodPassword })
  await postKeptText(page, article)
})

test('a kept text can be thrown away, and is nobody else’s', async ({ page, visitor, alarm }) => {
  const article = await givenArticle()
  await typeAndPost(page, article)

  const other = await visitor()
  await other.page.goto(`/comments/new?article=${article.id}`)
  await expect(commentBox(other.page)).toHaveValue('')

  await page.goto('/comments/new')
  await expect(commentBox(page)).toHaveValue(text)
  await page.getByRole('button', { name: 'Discard this text' }).click()
  await expect(page.getByRole('heading', { level: 1, name: article.headline })).toBeVisible()
  await expect(commentBox(page)).toHaveValue('')
  await page.goto(`/comments/new?article=${article.id}`)
  await expect(commentBox(page)).toHaveValue('')
  alarm.expectRefusal('/comments/new', 404)
  await page.goto('/comments/new')
  await expectNothingHere(page)
  expect(await countComments(article.id)).toBe(0)
})

test('what names a reader or a kept text is a cookie no script can read and no other site can send', async ({
  page,
}) => {
  const { email } = await givenReader('reader', { password: goodPassword })
  await typeAndPost(page, await givenArticle())
  await signIn(page, { email, password: goodPassword })
  await expect(commentBox(page)).toHaveValue(text)
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name }) => name)).toContain(sessionCookieName)
  expect(cookies.length).toBeGreaterThanOrEqual(2)
  for (const { name, httpOnly, sameSite, path } of cookies)
    expect({ name, httpOnly, sameSite, path }).toEqual({ name, httpOnly: true, sameSite: 'Lax', path: '/' })
})

type Article = { id: number; path: string }

async function typeAndPost(page: Page, article: Article): Promise<void> {
  await arrive(page, article.path)
  await postComment(page, text)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expect(page.getByRole('status')).toContainText('Your comment is kept')
  expect(await countComments(article.id)).toBe(0)
}

async function postKeptText(page: Page, article: Article): Promise<void> {
  await expect(page).toHaveURL('/comments/new')
  await expect(commentBox(page)).toHaveValue(text)
  await expect(page.getByText('Nothing is posted until you press the button.')).toBeVisible()
  expect(await countComments(article.id)).toBe(0)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Waiting for review')).toBeVisible()
  expect(await countComments(article.id)).toBe(1)
}
