import { givenDraft, givenPublication } from '@/lib/database/test-desk'
import { isModerator } from '@/lib/readers/viewer'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenReader, oneOfAKind } from './newsroom'

test('the desk begins with what waits: an editor’s own texts, what goes live next, and for everyone the comments', async ({
  signedIn,
}) => {
  const [{ page, reader }, moderator] = [await signedIn('editor'), await signedIn('moderator')]
  if (!isModerator(reader)) throw new Error('not an editor')
  const [begun, coming] = [`Begun ${oneOfAKind()}`, `Coming ${oneOfAKind()}`]
  const now = new Date()
  const { id } = await givenDraft(reader, { headline: begun }, now)
  const next = await givenDraft(reader, { headline: coming }, now)
  // Sooner than anything else that waits.
  const at = new Date(now.getTime() + 3_600_000)
  await givenPublication(reader, next.id, { when: { move: 'embargo', at } }, now)
  await givenComment(await givenReader(), await givenArticle())

  await page.goto('/admin')
  const part = (name: string) =>
    page
      .getByRole('main')
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 2, name }) })
  await expect(part('Goes live next').getByRole('listitem').filter({ hasText: coming })).toContainText(
    'until then under embargo',
  )
  await expect(part('What you are writing').getByRole('link', { name: coming })).toHaveCount(0)
  await expect(part('Comments')).toContainText(/\d+ comments? waiting/)
  await part('What you are writing').getByRole('link', { name: begun }).click()
  await expect(page).toHaveURL(`/admin/articles/${id}`)

  await moderator.page.goto('/admin')
  await expect(moderator.page.getByRole('heading', { level: 2 })).toHaveText(['Comments'])
  await moderator.page.getByRole('link', { name: 'Open the queue' }).click()
  await expect(moderator.page).toHaveURL(/\/admin\/queue/)
})
