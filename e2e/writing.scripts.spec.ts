import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as browserType } from '@playwright/test'
import { setConversation } from '@/lib/articles/commands'
import { chromium } from './chromium'
import { expect, test } from './fixtures'
import {
  givenApprovedReader,
  givenArticle,
  givenComment,
  givenPublished,
  givenReader,
  goodPassword,
} from './newsroom'
import { arrive, commentBox, commentBy, postComment, ready, signIn } from './steps'

const text = 'I was on the first ferry.\nIt was late.'
const fromBefore = 'This is your text from before, kept on this device.'

test('a text on a page of its own is there again after a reload, and can be thrown away', async ({
  page,
}) => {
  const article = await givenArticle()
  const address = `/comments/new?article=${article.id}`
  await page.goto(address)
  await ready(page)
  await commentBox(page).fill(text)
  await page.reload()
  await expect(commentBox(page)).toHaveValue(text)
  await expect(page.getByText(fromBefore).filter({ visible: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Discard this text' }).click()
  await expect(commentBox(page)).toHaveValue('')
  await page.reload()
  await ready(page)
  await expect(commentBox(page)).toHaveValue('')
})

test('a text on a page of its own survives the death of that page', async ({ house }) => {
  const article = await givenArticle()
  const folder = await mkdtemp(join(tmpdir(), 'tribune-killed-'))
  const context = await browserType.launchPersistentContext(folder, {
    ...chromium(process.env),
    baseURL: house.url,
  })
  const dying = await context.newPage()
  await arrive(dying, `/comments/new?article=${article.id}`)
  await commentBox(dying).fill(text)
  const crashed = dying.waitForEvent('crash')
  // It never answers: there is nobody any more.
  dying.goto('chrome://crash').catch(() => undefined)
  await crashed
  const after = await context.newPage()
  await arrive(after, `/comments/new?article=${article.id}`)
  await expect(commentBox(after)).toHaveValue(text)
  await context.close()
  await rm(folder, { recursive: true })
})

test('a text changed on its page while signing in was due is the newest one afterwards', async ({ page }) => {
  const [article, reader] = [await givenArticle(), await givenReader('reader', { password: goodPassword })]
  await arrive(page, `/comments/new?article=${article.id}`)
  await postComment(page, text)
  await signIn(page, { email: reader.email, password: goodPassword })
  await expect(page).toHaveURL(/\/comments\/new/)
  await expect(commentBox(page)).toHaveValue(text)
  await ready(page)
  await commentBox(page).fill(`${text} Very late.`)
  await page.reload()
  await expect(commentBox(page)).toHaveValue(`${text} Very late.`)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Waiting for review')).toBeVisible()
})

test('a change to a comment is a text of its own: kept through a reload, gone once it is saved', async ({
  signedIn,
}) => {
  const [{ page, reader }, article] = [await signedIn(await givenApprovedReader()), await givenArticle()]
  const { id } = await givenComment(reader, article, { body: 'It was on time.' })
  await arrive(page, `/comments/${id}/edit`)
  await commentBox(page).fill('It was late.')
  await page.reload()
  await expect(commentBox(page)).toHaveValue('It was late.')
  await expect(page.getByText(fromBefore).filter({ visible: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect(commentBy(page, reader.name)).toContainText('It was late.')
  await expect(commentBox(page)).toHaveValue('')
  const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('tribune.draft.'))
  expect(await page.evaluate(drafts)).toEqual([])
})

test('under an article whose conversation closed, a kept text is shown the way to', async ({ page }) => {
  const article = await givenArticle()
  await arrive(page, article.path)
  await commentBox(page).fill(text)
  await setConversation(article.id, 'closed')
  // What is decided elsewhere is in what is served within two seconds.
  await expect(async () => {
    await arrive(page, article.path)
    await expect(page.getByText('The conversation closed; your text is kept.')).toBeVisible({ timeout: 300 })
  }).toPass({ timeout: 5_000 })
  await page.getByRole('link', { name: 'See your text' }).click()
  await expect(commentBox(page)).toHaveValue(text)
})

test('what is selected in a comment is quoted in the answer to it, in place', async ({ page }) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  await givenPublished(author, article, { body: 'Nobody fell.\n\nSo they say.' })
  await arrive(page, article.path)
  const comment = commentBy(page, author.name)
  await comment.getByText('So they say.').selectText()
  await comment.getByRole('link', { name: 'Quote' }).click()
  await expect(commentBox(page)).toHaveValue('> So they say.\n\n')
  await expect(page).toHaveURL(article.path)
})

test('what is selected in the article is answered as a passage', async ({ page, signedIn }) => {
  const [author, article] = [await signedIn(await givenApprovedReader()), await givenArticle()]
  await arrive(author.page, article.path)
  await author.page.locator('#p1').evaluate((paragraph) => {
    const [words] = paragraph.childNodes
    if (words) getSelection()?.setBaseAndExtent(words, 4, words, 22)
  })
  const link = author.page.locator('#p1').getByRole('link')
  await expect(link).toHaveAttribute('data-chosen', 'Answer this')
  await link.click()
  await expect(author.page.getByRole('blockquote')).toHaveText('last stone was set')
  await postComment(author.page, 'I was there.')
  await expect(
    commentBy(author.page, author.reader.name).getByRole('link', { name: 'last stone was set' }),
  ).toBeVisible()
  await arrive(page, article.path)
  await expect(page.getByRole('link', { name: '1 comment on this paragraph' })).toBeVisible()
})

test('one’s own comment can be deleted from where it stands', async ({ signedIn }) => {
  const [{ page, reader }, article] = [await signedIn(), await givenArticle()]
  await arrive(page, article.path)
  await postComment(page, 'A *first* thought.')
  const comment = commentBy(page, reader.name)
  await expect(comment.locator('em')).toHaveText('first')
  await comment.getByRole('link', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete the comment' }).click()
  await arrive(page, article.path)
  await expect(page.getByText('Nobody has answered yet.')).toBeVisible()
  await expect(comment).toHaveCount(0)
})
