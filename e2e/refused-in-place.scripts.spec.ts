import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { countComments, givenArticle, givenReader, goodPassword } from './newsroom'
import { arrive, commentBox, commentBy, postComment, problem, signIn } from './steps'

test('a session that ended meanwhile leads through signing in, with the text', async ({
  signedIn,
  alarm,
}) => {
  const { page, reader } = await signedIn(await givenReader('reader', { password: goodPassword }))
  const article = await givenArticle()
  await arrive(page, article.path)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await db().session.deleteMany({ where: { readerId: reader.id } })
  alarm.expectRefusal('/api/comments', 401)
  await postComment(page, 'From before.')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await signIn(page, { email: reader.email, password: goodPassword })
  await expect(page).toHaveURL('/comments/new')
  await expect(commentBox(page)).toHaveValue('From before.')
  expect(await countComments(article.id)).toBe(0)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Waiting for review')).toBeVisible()

  await arrive(page, article.path)
  await expect(commentBy(page, reader.name)).toContainText('From before.')
  await expect(commentBox(page)).toHaveValue('')
})

test('without an answer from the site the text stays, and goes out once when it is sent again', async ({
  signedIn,
  alarm,
}) => {
  const { page, reader } = await signedIn()
  const article = await givenArticle()
  await arrive(page, article.path)
  await page.route('/api/comments', (route) => route.abort('internetdisconnected'), { times: 1 })
  alarm.expectLost('/api/comments')
  await postComment(page, 'Is this thing on?')
  await expect(problem(page, 'Your comment was not posted')).toContainText('It did not reach the site.')
  await expect(commentBox(page)).toHaveValue('Is this thing on?')

  const unavailable = { status: 503, headers: { 'retry-after': '5' }, json: { error: 'database-away' } }
  await page.route('/api/comments', (route) => route.fulfill(unavailable), { times: 1 })
  alarm.expectRefusal('/api/comments', 503)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(problem(page, 'The site cannot take it just now.')).toBeVisible()
  await expect(commentBox(page)).toHaveValue('Is this thing on?')

  // This time it arrives, and only the answer is lost.
  await page.route(
    '/api/comments',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  alarm.expectLost('/api/comments')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(problem(page, 'It did not reach the site.')).toBeVisible()
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
  await expect(problem(page, 'Your comment was not posted')).toHaveCount(0)
  expect(await countComments(article.id)).toBe(1)
})

test('whoever posts too fast is told how long to wait', async ({ signedIn, alarm }) => {
  const { page } = await signedIn()
  const article = await givenArticle()
  await arrive(page, article.path)
  const tooSoon = { status: 429, headers: { 'retry-after': '30' }, json: { error: 'too-soon' } }
  await page.route('/api/comments', (route) => route.fulfill(tooSoon), { times: 1 })
  alarm.expectRefusal('/api/comments', 429)
  await postComment(page, 'And another thing.')
  await expect(problem(page, 'Try again in 30 seconds.')).toBeVisible()
  await expect(commentBox(page)).toHaveValue('And another thing.')
})

test('characters are counted near the limit only, and said aloud at a few steps, once the typing rests', async ({
  signedIn,
}) => {
  const { page } = await signedIn()
  const article = await givenArticle()
  await page.clock.install()
  await arrive(page, article.path)
  const counter = page.locator('[data-count-left]')
  const said = page.getByRole('status')
  await commentBox(page).fill('a'.repeat(4_499))
  await expect(counter).toBeHidden()
  await commentBox(page).fill(`${'a'.repeat(4_899)}🌉`)
  await expect(counter).toHaveText('Characters left: 100')
  await expect(said).toHaveText('')
  await page.clock.runFor(1_000)
  await expect(said).toHaveText('Characters left: 100')
  await commentBox(page).press('End')
  await page.keyboard.type('ab')
  await expect(counter).toHaveText('Characters left: 98')
  await page.clock.runFor(10_000)
  await expect(said).toHaveText('Characters left: 100')
  await commentBox(page).fill('a'.repeat(5_001))
  await expect(counter).toHaveText('Characters too many: 1')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(problem(page, 'It has 5,001 characters; up to 5,000 fit.')).toBeVisible()
  await commentBox(page).fill('Short.')
  await expect(counter).toBeHidden()
  await expect(problem(page, 'It has 5,001 characters')).toHaveCount(0)
})
