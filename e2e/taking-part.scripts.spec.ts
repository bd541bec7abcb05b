import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBy } from './steps'

test('a recommendation is made and taken back in place, and is there when the reader comes back', async ({
  signedIn,
  visitor,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  await givenPublished(author, article)
  const { page } = await signedIn()
  await arrive(page, article.path)
  const button = commentBy(page, author.name).getByRole('button', { name: /^Recommend/ })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(button).toHaveText('Recommended 1')
  await expect(page).toHaveURL(article.path)
  await arrive(page, article.path)
  await expect(button).toHaveAttribute('aria-pressed', 'true')

  const anyone = await visitor()
  await arrive(anyone.page, article.path)
  const theirs = commentBy(anyone.page, author.name).getByRole('button', { name: /^Recommend/ })
  await expect(theirs).toHaveText('Recommend 1')
  await expect(theirs).not.toHaveAttribute('aria-pressed', 'true')

  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expect(button).toHaveText(/^Recommend\s*$/)
})

test('one’s own comment cannot be recommended, and the page says so', async ({ signedIn, alarm }) => {
  const article = await givenArticle()
  const { page, reader } = await signedIn()
  const { id } = await givenPublished(reader, article)
  await arrive(page, article.path)
  alarm.expectRefusal(`/api/comments/${id}/vote`, 409)
  await commentBy(page, reader.name)
    .getByRole('button', { name: /^Recommend/ })
    .click()
  await expect(page.getByText('It is your own comment.')).toBeVisible()
})
