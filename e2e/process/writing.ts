import type { BrowserContext, Locator, Page } from '@playwright/test'

/** Opens an article's form, and waits until its editor has come. */
export async function openWriting(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await editorOf(page)
  return page
}

/** Waits until the editor stands where the textarea was. */
export function editorOf(page: Page): Promise<void> {
  return page.getByRole('toolbar').waitFor()
}

export function bodyOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Body', exact: true })
}
