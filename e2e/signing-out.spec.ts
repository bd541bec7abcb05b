import { db } from '@/lib/db'
import { changeRole } from '@/lib/readers/commands'
import { expect, test } from './fixtures'
import { expectNothingHere } from './steps'

test('signing out ends the session itself: the old cookie opens nothing any more', async ({
  signedIn,
  visitor,
}) => {
  const { page, context, reader } = await signedIn()
  await page.goto('/account')
  await expect(page.getByText(`Signed in as ${reader.name}`)).toBeVisible()
  const cookies = await context.cookies()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')

  const thief = await visitor()
  await thief.context.addCookies(cookies)
  await thief.page.goto('/account')
  await expect(thief.page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  expect(await db().session.count({ where: { readerId: reader.id } })).toBe(0)
})

test('whoever stops being a moderator has no desk from that moment on', async ({ signedIn, alarm }) => {
  const { page, reader } = await signedIn('moderator')
  await page.goto('/admin/queue')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Held')
  await changeRole(reader.email, 'reader')
  alarm.expectRefusal('/admin/queue', 404)
  await page.goto('/admin/queue')
  await expectNothingHere(page)
})

test('a cookie that was made up opens nothing', async ({ page, context, baseURL }) => {
  const made = { name: 'tribune.session', value: 'eyJhbGciOiJkaXIifQ..made.up.cookie', url: baseURL ?? '' }
  await context.addCookies([made])
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})
