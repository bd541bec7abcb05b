import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { arrive, problem, soon } from './steps'

test('a story goes on in another, waits for the law, is given out under embargo, and leads there when it is over', async ({
  signedIn,
  visitor,
  alarm,
  javaScriptEnabled,
}) => {
  const [editor, administrator, anyone] = [
    await signedIn('editor'),
    await signedIn('administrator'),
    await visitor(),
  ]
  const [first, word] = [await givenArticle(), oneOfAKind()]
  const { page } = editor
  await page.goto(`/admin/articles/${first.id}`)
  await page.getByRole('button', { name: 'Start a new story that goes on from this one' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Untitled')
  const address = new URL(page.url()).pathname
  const id = Number(address.split('/').at(-1))
  if (javaScriptEnabled !== false) await expect(page.getByRole('toolbar')).toBeVisible()
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill(`What ${word} says`)
  await page.getByRole('textbox', { name: 'Body', exact: true }).fill('The court has decided.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Ask for somebody who knows the law' }).click()
  const findings = page.getByRole('region', { name: 'Before it is published' })
  await expect(findings.getByRole('listitem').filter({ hasText: 'Must be mended' })).toHaveText([
    /knows the law/,
  ])
  await expect(page.getByLabel('Publish it although a check says no; I answer for it')).toHaveCount(0)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(problem(page, 'A check says that something must be mended first.')).toBeVisible()

  const { page: desk } = administrator
  await desk.goto(address)
  await desk.getByLabel('Under embargo until a time: it can be given out before').check()
  await desk.getByLabel('Time (UTC)').fill('2099-03-01T06:30')
  await desk.getByLabel('Publish it although a check says no; I answer for it').check()
  await desk.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(desk.getByText('It is under embargo.')).toBeVisible()
  await desk.getByRole('link', { name: 'Preview links' }).click()
  const link = desk.getByRole('link', { name: 'Given out under embargo: the current version' })
  const delivery = (await link.getAttribute('href')) ?? ''
  await anyone.page.goto(delivery)
  await expect(anyone.page.getByRole('note')).toContainText('Under embargo until 1 March 2099')
  await expect(anyone.page.getByRole('heading', { level: 1 })).toHaveText(`What ${word} says`)
  expect((await anyone.request.get(`/n/${id}`)).status()).toBe(404)

  await desk.goto(address)
  await desk.getByRole('button', { name: 'The lawyer has read it' }).click()
  await expect(desk.getByText('It is cleared.')).toBeVisible()
  // Its time has come.
  await db().article.update({ where: { id }, data: { goesLiveAt: new Date() }, select: { id: true } })
  await expect.poll(async () => (await anyone.request.get(first.path)).text(), soon).toContain(word)
  await arrive(anyone.page, first.path)
  const story = anyone.page.getByRole('navigation', { name: 'The story so far' })
  await story.getByRole('link', { name: `What ${word} says` }).click()
  await expect(anyone.page.getByText('The court has decided.')).toBeVisible()
  await expect(story.getByRole('link', { name: first.headline })).toHaveAttribute('rel', 'prev')
  alarm.expectRefusal(delivery, 404)
  expect((await anyone.page.goto(delivery))?.status()).toBe(404)
})
