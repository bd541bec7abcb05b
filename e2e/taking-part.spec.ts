import { editComment } from '@/lib/comments/commands-edit'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import {
  givenApprovedReader,
  givenArticle,
  givenComment,
  givenPublished,
  givenReader,
  goodPassword,
} from './newsroom'
import { arrive, commentBy, findInQueue, signIn } from './steps'

test('a reader recommends a comment and takes it back; everybody sees the number', async ({
  signedIn,
  visitor,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { id } = await givenPublished(author, article)
  const { page } = await signedIn()
  const anyone = await visitor()
  const html = async () => (await anyone.request.get(article.path)).text()
  await page.goto(`/comments/${id}/more`)
  await page.getByRole('button', { name: 'Recommend' }).click()
  await expect(page).toHaveURL(new RegExp(`#comment-${id}$`))
  await expect(commentBy(page, author.name).getByRole('button', { name: /^Recommend/ })).toContainText('1')
  await expect.poll(html).toContain('data-recommends="">1<')

  await page.goto(`/comments/${id}/more`)
  await expect(page.getByText('You have recommended it.')).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect.poll(html).toContain('data-recommends=""><')
})

test('a visitor who recommends signs in first, and can recommend then', async ({
  page,
  alarm,
  javaScriptEnabled,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const reader = await givenReader('reader', { password: goodPassword })
  const { id } = await givenPublished(author, article)
  await arrive(page, article.path)
  // The browser's script asks first; the page that follows says why.
  if (javaScriptEnabled) alarm.expectRefusal(`/api/comments/${id}/vote`, 401)
  const recommend = commentBy(page, author.name).getByRole('button', { name: /^Recommend/ })
  await recommend.click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page, { email: reader.email, password: goodPassword })
  await expect(page).toHaveURL(`/comments/${id}/more`)
  await page.getByRole('button', { name: 'Recommend' }).click()
  await expect(recommend).toContainText('1')
})

test('a report is made once, reaches the desk with its words, and is answered by a decision', async ({
  signedIn,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { id } = await givenPublished(author, article)
  const reporter = await signedIn()
  await arrive(reporter.page, article.path)
  await commentBy(reporter.page, author.name).getByRole('link', { name: 'Report' }).click()
  await reporter.page.getByLabel('It attacks a person instead of arguing.').check()
  await reporter.page.getByLabel('What else the desk should know').fill('He names my sister.')
  await reporter.page.getByRole('button', { name: 'Send the report' }).click()
  await expect(reporter.page.getByRole('status')).toContainText('Thank you. A moderator reads it.')
  await reporter.page.goto(`/comments/${id}/report`)
  await expect(reporter.page.getByText('You have reported this comment.')).toBeVisible()
  await expect(reporter.page.getByRole('button', { name: 'Send the report' })).toHaveCount(0)

  const desk = await signedIn('moderator')
  await desk.page.goto(`/admin/comments/${id}`)
  const report = desk.page.getByRole('listitem').filter({ hasText: `by ${reporter.reader.name}` })
  await expect(report).toContainText('He names my sister.')
  await expect(report).toContainText('not decided yet')
  await desk.page.getByRole('button', { name: 'Approve' }).click()
  await desk.page.goto(`/admin/comments/${id}`)
  await expect(report).toContainText('not agreed with')
})

test('three known readers’ reports take a comment away until a moderator has read it', async ({
  page,
  signedIn,
}) => {
  const article = await givenArticle()
  const author = await givenApprovedReader()
  // Published by the checks alone: no person has approved it.
  const { id, body } = await givenComment(author, article)
  const html = async () => (await page.request.get(article.path)).text()
  expect(await html()).toContain(body)
  for (let count = 0; count < 3; count += 1) {
    const { page: theirs } = await signedIn(await givenApprovedReader())
    await theirs.goto(`/comments/${id}/report`)
    await theirs.locator('input[value=spam]').check()
    await theirs.getByRole('button', { name: 'Send the report' }).click()
    await expect(theirs.getByRole('status')).toContainText('Thank you. A moderator reads it.')
  }
  await expect.poll(html).not.toContain(body)
  const desk = await signedIn('moderator')
  await (await findInQueue(desk.page, author)).getByRole('button', { name: 'Approve' }).click()
  await expect.poll(html).toContain(body)
})

test('a saved comment stands in the reader’s own list until it is taken out', async ({ signedIn }) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { id, body } = await givenPublished(author, article)
  const { page } = await signedIn()
  await arrive(page, article.path)
  await commentBy(page, author.name).getByRole('link', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.goto('/account/saved')
  await expect(page.getByText(body)).toBeVisible()
  await page.getByRole('button', { name: 'Take it out' }).click()
  await expect(page).toHaveURL('/account/saved')
  await expect(page.getByText(body)).toHaveCount(0)
  await page.goto(`/comments/${id}/more`)
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible()
})

test('a muted reader’s comments are folded away with scripts, and come back when they are heard again', async ({
  signedIn,
  javaScriptEnabled,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { body } = await givenPublished(author, article)
  const { page } = await signedIn()
  await arrive(page, article.path)
  await commentBy(page, author.name).getByRole('link', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Mute' }).click()
  await arrive(page, article.path)
  const comment = commentBy(page, author.name)
  if (javaScriptEnabled) {
    await expect(comment.getByText('Comment by a reader you muted')).toBeVisible()
    await expect(comment.getByText(body)).toBeHidden()
    await comment.getByRole('button', { name: 'Show it' }).click()
  }
  await expect(comment.getByText(body)).toBeVisible()
  await page.goto('/account/muted')
  await expect(page.getByText('Without scripts a page is the same for everyone')).toBeVisible()
  await page.getByRole('button', { name: 'Hear them again' }).click()
  await page.goto('/account/muted')
  await expect(page.getByText('You have muted nobody.')).toBeVisible()
  await arrive(page, article.path)
  await expect(comment.getByText(body)).toBeVisible()
})

test('a profile lists what its reader wrote, never what they took their name off, and closes at once', async ({
  page,
  signedIn,
}) => {
  const article = await givenArticle()
  const { page: own, reader } = await signedIn()
  const named = await givenPublished(reader, article)
  const held = await givenComment(reader, article)
  await arrive(page, article.path)
  await commentBy(page, reader.name).getByRole('link', { name: reader.name }).first().click()
  await expect(page).toHaveURL(/\/u\/ana-/)
  const profile = new URL(page.url()).pathname
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reader.name)
  await expect(page.getByText(named.body)).toBeVisible()
  await expect(page.getByText(held.body)).toHaveCount(0)
  await expect(page.getByRole('link', { name: article.headline }).first()).toBeVisible()

  await own.goto('/account/privacy')
  await own.getByLabel('Shows your name alone').check()
  await own.getByRole('button', { name: 'Save' }).click()
  const html = async () => (await page.request.get(profile)).text()
  await expect.poll(html).not.toContain(named.body)
  expect(await html()).toContain('noindex')
  await page.goto(profile)
  await expect(page.getByText('This reader keeps their list of comments to themselves.')).toBeVisible()
  expect((await page.request.get('/u/nobody-has-this-handle')).status()).toBe(404)
})

test('who signs up under a name that looks taken keeps what they typed and is offered another', async ({
  page,
}) => {
  const taken = await givenReader()
  await page.goto('/sign-up')
  const name = taken.name.replace('Ana', 'Аnа')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Email' }).fill('somebody@readers.example')
  await page.getByLabel('Password').fill('nine ferries at noon')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText(`“${name} 2” is free.`)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name)
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('somebody@readers.example')
  await expect(page.getByLabel('Password')).toHaveValue('')
})

test('a report is about the wording that was read, though its author changed it meanwhile', async ({
  signedIn,
}) => {
  const [author, reporter] = [await givenApprovedReader(), await signedIn()]
  const { id } = await givenComment(author, await givenArticle(), { body: 'He is a fool, and so are you.' })
  const { publicRevisionId: revisionId } = await db().comment.findUniqueOrThrow({ where: { id } })
  await reporter.page.goto(`/comments/${id}/report`)
  const change = { commentId: id, revisionId: revisionId ?? 0, body: 'He is a friend of mine.' }
  expect(await editComment(author, change, new Date())).toMatchObject({ ok: true })
  await reporter.page.getByLabel('It attacks a person instead of arguing.').check()
  await reporter.page.getByRole('button', { name: 'Send the report' }).click()
  await expect(reporter.page.getByRole('status')).toContainText('Thank you. A moderator reads it.')
  expect(await db().report.findFirstOrThrow({ where: { commentId: id } })).toMatchObject({ revisionId })
})
