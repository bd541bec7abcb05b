import type { Locator, Page } from '@playwright/test'
import { givenWaiting, goTo, openQueue, said } from './desk-steps'
import { expect, test } from './fixtures'
import { commentBy } from './steps'

test('who was slower is told at the comment who decided what, and keeps what was written', async ({
  signedIn,
  alarm,
}) => {
  const { article, waiting } = await givenWaiting(2)
  const [{ id, name } = { id: 0, name: '' }] = waiting
  const [first, second] = [await signedIn('moderator'), await signedIn('moderator')]
  for (const { page } of [first, second]) {
    await openQueue(page, article)
    await goTo(page, name)
  }
  await first.page.keyboard.press('a')
  await expect(said(first.page)).toContainText('Approved')
  alarm.expectRefusal(`/api/admin/comments/${id}/decide`, 409)
  await second.page.keyboard.press('r')
  await second.page.keyboard.press('Tab')
  await second.page.keyboard.type('Not so loud.')
  await second.page.keyboard.press('Enter')
  const item = commentBy(second.page, name)
  await expect(item.getByRole('alert')).toContainText(
    `${first.reader.name} was faster and approved this comment at`,
  )
  await expect(item.getByLabel('A word to the author')).toHaveValue('Not so loud.')
  await expect(said(second.page)).toContainText(`Not decided: the comment by ${name}`)
})

test('the next comment has the focus before any answer, and keeps it when the one before comes back', async ({
  signedIn,
  alarm,
}) => {
  const { article, waiting } = await givenWaiting(3)
  const [one, two] = waiting
  const path = `/api/admin/comments/${one?.id}/decide`
  const { page } = await signedIn('moderator')
  await openQueue(page, article)
  let fail = () => {}
  const failing = new Promise<void>((resolve) => {
    fail = resolve
  })
  alarm.expectRefusal(path, 503)
  await page.route(`**${path}`, async (route) => {
    await failing
    await route.fulfill({ status: 503 })
  })
  await goTo(page, one?.name ?? '')
  await page.keyboard.press('a')
  await expect(commentBy(page, one?.name ?? '')).toHaveCount(0)
  const next = await goTo(page, two?.name ?? '')
  fail()
  await expect(commentBy(page, one?.name ?? '').getByRole('alert')).toContainText('cannot take it just now')
  await expect(next).toBeFocused()
  await page.keyboard.press('a')
  await expect(said(page)).toContainText(`Approved: the comment by ${two?.name}`)
})

test('what does not reach the site, or finds it away, is said at the comment and can be tried again', async ({
  signedIn,
  alarm,
}) => {
  const { article, waiting } = await givenWaiting(2)
  const [{ id, name } = { id: 0, name: '' }] = waiting
  const path = `/api/admin/comments/${id}/decide`
  const { page } = await signedIn('moderator')
  await openQueue(page, article)
  const item = await goTo(page, name)
  alarm.expectLost(path)
  await page.route(`**${path}`, (route) => route.abort(), { times: 1 })
  await page.keyboard.press('a')
  await expect(item.getByRole('alert')).toContainText('Look at your connection and try again')
  alarm.expectRefusal(path, 503)
  await page.route(`**${path}`, (route) => route.fulfill({ status: 503 }), { times: 1 })
  await goBackTo(page, item)
  await page.keyboard.press('a')
  await expect(item.getByRole('alert')).toContainText('The site cannot take it just now')
  await goBackTo(page, item)
  await page.keyboard.press('a')
  await expect(said(page)).toContainText(`Approved: the comment by ${name}`)
})

test('a decision is about the comment that had the focus, however late its answer comes', async ({
  signedIn,
}) => {
  const { article, waiting } = await givenWaiting(3)
  const [one, two] = waiting
  const { page } = await signedIn('moderator')
  await openQueue(page, article)
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(`**/api/admin/comments/${one?.id}/decide`, async (route) => {
    await held
    await route.continue()
  })
  await goTo(page, one?.name ?? '')
  await page.keyboard.press('a')
  await page.keyboard.press('z')
  await expect(said(page)).toContainText('still on its way, so nothing was done')
  const item = await goTo(page, two?.name ?? '')
  answer()
  await expect(said(page)).toContainText(`Approved: the comment by ${one?.name}`)
  await expect(commentBy(page, one?.name ?? '')).toHaveCount(0)
  await expect(item).toBeFocused()
})

/** Back to what was not decided, by the key for that; it may stand before or after what has the focus. */
async function goBackTo(page: Page, item: Locator): Promise<void> {
  await page.keyboard.press('k')
  if (!(await item.evaluate((element) => element === document.activeElement))) await page.keyboard.press('j')
  await expect(item).toBeFocused()
}
