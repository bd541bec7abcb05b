import type { Page } from '@playwright/test'
import { deleteComment } from '@/lib/comments/commands-delete'
import { editComment } from '@/lib/comments/commands-edit'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenApprovedReader, givenArticle, givenComment, givenDecision } from './newsroom'
import { arrive, commentBy, postComment } from './steps'

test('new comments are offered by a button, and nothing moves until it is pressed', async ({
  page,
  signedIn,
}) => {
  const article = await givenArticle()
  const reader = await givenApprovedReader()
  const first = await givenComment(reader, article)
  await read(page, article.path)
  const shown = commentBy(page, reader.name)
  await shown.scrollIntoViewIfNeeded()
  const before = await shown.boundingBox()

  const { page: writing, reader: writer } = await signedIn(await givenApprovedReader())
  await arrive(writing, article.path)
  await postComment(writing, 'It moves when the wind does.')
  await expect(commentBy(writing, writer.name)).toBeFocused()
  await givenComment(reader, article, { parentId: first.id, body: 'An answer to the first.' })

  const offer = page.getByRole('button', { name: '2 new comments' })
  await expect(offer).toBeVisible()
  await expect(commentBy(page, writer.name)).toHaveCount(0)
  expect(await shown.boundingBox()).toEqual(before)
  await expect(page.getByRole('region', { name: 'Your Comment' })).toContainText('3 comments')

  await offer.press('Enter')
  const brought = commentBy(page, writer.name)
  await expect(brought).toContainText('It moves when the wind does.')
  await expect(brought).toBeFocused()
  await expect(commentBy(page, reader.name).filter({ hasText: 'An answer to the first.' })).toBeVisible()
  await expect(offer).toHaveCount(0)
})

test('what a moderator removes is gone from open pages, and its room stays', async ({ page }) => {
  const article = await givenArticle()
  const reader = await givenApprovedReader()
  const below = await givenComment(reader, article, { body: 'What stands below.' })
  const removed = await givenComment(reader, article, { body: 'What has to go.' })
  await read(page, article.path)
  const place = page.locator(`#comment-${removed.id}`)
  await place.scrollIntoViewIfNeeded()
  await expect(place).toContainText('What has to go.')
  const before = await page.locator(`#comment-${below.id}`).boundingBox()
  await givenDecision(removed.id, 'insult')
  await expect(place).not.toContainText('What has to go.')
  await expect(page.getByText('What has to go.')).toHaveCount(0)
  expect(await page.locator(`#comment-${below.id}`).boundingBox()).toEqual(before)
})

test('what somebody changes is read in its new words on open pages, marked as edited; a name that is taken off goes', async ({
  page,
}) => {
  const article = await givenArticle()
  const reader = await givenApprovedReader()
  const { id } = await givenComment(reader, article, { body: 'It moves at nine.' })
  await read(page, article.path)
  const comment = page.locator(`#comment-${id}`)
  await expect(comment).toContainText('It moves at nine.')
  await expect(comment).not.toContainText('edited')
  const { currentRevisionId: revisionId } = await db().comment.findUniqueOrThrow({ where: { id } })
  await editComment(reader, { commentId: id, revisionId, body: 'It moves at *ten*.' }, new Date())
  await expect(comment).toContainText('It moves at ten.')
  await expect(comment.locator('header')).toContainText('edited')
  await expect(comment.getByRole('button', { name: 'Recommend' })).toBeVisible()
  await deleteComment(reader, { commentId: id, what: 'name' }, new Date())
  await expect(commentBy(page, 'A reader')).toContainText('It moves at ten.')
  await expect(page.getByText(reader.name)).toHaveCount(0)
})

test('one’s own comment that waited stands as everyone reads it once it is approved', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const { page, reader } = await signedIn()
  await read(page, article.path)
  const written = await givenComment(reader, article, { body: 'Waiting for somebody.' })
  await heardAfter(page, () => page.reload())
  await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
  await givenDecision(written.id)
  await page.getByRole('button', { name: '1 new comment' }).click()
  await expect(commentBy(page, reader.name)).toHaveCount(1)
  await expect(commentBy(page, reader.name)).not.toContainText('Waiting for review')
})

/** Opens a page and waits until it hears what happens. */
async function read(page: Page, path: string): Promise<void> {
  await heardAfter(page, () => arrive(page, path))
}

/** Waits for the stream of what happens, which a short page opens before it has been scrolled at all. */
async function heardAfter(page: Page, arriving: () => Promise<unknown>): Promise<void> {
  const stream = page.waitForResponse((answer) => answer.url().includes('/live?after='))
  await arriving()
  await page.getByRole('region', { name: 'Your Comment' }).scrollIntoViewIfNeeded()
  expect((await stream).status()).toBe(200)
}
