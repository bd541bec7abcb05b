import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBox, commentBy, postComment, problem, soon } from './steps'

test('readers ask, a guest answers at once under their title, and the page counts both', async ({
  page,
  signedIn,
}) => {
  const [article, asker] = [await givenArticle(), await givenReader()]
  const guest = await signedIn()
  const { handle } = await db().reader.findUniqueOrThrow({
    where: { id: guest.reader.id },
    select: { handle: true },
  })
  const { page: desk } = await signedIn('editor')
  await desk.goto(`/admin/settings?article=${article.id}`)
  const questions = desk.getByRole('region', { name: 'Questions and guests' })
  await questions.getByRole('radio', { name: 'Questions' }).check()
  await questions.getByRole('button', { name: 'Save what readers write' }).click()
  await expect(desk.getByText('Readers read it so from now on.')).toBeVisible()
  await questions.getByRole('textbox', { name: 'Handle' }).fill('@nobody-has-this')
  await questions.getByRole('textbox', { name: 'Answers as' }).fill('Minister of ferries')
  await questions.getByRole('button', { name: 'Add the guest' }).click()
  await expect(problem(desk, 'Nobody has this handle.')).toBeVisible()
  await expect(questions.getByRole('textbox', { name: 'Answers as' })).toHaveValue('Minister of ferries')
  await questions.getByRole('textbox', { name: 'Handle' }).fill(`@${handle}`)
  await questions.getByRole('button', { name: 'Add the guest' }).click()
  await expect(questions.getByRole('listitem')).toContainText(`${guest.reader.name}, Minister of ferries`)
  const { id } = await givenPublished(asker, article, { body: 'When does it sail?' })
  await arrive(page, article.path)
  const region = page.getByRole('region', { name: 'Your Comment' })
  await expect(commentBox(page)).toHaveAttribute('placeholder', 'Your question')
  await expect(region.getByText('1 question, 0 answered')).toBeVisible()
  await expect(region).toContainText(`Answering: ${guest.reader.name}, Minister of ferries`)

  await guest.page.goto(`/comments/new?article=${article.id}&parent=${id}`)
  await postComment(guest.page, 'At nine.')
  await expect(guest.page).toHaveURL(/#comment-\d+$/)
  await arrive(page, article.path)
  await expect(region.getByText('1 question, 1 answered')).toBeVisible()
  const answer = commentBy(page, guest.reader.name)
  await expect(answer).toContainText('At nine.')
  await expect(answer.getByRole('banner').or(answer.locator('header'))).toContainText('Minister of ferries')

  await questions.getByRole('button', { name: 'Take off' }).click()
  await expect(questions.getByText('Nobody answers as a guest.')).toBeVisible()
  await expect
    .poll(async () => (await page.request.get(article.path)).text(), soon)
    .not.toContain('Answering:')
})
