import { expect, test } from './fixtures'
import { givenArticle, givenDecision, givenPublished, givenReader } from './newsroom'
import { arrive, commentBox, commentBy, findInQueue, openReceipt, soon } from './steps'

test('an answer stands under the comment it answers', async ({ page, signedIn }) => {
  const article = await givenArticle()
  const first = await givenReader()
  const { body } = await givenPublished(first, article)
  const answerer = await signedIn()

  await arrive(answerer.page, article.path)
  await commentBy(answerer.page, first.name).getByRole('link', { name: 'Reply' }).click()
  await expect(answerer.page.getByText(`You answer ${first.name}:`)).toBeVisible()
  await expect(answerer.page.getByText(body)).toBeVisible()
  await commentBox(answerer.page).fill('Not quite: there were five winters.')
  await answerer.page.getByRole('button', { name: 'Post comment' }).click()
  await openReceipt(answerer.page)
  const id = Number(/comments\/(\d+)\//.exec(answerer.page.url())?.[1])
  await givenDecision(id)

  await expect
    .poll(async () => (await page.request.get(article.path)).text(), soon)
    .toContain('there were five winters')
  await page.goto(`/comments/${id}`)
  await expect(page).toHaveURL(`${article.path}#comment-${id}`)
  const thread = page.getByRole('listitem').filter({ has: commentBy(page, first.name) })
  await expect(thread.getByRole('list').getByRole('article')).toHaveAccessibleName(
    `Comment by ${answerer.reader.name}`,
  )
  await expect(page.getByRole('region', { name: 'Your Comment' })).toContainText('2 comments')
})

test('while an edit waits everyone still reads the approved text, and then the new one', async ({
  page,
  signedIn,
}) => {
  const article = await givenArticle()
  const author = await signedIn()
  const { id } = await givenPublished(author.reader, article, { body: 'It took three winters.' })

  await author.page.goto(`/comments/${id}/receipt`)
  await author.page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(commentBox(author.page)).toHaveValue('It took three winters.')
  await commentBox(author.page).fill('It took four winters.')
  await author.page.getByRole('button', { name: 'Save the change' }).click()
  await expect(author.page.getByText('Waiting for review')).toBeVisible()
  await expect(author.page.getByText('Until then readers see the text from before.')).toBeVisible()

  await arrive(page, article.path)
  await expect(commentBy(page, author.reader.name)).toContainText('It took three winters.')
  await expect(page.getByText('It took four winters.')).toHaveCount(0)

  const moderator = await signedIn('moderator')
  const item = await findInQueue(moderator.page, author.reader)
  await expect(item).toContainText('It took four winters.')
  await expect(item).toContainText('Edit of a public comment. What changed from what readers see:')
  await expect(item.getByRole('deletion')).toHaveText('three')
  await expect(item.getByRole('insertion')).toHaveText('four')
  await item.getByRole('button', { name: 'Approve' }).click()
  await expect(moderator.page.getByRole('status')).toContainText('Approved')
  await expect
    .poll(async () => (await page.request.get(article.path)).text(), soon)
    .toContain('It took four winters.')
  await arrive(page, article.path)
  await expect(commentBy(page, author.reader.name)).toContainText('edited')
  await expect(page.getByText('It took three winters.')).toHaveCount(0)
})

test('a rejected edit leaves the approved text where it is', async ({ page, signedIn }) => {
  const article = await givenArticle()
  const author = await signedIn()
  const { id } = await givenPublished(author.reader, article, { body: 'It took three winters.' })
  await author.page.goto(`/comments/${id}/edit`)
  await commentBox(author.page).fill('Buy your bridges here.')
  await author.page.getByRole('button', { name: 'Save the change' }).click()
  await expect(author.page.getByText('Your change waits for review.')).toBeVisible()
  await givenDecision(id, 'spam')

  await author.page.goto(`/comments/${id}/receipt`)
  await expect(author.page.getByText('A moderator rejected your change')).toBeVisible()
  await arrive(page, article.path)
  await expect(commentBy(page, author.reader.name)).toContainText('It took three winters.')
  await expect(page.getByText('Buy your bridges here.')).toHaveCount(0)
})

test('nobody edits another’s comment', async ({ signedIn, alarm, baseURL }) => {
  const article = await givenArticle()
  const { id, body } = await givenPublished(await givenReader(), article)
  const other = await signedIn()
  alarm.expectRefusal(`/comments/${id}/edit`, 404)
  await other.page.goto(`/comments/${id}/edit`)
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  const form = { revision: '1', body: 'Mine now.' }
  expect((await other.request.post(`/api/comments/${id}/edit`, { headers, form })).status()).toBe(404)
  expect(await (await other.request.get(article.path)).text()).toContain(body)
})
