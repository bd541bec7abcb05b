import { type BrowserContext, chromium as browserType, type Page } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'
import { chromium } from '../chromium'
import { administrator, answered, asking, givenNewsroom, inOutage } from './outage-newsroom'
import { type Site, startSite } from './site'
import { until } from './until'

test('what is sent while PostgreSQL is stopped stays with its writer, with scripts and without, and is taken when it is back', async () => {
  const { database, variables, article } = await givenNewsroom()
  const site = await startSite(variables)
  const ask = asking(site)
  const [enhanced, plain] = await Promise.all([writer(site, true), writer(site, false)])
  const byScript = await write(enhanced, article, 'Written with scripts')
  const byForm = await write(plain, article, 'Written without scripts')

  await database.stop()
  await until('it is known that the database is away', () => inOutage(ask, article), 15_000)
  await press(byScript)
  await byScript.getByText('The site cannot take it just now.').waitFor()
  expect(await box(byScript).inputValue()).toBe('Written with scripts')
  await byScript.reload()
  await expect.poll(() => box(byScript).inputValue()).toBe('Written with scripts')

  await press(byForm)
  await byForm.getByText('still in the box when you go back').waitFor()
  expect(await byForm.getByRole('textbox').inputValue()).toBe('Written without scripts')
  await byForm.goBack()
  expect(await box(byForm).inputValue()).toBe('Written without scripts')

  await database.start()
  await until('documents are current', () => answered(ask, article), 30_000)
  for (const page of [byScript, byForm]) await press(page)
  const isShown = async (text: string) => (await ask({ path: article })).body.includes(text) || null
  for (const text of ['Written with scripts', 'Written without scripts'])
    await until(`“${text}” is on the page`, () => isShown(text), 15_000)
  site.signal('SIGTERM')
  expect(await site.ended).toEqual({ code: 0, signal: null })
})

/** A browser with the administrator signed in, through the form as it is. */
async function writer(site: Site, javaScriptEnabled: boolean): Promise<BrowserContext> {
  const browser = await browserType.launch(chromium(process.env))
  onTestFinished(() => browser.close())
  const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(administrator.email)
  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.close()
  return context
}

async function write(context: BrowserContext, path: string, text: string): Promise<Page> {
  const page = await context.newPage()
  // The islands come after the page, and are heard of at rest.
  await page.goto(path, { waitUntil: 'networkidle' })
  await box(page).fill(text)
  return page
}

function box(page: Page) {
  return page.getByRole('textbox', { name: 'Your comment' })
}

function press(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Post comment' }).click()
}
