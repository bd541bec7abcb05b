import { expect, type Locator, type Page, test } from '@playwright/test'

/**
 * Until a change shows. Two seconds are promised, and are what the benches measure; here a second journey has the same
 * cores.
 */
export const soon = { timeout: 6_000, intervals: [50, 100] }

/** The box of the one comment form on a page. The region around it has the same name, so it is found by its role. */
export function commentBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Your comment' })
}

export function commentBy(page: Page, name: string): Locator {
  return page.getByRole('article', { name: `Comment by ${name}`, exact: true })
}

/** What a page says was wrong. Next's runtime keeps an empty alert of its own on private pages. */
export function problem(page: Page, sentence: string): Locator {
  return page.getByRole('alert').filter({ hasText: sentence })
}

/** Opens a document and waits until its script has taken its forms over; what is done before goes the way without. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await ready(page)
}

/** The browser's script has taken the page over, where scripts are on. */
export async function ready(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  // The last that it defines.
  await expect.poll(() => page.evaluate(() => customElements.get('tribune-times') !== undefined)).toBe(true)
}

export async function postComment(page: Page, text: string): Promise<void> {
  await commentBox(page).fill(text)
  await page.getByRole('button', { name: 'Post comment' }).click()
}

/** Goes to the receipt of a comment that was just held. With scripts it was posted in place, and stands there. */
export async function openReceipt(page: Page): Promise<void> {
  await expect(page.getByText('Waiting for review')).toBeVisible()
  const link = page.getByRole('link', { name: 'Receipt' })
  if ((await link.count()) > 0) await link.click()
  await expect(page).toHaveURL(/\/comments\/\d+\/receipt$/)
}

export async function signUp(
  page: Page,
  who: { name: string; email: string; password: string },
): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(who.name)
  await page.getByRole('textbox', { name: 'Email' }).fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Create account' }).click()
}

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The item of one author in the queue, whoever reads it. */
export async function findInQueue(page: Page, author: { id: number; name: string }): Promise<Locator> {
  await page.goto(`/admin/queue?author=${author.id}&show=all`)
  const item = commentBy(page, author.name)
  await expect(item).toBeVisible()
  return item
}

/** The house's own page for an address that leads nowhere. */
export async function expectNothingHere(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Tribune' })).toBeVisible()
}
