import { expect, type Locator, type Page } from '@playwright/test'
import { givenArticle, givenComment, givenReader } from './newsroom'
import { commentBy } from './steps'

/** A comment in the queue, and whose. */
export type Waiting = { id: number; name: string }

/** Comments of so many newcomers, which wait one after the other. One that stays keeps the page from being done. */
export async function givenWaiting(count: number) {
  const article = await givenArticle()
  const waiting: Waiting[] = []
  for (let made = 0; made < count; made += 1) {
    const author = await givenReader()
    const { id } = await givenComment(author, article)
    waiting.push({ id, name: author.name })
  }
  return { article, waiting }
}

/** Opens the queue of what waits under an article, whoever reads it. */
export async function openQueue(page: Page, article: { id: number }): Promise<void> {
  await page.goto(`/admin/queue?article=${article.id}&show=all`)
  await ready(page)
}

export async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Keys', exact: true })).toBeVisible()
}

/** Moves the focus on to somebody's comment by the key for that. */
export async function goTo(page: Page, name: string): Promise<Locator> {
  const item = commentBy(page, name)
  const id = await item.getAttribute('data-item')
  for (let step = 0; step < 20 && (await focused(page)) !== id; step += 1) await page.keyboard.press('j')
  await expect(item).toBeFocused()
  return item
}

/** What was read out last. */
export function said(page: Page): Locator {
  return page.locator('#content [aria-live=polite]')
}

export function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-item') ?? null)
}

export function itemsShown(page: Page): Promise<string[]> {
  return page
    .locator('article[data-item]:visible')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-item') ?? ''))
}

/** The addresses that the page posts to from now on. */
export function posts(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  return sent
}
