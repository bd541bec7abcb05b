import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, goodPassword, oneOfAKind, section } from './newsroom'
import { arrive, commentBy, expectNothingHere, openReceipt, postComment, signUp } from './steps'

test('a newcomer creates an account, is signed in, writes, and gets a receipt: the comment waits', async ({
  page,
}) => {
  const article = await givenArticle()
  const name = `Odo ${oneOfAKind()}`
  await page.goto('/sign-up')
  await signUp(page, { name, email: `${randomUUID()}@readers.example`, password: goodPassword })
  await expect(page.getByText(`Signed in as ${name}`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()

  await arrive(page, article.path)
  await postComment(page, 'The third winter was the hardest.')
  await openReceipt(page)
  await expect(page.getByText('Waiting for review')).toBeVisible()
  await expect(page.getByText('The third winter was the hardest.')).toBeVisible()

  await page.goto('/account')
  await expect(page.getByRole('listitem').filter({ hasText: 'Waiting for review' })).toContainText(
    'The third winter was the hardest.',
  )
})

test('a comment that waits is on no page that anybody else can open, nor counted there', async ({
  page,
  request,
  signedIn,
  alarm,
}) => {
  const { reader } = await signedIn()
  const article = await givenArticle({ publishedAt: new Date() })
  const { id, body } = await givenComment(reader, article)
  const other = await signedIn()

  const addresses = [
    article.path,
    `/news/${article.id}/comments`,
    `/news/${article.id}/comments?sort=oldest`,
    `/news/${article.id}/comments?around=${id}`,
    `/comments/${id}/replies`,
    `/comments/${id}`,
    `/comments/${id}/receipt`,
    `/comments/new?article=${article.id}&parent=${id}`,
    '/',
    `/section/${section}`,
    '/account',
    '/account/comments',
    '/feed.xml',
    `/news/${article.id}/feed.xml`,
    `/api/v1/articles/${article.id}`,
  ]
  for (const address of addresses)
    for (const who of [request, other.request]) {
      const html = await (await who.get(address)).text()
      expect(html, address).not.toContain(body)
      expect(html, address).not.toContain(reader.name)
    }

  await arrive(page, article.path)
  await expect(page.getByRole('region', { name: 'Your Comment' })).toContainText('No comments yet')
  await expect(commentBy(page, reader.name)).toHaveCount(0)

  alarm.expectRefusal(`/comments/${id}`, 404)
  await page.goto(`/comments/${id}`)
  await expectNothingHere(page)
  alarm.expectRefusal(`/comments/${id}/receipt`, 404)
  await other.page.goto(`/comments/${id}/receipt`)
  await expectNothingHere(other.page)
})

test('a visitor who opens a receipt signs in first', async ({ page, signedIn }) => {
  const { reader } = await signedIn()
  const { id } = await givenComment(reader, await givenArticle())
  await page.goto(`/comments/${id}/receipt`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})
