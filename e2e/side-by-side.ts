import type { BrowserContext, Page } from '@playwright/test'

/** What mostly waits for a page to come to rest waits for a few at once. */
const atOnce = 4

/** Does the same for each on a list, in pages of their own of one browser, a few at a time. */
export async function sideBySide<T>(
  context: BrowserContext,
  list: readonly T[],
  work: (page: Page, item: T) => Promise<void>,
): Promise<void> {
  const left = [...list]
  const lanes = Array.from({ length: Math.min(atOnce, left.length) }, async () => {
    const page = await context.newPage()
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(page, next)
    await page.close()
  })
  await Promise.all(lanes)
}
