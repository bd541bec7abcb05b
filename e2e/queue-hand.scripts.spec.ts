import { db } from '@/lib/db'
import { focused, givenWaiting, goTo, itemsShown, ready, said } from './desk-steps'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenReader } from './newsroom'
import { commentBy } from './steps'

test('a page is filled up while it is worked through, nothing moves, and what left it can be taken back', async ({
  signedIn,
}) => {
  test.slow()
  const { article, waiting } = await givenWaiting(24)
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/queue?article=${article.id}`)
  await ready(page)
  const first = await itemsShown(page)
  expect(first).toHaveLength(20)
  // Riskier than all the others, and after them all the same: who reads is not interrupted.
  await givenComment(await givenReader(), article, {
    body: 'NOBODY EVER ASKED FOR A BRIDGE OF THAT SIZE AT ALL',
  })
  let answers = 0
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/decide')) answers += 1
  })
  await page.keyboard.press('j')
  const decided: string[] = []
  for (let count = 0; count < 12; count += 1) {
    const id = await focused(page)
    expect(id).toBe(first[count])
    decided.push(id ?? '')
    await page.keyboard.press('a')
    await expect.poll(() => focused(page)).toBe(first[count + 1])
  }
  await expect.poll(() => itemsShown(page).then((shown) => shown.length)).toBe(13)
  expect((await itemsShown(page)).slice(0, 8)).toEqual(first.slice(12))
  await expect(page.locator(`[data-item="${decided[0]}"]`)).toHaveCount(0)
  // While an answer is still to come, nothing is taken back.
  await expect.poll(() => answers).toBe(12)
  for (let count = 0; count < 12; count += 1) {
    await page.keyboard.press('z')
    await expect.poll(() => focused(page)).toBe(decided.at(-1 - count))
  }
  await expect(said(page)).toContainText('stands as before.')
  await goTo(page, waiting.find(({ id }) => `${id}` === decided[0])?.name ?? '')
  await page.keyboard.press('r')
  await page.keyboard.press('1')
  await expect(said(page)).toContainText('Rejected')
})

test('what is taken back while the page is being filled up without it stays where it is', async ({
  signedIn,
}) => {
  const { article, waiting } = await givenWaiting(3)
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/queue?article=${article.id}`)
  await ready(page)
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let answers = 0
  await page.route(/\/admin\/queue\?.*_rsc=/, async (route) => {
    const response = await route.fetch()
    answers += 1
    await held
    await route.fulfill({ response })
  })
  const later = await givenComment(await givenReader(), article)
  const item = await goTo(page, waiting[0]?.name ?? '')
  await page.keyboard.press('a')
  await expect.poll(() => answers).toBe(1)
  await expect(item).toBeHidden()
  await page.keyboard.press('z')
  await expect(item).toBeFocused()
  letGo()
  await expect(page.locator(`[data-item="${later.id}"]`)).toBeVisible()
  await expect(item).toBeFocused()
})

test('a tick is set by its key, all by one box, and the number says how many', async ({ signedIn }) => {
  const { article, waiting } = await givenWaiting(3)
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/queue?article=${article.id}&show=all`)
  await ready(page)
  await goTo(page, waiting[1]?.name ?? '')
  await page.keyboard.press('x')
  await expect(commentBy(page, waiting[1]?.name ?? '').getByRole('checkbox')).toBeChecked()
  await expect(page.getByText('1 ticked')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Tick all' }).check()
  await expect(page.getByText('3 ticked')).toBeVisible()
  await page.getByRole('button', { name: 'Approve ticked' }).click()
  await expect(page.getByRole('status')).toContainText('3 comments were approved together.')
  await ready(page)
  await page.keyboard.press('z')
  await expect(page.getByRole('status')).toContainText('Undone: 3 comments stand as before.')
})

test('the numbers at the side are those of now, without a press', async ({ signedIn }) => {
  const [{ page, reader }, author] = [await signedIn('moderator'), await givenReader()]
  const name = `Live ${author.id}`
  const saved = { name, filter: `author=${author.id}`, madeById: reader.id }
  await db().savedQueue.create({ data: saved, select: { id: true } })
  await page.goto('/admin')
  const desk = page.getByRole('navigation', { name: 'Desk' })
  await expect(desk.getByRole('link', { name: `${name} 0` })).toBeVisible()
  await givenComment(author, await givenArticle())
  await expect(desk.getByRole('link', { name: `${name} 1` })).toBeVisible({ timeout: 12_000 })
  await db().savedQueue.delete({ where: { name }, select: { id: true } })
  const held = desk.locator('[data-count=held]')
  const before = Number(await held.textContent())
  await givenWaiting(20)
  await expect.poll(async () => Number(await held.textContent()), { timeout: 12_000 }).toBeGreaterThan(before)
})
