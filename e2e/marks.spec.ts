import { expect, once, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBy, problem } from './steps'

test('a moderator picks and pins a comment; readers see both, and neither when they are taken back', async ({
  page,
  signedIn,
}) => {
  const [article, reader] = [await givenArticle(), await givenReader()]
  const { id } = await givenPublished(reader, article)
  const moderator = await signedIn('moderator')
  await moderator.page.goto(`/admin/comments/${id}`)
  await moderator.page.getByRole('button', { name: 'Pick', exact: true }).click()
  await expect(moderator.page.getByRole('button', { name: 'Unpick' })).toBeVisible()
  await moderator.page.getByRole('button', { name: 'Pin', exact: true }).click()
  await expect(moderator.page.getByRole('button', { name: 'Unpin' })).toBeVisible()
  await expect(moderator.page).toHaveURL(`/admin/comments/${id}`)

  const comment = commentBy(page, reader.name)
  await expect(async () => {
    await arrive(page, article.path)
    await expect(comment.getByText('Editors’ pick')).toBeVisible({ timeout: 100 })
    await expect(comment.getByText('Pinned')).toBeVisible({ timeout: 100 })
  }).toPass()

  await moderator.page.getByRole('button', { name: 'Unpick' }).click()
  await moderator.page.getByRole('button', { name: 'Unpin' }).click()
  await expect(moderator.page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  await expect(async () => {
    await arrive(page, article.path)
    await expect(comment).toBeVisible()
    await expect(comment.getByText('Editors’ pick')).toHaveCount(0)
    await expect(comment.getByText('Pinned')).toHaveCount(0)
  }).toPass()
})

test('a fourth pin is refused with a sentence, and an answer has no button for it', async ({ signedIn }) => {
  const article = await givenArticle()
  const ids: number[] = []
  for (let count = 0; count < 4; count += 1) ids.push((await givenPublished(await givenReader(), article)).id)
  const answer = await givenPublished(await givenReader(), article, { parentId: ids[0] ?? null })
  const { page } = await signedIn('moderator')
  for (const id of ids) {
    await page.goto(`/admin/comments/${id}`)
    await page.getByRole('button', { name: 'Pin', exact: true }).click()
    await expect(page).not.toHaveURL(/\/mark$/)
  }
  await expect(problem(page, 'Nothing changed')).toContainText('Three comments are pinned under this article')
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toBeVisible()
  await page.goto(`/admin/comments/${answer.id}`)
  await expect(page.getByRole('button', { name: 'Pick', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pin', exact: true })).toHaveCount(0)
})

test('a reader who sends a mark anyway changes nothing', once, async ({ signedIn, request, baseURL }) => {
  const { request: asReader, reader } = await signedIn()
  const article = await givenArticle()
  const { id } = await givenPublished(reader, article)
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  for (const [sender, status] of [[asReader, 403] as const, [request, 401] as const]) {
    const answer = await sender.post(`/api/admin/comments/${id}/mark`, {
      headers,
      form: { mark: 'pick', on: '1' },
    })
    expect(answer.status()).toBe(status)
  }
  expect(await (await request.get(article.path)).text()).not.toContain('Editors’ pick')
})
