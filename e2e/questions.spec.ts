import { changeConversation } from '@/lib/articles/commands-conversation'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBox, commentBy, postComment } from './steps'

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
  await changeConversation(article.id, {
    mode: 'questions',
    guests: [{ handle, title: 'Minister of ferries' }],
    noGuests: [],
  })
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
})
