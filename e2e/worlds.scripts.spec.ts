import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader, goodPassword, oneOfAKind } from './newsroom'
import { commentBox, postComment, signIn, signUp } from './steps'
import { expectFramework, expectNoFramework, watchVisits } from './worlds'

test('signing in from an article, and going back to it, leads to documents', async ({ page }) => {
  const { expectDocument } = watchVisits(page)
  const { article, email } = await givenStory()
  await page.goto(article.path)
  await expectDocument(article.path)
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, { email, password: goodPassword })
  await expect(page.getByText(/^Signed in as /)).toBeVisible()
  await expectFramework(page)
  await page.getByRole('banner').getByRole('link', { name: 'Tribune' }).click()
  await expectDocument('/')
  await readOn(page, article)

  await page.goto('/account')
  await page.goBack()
  await expect(page).toHaveURL(article.path)
  await expectNoFramework(page)
})

test('signing in on the way to an article shows the article as a document', async ({ page }) => {
  const { expectDocument } = watchVisits(page)
  const { article, email } = await givenStory()
  await page.goto(`/sign-in?next=${encodeURIComponent(article.path)}`)
  await signIn(page, { email, password: 'nine ferries at ten' })
  await signIn(page, { email, password: goodPassword })
  await expectDocument(article.path)
})

test('signing in with a kept text, posting it and going back to the article shows a document', async ({
  page,
}) => {
  const { expectDocument } = watchVisits(page)
  const { article, email } = await givenStory()
  await page.goto(article.path)
  await postComment(page, 'I was on the first ferry.')
  await signIn(page, { email, password: goodPassword })
  await expect(page).toHaveURL('/comments/new')
  await expect(commentBox(page)).toHaveValue('I was on the first ferry.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page.getByRole('link', { name: 'Back to the article' }).click()
  await expectDocument(article.path)
})

test('signing up, with and without a kept text, leads to documents', async ({ page, visitor }) => {
  const { article } = await givenStory()
  for (const one of [page, (await visitor()).page]) {
    const { expectDocument } = watchVisits(one)
    const who = {
      name: `Odo ${oneOfAKind()}`,
      email: `${randomUUID()}@readers.example`,
      password: goodPassword,
    }
    if (one === page) {
      await one.goto(article.path)
      await postComment(one, 'The third winter was the hardest.')
      await one.getByRole('link', { name: 'Create an account' }).click()
      await signUp(one, who)
      await expect(one).toHaveURL('/comments/new')
    } else {
      await one.goto(`/sign-up?next=${encodeURIComponent(article.path)}`)
      await signUp(one, who)
    }
    await one.goto(article.path)
    await expectDocument(article.path)
  }
})

test('from one’s account and a receipt back to the article, and signed out again, there are documents', async ({
  signedIn,
}) => {
  const { page, reader } = await signedIn()
  const { expectDocument } = watchVisits(page)
  const { article } = await givenStory()
  await givenPublished(reader, article)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Receipt' }).click()
  await page.getByRole('link', { name: 'See it in the conversation' }).click()
  await expectDocument(new RegExp(`${article.path}#`))
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expectDocument('/')
  await readOn(page, article)
})

async function givenStory() {
  const article = await givenArticle()
  const { email } = await givenReader('reader', { password: goodPassword })
  const { id } = await givenPublished(await givenReader(), article)
  return { article: { ...article, branch: `/comments/${id}/replies` }, email }
}

/** Through every kind of reader page, by links where there are some. */
async function readOn(page: Page, article: { id: number; path: string; branch: string }): Promise<void> {
  const { expectDocument } = watchVisits(page)
  await page.goto(article.path)
  await expectDocument(article.path)
  await page.getByRole('contentinfo').getByRole('link', { name: 'House rules' }).click()
  await expectDocument('/rules')
  await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click()
  await expectDocument('/about')
  for (const address of ['/', '/section/world', `/news/${article.id}/comments`, article.branch]) {
    await page.goto(address)
    await expectDocument(address)
  }
  await page.goto(`/news/${article.id}`)
  await expectDocument(article.path)
}
