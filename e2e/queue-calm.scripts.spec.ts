import { goTo, ready } from './desk-steps'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenReader, givenReport } from './newsroom'
import { commentBy } from './steps'

test('texts are blurred on request until one has the focus, and this device keeps that', async ({
  signedIn,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { id } = await givenComment(author, article)
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/queue?article=${article.id}&show=all`)
  await ready(page)
  const text = page.locator(`[data-item="${id}"] [data-comment-text]`)
  await expect(text).toHaveCSS('filter', 'none')
  await page.getByRole('checkbox', { name: 'Blur texts until I go to them' }).check()
  await expect(text).toHaveCSS('filter', /blur/)
  await page.reload()
  await ready(page)
  await expect(text).toHaveCSS('filter', /blur/)
  await goTo(page, author.name)
  await expect(text).toHaveCSS('filter', 'none')
  await page.getByRole('checkbox', { name: 'Blur texts until I go to them' }).uncheck()
})

test('hard texts that were read are counted, each once', async ({ signedIn }) => {
  const [article, author] = [await givenArticle(), await givenReader('editor')]
  const { id } = await givenComment(author, article)
  for (let reports = 0; reports < 3; reports += 1) await givenReport(id, 'insult', null)
  const { page } = await signedIn('administrator')
  const queue = `/admin/queue?queue=risky&article=${article.id}&show=all`
  for (let time = 0; time < 2; time += 1) {
    await page.goto(queue)
    await commentBy(page, author.name).scrollIntoViewIfNeeded()
    await expect(page.getByText('Hard texts read today: 1')).toBeVisible()
  }
})

test('after 25 hard texts somebody is told to hand over, until they say later', async ({ signedIn }) => {
  const [article, author] = [await givenArticle(), await givenReader('editor')]
  const { id } = await givenComment(author, article)
  for (let reports = 0; reports < 3; reports += 1) await givenReport(id, 'insult', null)
  const { page } = await signedIn('administrator')
  // As if 24 others had been read.
  await page.addInitScript(() => {
    const day = new Date().toLocaleDateString('sv')
    const severe = Array.from({ length: 24 }, (_, index) => 900_000_000 + index)
    if (localStorage.getItem('tribune.desk.calm') === null)
      localStorage.setItem('tribune.desk.calm', JSON.stringify({ isBlurred: false, day, severe, toldAt: 0 }))
  })
  await page.goto(`/admin/queue?queue=risky&article=${article.id}&show=all`)
  await commentBy(page, author.name).scrollIntoViewIfNeeded()
  const told = page.getByText(
    'You have read 25 hard texts today. It is a good moment to hand over, or to rest.',
  )
  await expect(told).toBeVisible()
  await page.getByRole('button', { name: 'Remind me after as many more' }).click()
  await expect(told).toBeHidden()
  await page.reload()
  await expect(page.getByText('Hard texts read today: 25')).toBeVisible()
  await expect(told).toBeHidden()
})
