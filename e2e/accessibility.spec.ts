import type { Page } from '@playwright/test'
import { errorAddresses, liveliestArticle, publicAddresses } from './addresses'
import { moderationAddresses, newsroomAddresses } from './addresses-desk'
import { doors, readerAddresses } from './addresses-private'
import { refusedRequests, sendInPage } from './addresses-refused'
import { barriersOf } from './barriers'
import { expect, test } from './fixtures'
import { inTime, isLong, listed } from './listed'
import { givenArticle, givenComment, givenPublished, givenReader } from './newsroom'
import { arrive, commentBy, postComment } from './steps'

/** In the dark only the colours differ. */
const rules = { light: undefined, dark: ['color-contrast'] }

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'the examination itself is a script')
test.beforeEach(() => {
  if (isLong) test.setTimeout(300_000)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('readers’ pages have no barrier that a machine can find', async ({ page, alarm }) => {
      const { id, path } = await liveliestArticle()
      const news = [
        '/',
        path,
        `/news/${id}/comments`,
        `/news/${id}/comments?q=the`,
        '/section/world',
        '/rules',
      ]
      // In the dark and at length accessibility-matrix.spec.ts goes to all of them.
      const list =
        isLong && colorScheme === 'light'
          ? await publicAddresses()
          : [...listed(news), ...(await errorAddresses())]
      for (const { address, status } of [...list, ...doors]) {
        if (status !== 200) alarm.expectRefusal(address, status)
        await examine(page, colorScheme, address)
      }
    })

    // They come from the tokens, whose contrast is computed (app/contrast.test.ts): of pages nobody reads news on once
    // more only at length.
    if (colorScheme === 'dark' && !isLong) return

    test('a reader’s own pages have no barrier that a machine can find', async ({ signedIn }) => {
      const { page, reader } = await signedIn()
      for (const { address } of inTime(await readerAddresses(reader)))
        await examine(page, colorScheme, address)
      await page.goto(`/comments/new?article=${(await givenArticle()).id}`)
      await examine(page, colorScheme)
      await postComment(page, 'a'.repeat(5_001))
      await examine(page, colorScheme)
    })

    test('what is refused has no barrier that a machine can find', async ({ signedIn, alarm }) => {
      test.skip(!isLong, 'npm run test:long')
      const { page } = await signedIn('editor')
      for (const refused of refusedRequests((await givenArticle()).id)) {
        await sendInPage(page, refused, alarm)
        await examine(page, colorScheme)
      }
    })

    test('a conversation at work has no barrier that a machine can find', async ({ signedIn }) => {
      const { page, reader } = await signedIn()
      const article = await givenArticle()
      const author = await givenReader()
      await givenPublished(author, article)
      await arrive(page, article.path)
      await postComment(page, 'A thought.')
      await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
      await commentBy(page, author.name).getByRole('link', { name: 'Reply' }).click()
      await postComment(page, 'a'.repeat(5_001))
      await expect(page.getByRole('alert')).toBeVisible()
      await examine(page, colorScheme)
    })

    test('the desk’s pages about comments and readers have no barrier that a machine can find', async ({
      signedIn,
    }) => {
      const editor = await signedIn('editor')
      for (const { address } of inTime(await moderationAddresses(editor)))
        await examine(editor.page, colorScheme, address)
    })

    test('the desk’s pages about articles and the house have no barrier that a machine can find', async ({
      signedIn,
    }) => {
      const editor = await signedIn('editor')
      for (const { address } of inTime(await newsroomAddresses(editor)))
        await examine(editor.page, colorScheme, address)
    })

    test('the queue’s keys have no barrier that a machine can find', async ({ signedIn }) => {
      const { page } = await signedIn('editor')
      await givenComment(await givenReader(), await givenArticle())
      await page.goto('/admin/queue')
      await page.getByRole('button', { name: 'Keys', exact: true }).click()
      await examine(page, colorScheme)
    })

    test('readers’ files have no barrier that a machine can find', async ({ signedIn }) => {
      const { page } = await signedIn('editor')
      await examine(page, colorScheme, '/admin/readers')
      await page.getByRole('list').getByRole('link').nth(-1).click()
      for (const folded of ['Lay a sanction on them', 'Write a note', 'Write to them'])
        await page.getByText(folded).click()
      await examine(page, colorScheme)
    })
  })
}

async function examine(page: Page, scheme: keyof typeof rules, address?: string): Promise<void> {
  if (address) await page.goto(address)
  const only = rules[scheme]
  expect.soft([page.url(), await barriersOf(page, only ? { only } : {})]).toEqual([page.url(), []])
}
