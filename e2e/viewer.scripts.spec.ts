import type { Page } from '@playwright/test'
import { setConversation } from '@/lib/articles/commands'
import { db } from '@/lib/db'
import { banReader } from '@/lib/readers/commands'
import { liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenDecision, givenPublished, givenReader } from './newsroom'
import { arrive, commentBy } from './steps'

const banner = (page: Page) => page.getByRole('banner')

test('signing out from an article ends the session', async ({ signedIn }) => {
  const { page, reader } = await signedIn()
  await page.goto((await givenArticle()).path)
  await banner(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await expect(banner(page).getByRole('link', { name: 'Account' })).toHaveCount(0)
  await expect(banner(page).getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(await db().session.count({ where: { readerId: reader.id } })).toBe(0)

  await page.goBack()
  await expect(banner(page).getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(banner(page).getByText(reader.name)).toHaveCount(0)
})

test('a page that comes back from the browser’s memory asks again who reads', async ({ signedIn }) => {
  const { page, reader } = await signedIn()
  const article = await givenArticle()
  await givenComment(reader, article)
  await arrive(page, article.path)
  await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
  await db().session.deleteMany({ where: { readerId: reader.id } })
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(banner(page).getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText(reader.name)).toHaveCount(0)
})

test('a moderator finds the way to the desk', async ({ signedIn }) => {
  const { page } = await signedIn('moderator')
  await page.goto('/')
  await banner(page).getByRole('link', { name: 'Desk' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Held')
})

test('nothing on the page moves when the script comes and its reader becomes known, however long the name', async ({
  signedIn,
}) => {
  const { path } = await liveliestArticle()
  const { page } = await signedIn(await givenReader('moderator', { name: `Wilhelmina ${'W'.repeat(49)}` }))
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const address of [path, '/']) {
      let letIn = () => {}
      const held = new Promise<void>((resolve) => {
        letIn = resolve
      })
      await page.route('/islands/**', (route) => held.then(() => route.continue()), { times: 1 })
      await page.goto(address, { waitUntil: 'commit' })
      await expect.poll(() => page.evaluate(isDressed)).toBe(true)
      // Comments say how long ago they were once they are near.
      if (address === path) await page.locator('ol[data-roots]').scrollIntoViewIfNeeded()
      const before = await places(page)
      letIn()
      await expect(banner(page).getByRole('button', { name: 'Sign out' })).toBeVisible()
      if (address === path) await expect(page.locator('time[title]').first()).toHaveText(/ago$/)
      expect([width, address, await places(page)]).toEqual([width, address, before])
    }
  }
})

test('one’s own comment can be edited for as long as it may be, and nobody else’s', async ({ signedIn }) => {
  const article = await givenArticle()
  const { page, reader } = await signedIn()
  const other = await givenReader()
  await givenPublished(other, article)
  const { id } = await givenPublished(reader, article)
  await arrive(page, article.path)
  await expect(commentBy(page, reader.name)).toContainText(/Edit\s*\d minutes left/)
  await expect(commentBy(page, other.name).getByRole('link', { name: 'Edit' })).toHaveCount(0)
  await commentBy(page, reader.name).getByRole('link', { name: 'Edit' }).click()
  await expect(page).toHaveURL(`/comments/${id}/edit`)

  await page.clock.install()
  await arrive(page, article.path)
  await expect(commentBy(page, reader.name)).toContainText(/Edit\s*\d minutes? left/)
  await page.clock.runFor(5 * 60_000)
  await expect(commentBy(page, reader.name).getByRole('link', { name: 'Edit' })).toHaveCount(0)
  await expect(commentBy(page, reader.name)).not.toContainText('left')
})

test('a banned reader, and one whose conversation closed, still see what waits, and edit nothing', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const { page, reader } = await signedIn()
  const { body } = await givenComment(reader, article)
  await banReader(reader.email, 'spam', null)
  await arrive(page, article.path)
  await expect(commentBy(page, reader.name)).toContainText(body)
  await expect(commentBy(page, reader.name).getByRole('link', { name: 'Edit' })).toHaveCount(0)

  const second = await signedIn()
  await givenComment(second.reader, article)
  await setConversation(article.id, 'closed')
  await arrive(second.page, article.path)
  await expect(commentBy(second.page, second.reader.name)).toContainText('Waiting for review')
  await expect(commentBy(second.page, second.reader.name).getByRole('link', { name: 'Edit' })).toHaveCount(0)
})

test('an answer that waits stands under what it answers; a decided one is as everyone sees it', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const first = await givenReader()
  const parent = await givenPublished(first, article)
  const { page, reader } = await signedIn()
  const held = await givenComment(reader, article, { parentId: parent.id })
  const thread = page.getByRole('listitem').filter({ has: commentBy(page, first.name) })
  const answer = thread.getByRole('list').getByRole('article')
  for (const address of [
    article.path,
    `/news/${article.id}/comments?sort=oldest`,
    `/comments/${parent.id}/replies`,
  ]) {
    await page.goto(address)
    await expect(answer).toHaveAccessibleName(`Comment by ${reader.name}`)
    await expect(answer).toContainText('Waiting for review')
  }
  await givenDecision(held.id)
  await expect.poll(async () => (await page.request.get(article.path)).text()).toContain(held.body)
  await arrive(page, article.path)
  await expect(answer.getByRole('link', { name: 'Edit' })).toBeVisible()
  await expect(answer).not.toContainText('Waiting for review')
})

test('an edit that waits is marked on what readers still see', async ({ signedIn }) => {
  const article = await givenArticle()
  const { page, reader } = await signedIn()
  const { id } = await givenPublished(reader, article, { body: 'It took three winters.' })
  await arrive(page, `/comments/${id}/edit`)
  await page.getByRole('textbox', { name: 'Your comment' }).fill('It took four winters.')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect(page.getByText('Waiting for review')).toBeVisible()
  await arrive(page, article.path)
  await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
  await expect(commentBy(page, reader.name)).toContainText('It took three winters.')
})

/** Whether a page whose script is held back is there, with its style sheets and fonts. */
function isDressed(): boolean {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
  const isStyled = sheets.length > 0 && sheets.every(({ sheet }) => sheet !== null)
  // Before anything is laid out no font is being loaded, and that counts as all of them being there.
  const hasLetters = [...document.fonts].some(
    ({ family, status }) => family.replaceAll('"', '') === 'Newsreader' && status === 'loaded',
  )
  return isStyled && document.querySelector('body > footer') !== null && hasLetters
}

/** Where everything under the masthead stands. */
function places(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'header, nav, tribune-viewer, h1, main p:not([role=status]), main article',
      ),
    ].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.tagName, x, y, width, height].join(' ')
    }),
  )
}
