import { postComment } from '@/lib/comments/commands'
import { expect, test } from './fixtures'
import { givenApprovedReader, givenArticle, givenComment, givenReader, givenReport } from './newsroom'
import { commentBy, problem } from './steps'

test('what somebody reads is marked with their name for the others', async ({ signedIn }) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  await givenComment(author, article)
  const queue = `/admin/queue?article=${article.id}`
  const [first, second] = [await signedIn('moderator'), await signedIn('moderator')]
  await first.page.goto(queue)
  await expect(commentBy(first.page, author.name)).toContainText(/waiting \d minutes?/)
  await expect(commentBy(first.page, author.name)).toContainText('no report upheld')
  await second.page.goto(queue)
  // Somebody who reads the whole queue may have been faster.
  await expect(commentBy(second.page, author.name)).toContainText(/reads this until \d\d:\d\d/)
})

test('on a phone what was decided is said right above what comes next', async ({
  signedIn,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled !== false, 'with scripts the page stays where it is')
  const article = await givenArticle()
  const [one, two] = [await givenReader(), await givenReader()]
  for (const author of [one, two]) await givenComment(author, article)
  const { page } = await signedIn('moderator')
  await page.setViewportSize({ width: 360, height: 400 })
  await page.goto(`/admin/queue?article=${article.id}`)
  await commentBy(page, one.name).getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText(`Approved: the comment by ${one.name} is public.`)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport()
  await expect(commentBy(page, two.name)).toBeInViewport()
})

test('what is ticked is decided together, and taken back together', async ({ signedIn }) => {
  const article = await givenArticle()
  const authors = [await givenReader(), await givenReader(), await givenReader()]
  for (const author of authors) await givenComment(author, article)
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/queue?article=${article.id}`)
  for (const { name } of authors.slice(0, 2))
    await page.getByRole('checkbox', { name: `Tick the comment by ${name}` }).check()
  await page
    .getByRole('form', { name: 'Decide about all that are ticked' })
    .getByLabel('Reason for rejecting')
    .selectOption('It advertises something.')
  await page.getByRole('button', { name: 'Reject ticked' }).click()
  await expect(page.getByRole('status')).toContainText('2 comments were rejected together.')
  await expect(page).toHaveURL(new RegExp(`article=${article.id}&batch=\\d+#decided$`))
  await expect(commentBy(page, authors[0]?.name ?? '')).toHaveCount(0)
  await expect(commentBy(page, authors[2]?.name ?? '')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status')).toContainText('Undone: 2 comments stand as before.')
  for (const { name } of authors) await expect(commentBy(page, name)).toBeVisible()
})

test('deciding about nothing says so, and one that was decided meanwhile is left as it is', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const authors = [await givenReader(), await givenReader()]
  for (const author of authors) await givenComment(author, article)
  const [first, second] = [await signedIn('moderator'), await signedIn('moderator')]
  const queue = `/admin/queue?article=${article.id}&show=all`
  await first.page.goto(queue)
  await first.page.getByRole('button', { name: 'Approve ticked' }).click()
  await expect(problem(first.page, 'No comment was ticked.')).toBeVisible()
  for (const { name } of authors)
    await first.page.getByRole('checkbox', { name: `Tick the comment by ${name}` }).check()
  await second.page.goto(queue)
  const item = commentBy(second.page, authors[0]?.name ?? '')
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(second.page.getByRole('status')).toContainText('Rejected')
  await first.page.getByRole('button', { name: 'Approve ticked' }).click()
  await expect(first.page.getByRole('status')).toContainText(
    '1 comment was approved. 1 was left as it is: somebody decided or changed it meanwhile.',
  )
})

test('a queue is narrowed, saved under a name with its promise, found at the side, and removed', async ({
  signedIn,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  await givenComment(author, article)
  await givenComment(author, await givenArticle())
  const { page } = await signedIn('moderator')
  await page.goto('/admin/queue')
  await page.getByText('Narrow this queue').click()
  await page.getByLabel('Author’s number').fill(String(author.id))
  await page.getByLabel('News ID').fill(String(article.id))
  await page.getByLabel('Held by').selectOption('Newcomer')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(commentBy(page, author.name)).toContainText('newcomer: 0 of 2 approved')

  const name = `Bridge ${article.id}`
  await page.getByText('Save this queue for the newsroom').click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Read within (minutes)').fill('0')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(problem(page, 'The time is a whole number of minutes, or nothing.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(name)
  await page.getByLabel('Read within (minutes)').fill('30')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByRole('main')).toContainText(/30 minutes left, until|29 minutes left, until/)
  const desk = page.getByRole('navigation', { name: 'Desk' })
  await expect(desk.getByRole('link', { name: `${name} 1` })).toHaveAttribute('aria-current', 'page')

  // Nobody has read what was written three quarters of an hour ago.
  const late = { articleId: article.id, parentId: null, key: null, body: `Late: ${article.id}` }
  await postComment(author, late, new Date(Date.now() - 45 * 60_000))
  await page.reload()
  await expect(page.getByRole('main')).toContainText(/1[56] minutes too late, since \d\d:\d\d/)
  await expect(desk.getByRole('link', { name: `${name} 2 late` })).toHaveAttribute('aria-current', 'page')

  for (const left of [1, 0]) {
    await page.getByRole('article').first().getByRole('button', { name: 'Approve' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByRole('status')).toContainText('Approved')
    await expect(page.getByRole('article')).toHaveCount(left)
  }
  await expect(page.getByText('The queue is empty')).toBeVisible()
  await page.getByRole('button', { name: 'Remove this queue' }).click()
  await expect(desk.getByRole('link', { name })).toHaveCount(0)
})

test('a reported comment is in its queue with what was reported, and letting it stand takes it out', async ({
  signedIn,
}) => {
  const [article, author] = [await givenArticle(), await givenApprovedReader()]
  const comment = await givenComment(author, article)
  await givenReport(comment.id, 'insult', 'Look at the second sentence.')
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/queue?queue=reported&article=${article.id}`)
  const item = commentBy(page, author.name)
  await expect(item).toContainText('reported by a reader')
  await expect(item).toContainText('It attacks a person instead of arguing.')
  await expect(item).toContainText('Look at the second sentence.')
  await item.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('The queue is empty')).toBeVisible()
})

test('whatever the address of the queue says, it is a queue', async ({ signedIn }) => {
  const { page } = await signedIn('moderator')
  for (const odd of [
    'queue=all&after=x',
    'after=1e9_0&show=all',
    'article=99999999999&author=-1&saved=7777777',
    'batch=0&left=abc',
    'comment=abc&done=approved&conflict=x',
    "section=';drop&rule=<b>&waiting=0&reach=NaN",
    'article=1&article=2&queue=new&queue=held',
  ]) {
    await page.goto(`/admin/queue?${odd}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Held|New/)
  }
})
