import { expect, test } from './fixtures'
import { givenApprovedReader, givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBox, commentBy, postComment } from './steps'

test('a newcomer’s comment appears where it was written, waiting, to its author alone', async ({
  signedIn,
  page: anyone,
}) => {
  const { page, reader } = await signedIn()
  const article = await givenArticle()
  await arrive(page, article.path)
  await postComment(page, 'The third winter was the hardest.\nAnd the longest.')
  const comment = commentBy(page, reader.name)
  await expect(comment).toContainText('Waiting for review')
  await expect(comment).toContainText('The third winter was the hardest.')
  await expect(comment).toBeFocused()
  await expect(page.getByText('Nobody has answered yet.')).toHaveCount(0)
  await expect(page.getByRole('status')).toHaveText('Your comment is sent. It waits for review.')
  await expect(page).toHaveURL(article.path)
  await expect(commentBox(page)).toHaveValue('')

  await page.reload()
  await expect(comment).toContainText('Waiting for review')
  await expect(comment.getByRole('link', { name: 'Edit' })).toBeVisible()
  await comment.getByRole('link', { name: 'Receipt' }).click()
  await expect(page).toHaveURL(/\/comments\/\d+\/receipt$/)

  const other = await signedIn()
  for (const visited of [anyone, other.page]) {
    const answered = visited.waitForResponse((answer) => answer.url().includes('/api/viewer'))
    await arrive(visited, article.path)
    await (await answered).finished()
    await expect(visited.getByText('Nobody has answered yet.')).toBeVisible()
    await expect(commentBy(visited, reader.name)).toHaveCount(0)
  }
})

test('an approved reader’s comment appears at once as everyone sees it, and the box is free again', async ({
  signedIn,
}) => {
  const { page, reader } = await signedIn(await givenApprovedReader())
  const article = await givenArticle()
  await arrive(page, article.path)
  for (const text of ['It is a fine bridge.', 'And a long one.']) {
    await postComment(page, text)
    const comment = commentBy(page, reader.name).filter({ hasText: text })
    await expect(comment).toBeFocused()
    await expect(comment.getByRole('link', { name: 'Reply' })).toBeVisible()
    await expect(comment.getByRole('link', { name: 'Edit' })).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`${article.path}#comment-\\d+$`))
    await expect(commentBox(page)).toHaveValue('')
  }
  await expect(commentBy(page, reader.name)).toContainText(['And a long one.', 'It is a fine bridge.'])
  await expect(page.getByRole('region', { name: 'Your Comment' })).toContainText('2 comments')
  await expect(page.getByRole('link', { name: '2 comments' })).toBeVisible()
  await expect(page.getByText('Nobody has answered yet.')).toHaveCount(0)
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
})

test('an answer is written and posted under its comment with the keyboard alone', async ({ signedIn }) => {
  const { page, reader } = await signedIn(await givenApprovedReader())
  const article = await givenArticle()
  const first = await givenReader()
  await givenPublished(first, article)
  await arrive(page, article.path)
  const parent = commentBy(page, first.name)
  const reply = parent.getByRole('link', { name: 'Reply' })
  await reply.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`You answer ${first.name}:`)).toBeVisible()
  await expect(commentBox(page)).toBeFocused()
  await page.keyboard.type('Not quite')
  await page.keyboard.press('Escape')
  await expect(page.getByText(`You answer ${first.name}:`)).toHaveCount(0)
  await expect(reply).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(commentBox(page)).toHaveValue('Not quite')
  await page.keyboard.press('End')
  await page.keyboard.type(': there were five winters.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Post comment' })).toBeFocused()
  await page.keyboard.press('Enter')
  const answer = commentBy(page, reader.name)
  await expect(answer).toBeFocused()
  await expect(answer).toContainText('Not quite: there were five winters.')
  const thread = page.getByRole('listitem').filter({ has: parent })
  await expect(thread.getByRole('list').getByRole('article')).toHaveAccessibleName(
    `Comment by ${reader.name}`,
  )
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toHaveCount(1)
})

test('one form is open at a time, and the page’s own comes back with its text', async ({ signedIn }) => {
  const { page } = await signedIn()
  const article = await givenArticle()
  const [first, second] = [await givenReader(), await givenReader()]
  await givenPublished(first, article)
  await givenPublished(second, article)
  await arrive(page, article.path)
  await commentBox(page).fill('Of my own.')
  await commentBy(page, first.name).getByRole('link', { name: 'Reply' }).click()
  await commentBox(page).fill('To the first.')
  await commentBy(page, second.name).getByRole('link', { name: 'Reply' }).click()
  await expect(commentBox(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Write a comment of your own' }).click()
  await expect(commentBox(page)).toBeFocused()
  await expect(commentBox(page)).toHaveValue('Of my own.')
  await commentBy(page, first.name).getByRole('link', { name: 'Reply' }).click()
  await expect(commentBox(page)).toHaveValue('To the first.')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(commentBy(page, first.name).getByRole('link', { name: 'Reply' })).toBeFocused()
})

test('an answer that is one of many appears though the page did not show it', async ({ signedIn }) => {
  const { page, reader } = await signedIn(await givenApprovedReader())
  const article = await givenArticle()
  const first = await givenReader()
  const { id } = await givenPublished(first, article)
  for (let index = 0; index < 4; index += 1)
    await givenPublished(await givenReader(), article, { parentId: id })
  await arrive(page, article.path)
  await expect(page.getByRole('link', { name: '1 more answer' })).toBeVisible()
  await commentBy(page, first.name).getByRole('link', { name: 'Reply' }).click()
  await postComment(page, 'The sixth voice.')
  await expect(commentBy(page, reader.name)).toBeFocused()
  await expect(commentBy(page, reader.name)).toContainText('The sixth voice.')
})
