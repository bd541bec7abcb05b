import { givenWaiting, goTo, openQueue, posts, ready, said } from './desk-steps'
import { expect, test } from './fixtures'

test('? lists the keys; they can be switched off, and this device keeps that', async ({ signedIn }) => {
  const { article } = await givenWaiting(1)
  const { page } = await signedIn('moderator')
  const keys = page.getByRole('dialog', { name: 'Keys of the queue' })
  const single = keys.getByRole('checkbox', { name: 'Single keys move and decide' })
  await openQueue(page, article)
  await page.keyboard.press('?')
  await expect(keys).toContainText('Undo the last decision')
  await expect(keys.getByRole('listitem').filter({ hasText: 'It advertises something.' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.keyboard.press('?')
  await single.uncheck()
  await keys.getByRole('button', { name: 'Close' }).click()

  const expectSilence = async () => {
    for (const key of ['j', 'a', 'z', '?']) await page.keyboard.press(key)
    await expect(said(page)).toBeEmpty()
    await expect(page.locator('article[aria-current]')).toHaveCount(0)
    await expect(keys).toBeHidden()
  }
  await expectSilence()
  await page.reload()
  await ready(page)
  await expectSilence()
  await page.getByRole('button', { name: 'Keys', exact: true }).click()
  await expect(single).not.toBeChecked()
  await single.check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.locator('article[aria-current]')).toBeFocused()
})

test('keys can be changed, not to one that is taken, and are the usual ones again on request', async ({
  signedIn,
}) => {
  const { article, waiting } = await givenWaiting(2)
  const [{ name } = { name: '' }] = waiting
  const { page } = await signedIn('moderator')
  const keys = page.getByRole('dialog', { name: 'Keys of the queue' })
  const approve = keys.getByRole('textbox', { name: 'Approve' })
  await openQueue(page, article)
  await page.keyboard.press('?')
  await approve.fill('r')
  await expect(keys.getByRole('alert')).toHaveText(
    '“r” has a meaning already: Reject, with a reason. The one from before stays.',
  )
  await approve.fill('7')
  await expect(keys.getByRole('alert')).toHaveText('A key is one letter or sign. The one from before stays.')
  await approve.fill('y')
  await expect(keys.getByRole('alert')).toBeEmpty()
  await page.reload()
  await ready(page)
  await goTo(page, name)
  await page.keyboard.press('a')
  await page.keyboard.press('y')
  await expect(said(page)).toContainText(`Approved: the comment by ${name}`)
  await page.keyboard.press('?')
  await keys.getByRole('button', { name: 'Back to the usual keys' }).click()
  await expect(approve).toHaveValue('a')
})

test('keys do nothing while something is typed or chosen, or with Control, Alt or Meta', async ({
  signedIn,
}) => {
  const { article, waiting } = await givenWaiting(2)
  const { page } = await signedIn('moderator')
  const sent = posts(page)
  await openQueue(page, article)
  const item = await goTo(page, waiting[0]?.name ?? '')
  for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+a`)
  await item.getByLabel('A word to the author').focus()
  await page.keyboard.type('jar?z k')
  await expect(item.getByLabel('A word to the author')).toHaveValue('jar?z k')
  await item.getByLabel('Reason for rejecting').focus()
  for (const key of ['a', 'r', 'z', '3', 'j', '?']) await page.keyboard.press(key)
  await expect(item.getByLabel('Reason for rejecting')).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(said(page)).toBeEmpty()
  expect(sent).toEqual([])
})
