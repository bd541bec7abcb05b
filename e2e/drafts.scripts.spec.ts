import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as browserType } from '@playwright/test'
import { chromium } from './chromium'
import { expect, test } from './fixtures'
import { countComments, givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBox, commentBy, postComment } from './steps'

const text = 'I was on the first ferry.\nIt was late.'
const fromBefore = 'This is your text from before, kept on this device.'

test('a text that was not posted is there again on return, signed in or not, and can be thrown away', async ({
  page,
  context,
  signedIn,
}) => {
  const article = await givenArticle()
  await arrive(page, article.path)
  await commentBox(page).fill(text)
  await page.goto('/')
  await arrive(page, article.path)
  await expect(commentBox(page)).toHaveValue(text)
  await expect(page.getByText(fromBefore)).toBeVisible()

  await context.addCookies(await (await signedIn()).context.cookies())
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(commentBox(page)).toHaveValue(text)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await arrive(page, article.path)
  await expect(commentBox(page)).toHaveValue(text)
  expect(await countComments(article.id)).toBe(0)

  await page.getByRole('button', { name: 'Discard this text' }).click()
  await expect(commentBox(page)).toHaveValue('')
  await expect(commentBox(page)).toBeFocused()
  await page.reload()
  await expect(page.getByText(fromBefore)).toHaveCount(0)
  await expect(commentBox(page)).toHaveValue('')
})

test('a text survives the death of its page', async ({ house }) => {
  const article = await givenArticle()
  const folder = await mkdtemp(join(tmpdir(), 'tribune-killed-'))
  const open = () =>
    browserType.launchPersistentContext(folder, { ...chromium(process.env), baseURL: house.url })
  const before = await open()
  const dying = await before.newPage()
  await arrive(dying, article.path)
  await commentBox(dying).fill(text)
  const crashed = dying.waitForEvent('crash')
  // It never answers: there is nobody any more.
  dying.goto('chrome://crash').catch(() => undefined)
  await crashed
  const after = await before.newPage()
  await arrive(after, article.path)
  await expect(commentBox(after)).toHaveValue(text)
  await before.close()

  const again = await open()
  const page = await again.newPage()
  await arrive(page, article.path)
  await expect(commentBox(page)).toHaveValue(text)
  await again.close()
  await rm(folder, { recursive: true })
})

test('an answer that was begun is marked at its comment, and goes on there', async ({ page }) => {
  const article = await givenArticle()
  const author = await givenReader()
  await givenPublished(author, article)
  await arrive(page, article.path)
  await commentBy(page, author.name).getByRole('link', { name: 'Reply' }).click()
  await commentBox(page).fill(text)
  await page.reload()
  await expect(commentBox(page)).toHaveValue('')
  await expect(commentBy(page, author.name)).toContainText('draft kept')
  await commentBy(page, author.name).getByRole('link', { name: 'Reply' }).click()
  await expect(commentBox(page)).toHaveValue(text)
})

test('a posted text is kept no longer', async ({ signedIn }) => {
  const { page, reader } = await signedIn()
  const article = await givenArticle()
  await arrive(page, article.path)
  await postComment(page, text)
  await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
  const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('tribune.draft.'))
  expect(await page.evaluate(drafts)).toEqual([])
  await page.reload()
  await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
  await expect(commentBox(page)).toHaveValue('')
})

test('whoever leaves with a text that could not be kept is asked first; a kept one asks nothing', async ({
  page,
  visitor,
}) => {
  const article = await givenArticle()
  await arrive(page, article.path)
  await commentBox(page).click()
  await page.keyboard.type(text)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today’s news')

  const barred = await visitor()
  await barred.page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await arrive(barred.page, article.path)
  await commentBox(barred.page).click()
  await barred.page.keyboard.type(text)
  const asked = barred.page.waitForEvent('dialog')
  const leaving = barred.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
  await expect(commentBox(barred.page)).toHaveValue(text)

  await commentBox(barred.page).fill('')
  const closed = barred.page.waitForEvent('close')
  await barred.page.close({ runBeforeUnload: true })
  await closed
})
