import { expect, once, test } from './fixtures'
import { givenArticle, givenComment, givenDecision, givenPublished, givenReader, section } from './newsroom'
import { administrator } from './site'
import {
  arrive,
  commentBox,
  commentBy,
  expectNothingHere,
  findInQueue,
  openReceipt,
  postComment,
  problem,
  signIn,
  soon,
} from './steps'

/** What the site promises: what a moderator lets through is there for everyone within this. */

test('the administrator signs in, reads what waits, approves it, and within two seconds everyone reads it', async ({
  page,
  visitor,
  signedIn,
}) => {
  const article = await givenArticle({ publishedAt: new Date() })
  const author = await signedIn()
  await arrive(author.page, article.path)
  await postComment(author.page, 'I helped to carry the last stone.')
  await openReceipt(author.page)
  const receipt = author.page.url()

  await page.goto('/admin/queue')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await signIn(page, administrator)
  await expect(page).toHaveURL('/admin/queue')
  const item = await findInQueue(page, author.reader)
  await expect(item).toContainText('I helped to carry the last stone.')
  await expect(item.getByRole('link', { name: article.headline })).toHaveAttribute('href', article.path)
  await expect(item).toContainText('1 posted · 0 approved · 0 rejected')
  await item.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText(
    `Approved: the comment by ${author.reader.name} is public.`,
  )

  const anyone = await visitor()
  const html = async (path: string) => (await anyone.request.get(path)).text()
  await expect.poll(() => html(article.path), soon).toContain('I helped to carry the last stone.')
  await arrive(anyone.page, article.path)
  await expect(commentBy(anyone.page, author.reader.name)).toContainText('I helped to carry the last stone.')
  await expect(anyone.page.getByRole('region', { name: 'Your Comment' })).toContainText('1 comment')
  await expect(anyone.page.getByRole('link', { name: '1 comment' })).toBeVisible()
  await expect.poll(() => html(`/news/${article.id}/comments`), soon).toContain('1 comment')
  await anyone.page.goto(`/section/${section}`)
  await expect(anyone.page.getByRole('article').filter({ hasText: article.headline })).toContainText(
    '1 comment',
  )

  await author.page.goto(receipt)
  await expect(author.page.getByText('Published', { exact: true })).toBeVisible()
  await author.page.getByRole('link', { name: 'See it in the conversation' }).click()
  await expect(author.page).toHaveURL(new RegExp(`${article.path}#comment-\\d+$`))
})

test('a decision is taken back with one press, and the comment waits again', async ({
  signedIn,
  visitor,
}) => {
  const article = await givenArticle()
  const author = await signedIn()
  const { body } = await givenComment(author.reader, article)
  const moderator = await signedIn('moderator')
  await moderator.page.goto('/admin/queue')
  const item = await findInQueue(moderator.page, author.reader)
  await item.getByRole('button', { name: 'Approve' }).click()
  const anyone = await visitor()
  const html = async () => (await anyone.request.get(article.path)).text()
  await expect.poll(html, soon).toContain(body)

  await moderator.page.getByRole('button', { name: 'Undo' }).click()
  await expect(moderator.page.getByRole('status')).toContainText(
    `Undone: the comment by ${author.reader.name} stands as before.`,
  )
  await expect(moderator.page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect.poll(html, soon).not.toContain(body)
  await expect(await findInQueue(moderator.page, author.reader)).toContainText(body)
})

test('a decision of yesterday is taken back from the comment’s file, which shows what it answers and why it waits', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const [author, other] = [await givenReader(), await givenReader()]
  const root = await givenPublished(other, article, { body: 'Who carried the last stone?' })
  const { id } = await givenComment(author, article, { parentId: root.id })
  await givenDecision(id, 'insult')
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/comments/${id}`)
  await page.getByRole('button', { name: 'Undo the last decision' }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/comments/${id}\\?`))
  await expect(page.getByRole('status')).toContainText(
    `Undone: the comment by ${author.name} stands as before.`,
  )
  const item = page.getByRole('article', { name: author.name })
  await expect(item).toContainText('Who carried the last stone?')
  await expect(item).toContainText('Why here: newcomer: 0 of 2 approved')
  await expect(page.getByRole('button', { name: 'Undo the last decision' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: `answers ${other.name}` })).toHaveAttribute(
    'href',
    `/comments/${root.id}`,
  )
})

test('a rejected comment stays invisible, and its author is told the reason', async ({
  page,
  visitor,
  signedIn,
}) => {
  const article = await givenArticle()
  const author = await signedIn()
  const { id, body } = await givenComment(author.reader, article)
  const moderator = await signedIn('moderator')
  const item = await findInQueue(moderator.page, author.reader)
  await item.getByLabel('Reason for rejecting').selectOption('It attacks a person instead of arguing.')
  await item.getByLabel('A word to the author').fill('Say it again without the names.')
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(moderator.page.getByRole('status')).toContainText('Rejected')

  await author.page.goto(`/comments/${id}/receipt`)
  await expect(author.page.getByText('Not published', { exact: true })).toBeVisible()
  await expect(author.page.getByText('Reason: It attacks a person instead of arguing.')).toBeVisible()
  await expect(author.page.getByText('Say it again without the names.')).toBeVisible()
  await arrive(page, article.path)
  await expect(page.getByRole('region', { name: 'Your Comment' })).toContainText('No comments yet')
  const anyone = await visitor()
  expect(await (await anyone.request.get(article.path)).text()).not.toContain(body)
})

test('of two moderators who decide at once one wins, and the other is told who decided what', async ({
  visitor,
  signedIn,
}) => {
  const article = await givenArticle()
  const author = await givenReader()
  const { body } = await givenComment(author, article)
  const [first, second] = [await signedIn('moderator'), await signedIn('moderator')]
  const items = [await findInQueue(first.page, author), await findInQueue(second.page, author)]
  await items[0]?.getByRole('button', { name: 'Approve' }).click()
  await expect(first.page.getByRole('status')).toContainText('Approved')
  await items[1]?.getByRole('button', { name: 'Reject' }).click()
  await expect(problem(second.page, 'Nothing changed')).toContainText(
    `${first.reader.name} was faster and approved this comment`,
  )
  const anyone = await visitor()
  await expect.poll(async () => (await anyone.request.get(article.path)).text(), soon).toContain(body)
})

test('the desk’s own comment is published at once', async ({ signedIn }) => {
  const { page, reader } = await signedIn('editor')
  const article = await givenArticle()
  await arrive(page, article.path)
  await postComment(page, 'We corrected the date.')
  await expect(page).toHaveURL(new RegExp(`${article.path}#comment-\\d+$`))
  await expect(commentBy(page, reader.name)).toContainText('Staff')
  await expect(commentBox(page)).toHaveValue('')
})

const deskPages = [
  '/admin',
  '/admin/queue',
  '/admin/log',
  '/admin/appeals',
  '/admin/rules/reasons',
  '/admin/rules/house',
  '/admin/settings',
  '/admin/comments/1',
]

test('to readers the desk is not there, and visitors sign in first', async ({ page, signedIn, alarm }) => {
  const reader = await signedIn()
  for (const address of deskPages) {
    alarm.expectRefusal(address, 404)
    await reader.page.goto(address)
    await expectNothingHere(reader.page)
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  }
})

test('a reader who sends a decision anyway changes nothing', once, async ({ signedIn, request, baseURL }) => {
  const { request: asReader, reader } = await signedIn()
  const article = await givenArticle()
  const { id, body } = await givenComment(reader, article)
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  const form = { move: 'approve', revision: '1', seen: '1' }
  for (const [sender, status] of [[asReader, 403] as const, [request, 401] as const]) {
    const answer = await sender.post(`/api/admin/comments/${id}/decide`, { headers, form })
    expect(answer.status()).toBe(status)
  }
  expect(await (await request.get(article.path)).text()).not.toContain(body)
})

test('Enter in the note decides nothing: the first button would approve what a reason is given against', async ({
  signedIn,
}) => {
  const [{ page }, author] = [await signedIn('moderator'), await givenReader()]
  const comment = await givenComment(author, await givenArticle())
  await page.goto(`/admin/comments/${comment.id}`)
  const note = page.getByRole('textbox', { name: 'A word to the author (optional)' })
  await note.fill('Please say it without the name.')
  const sent = page.waitForRequest((request) => request.method() === 'POST', { timeout: 1_000 })
  await note.press('Enter')
  expect(await sent.catch(() => null)).toBeNull()
  await expect(note).toHaveValue('Please say it without the name.')
  await page.getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByRole('status')).toContainText('Rejected')
})
