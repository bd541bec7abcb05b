import { chromium } from '@playwright/test'
import { expect } from 'vitest'
import { barriersOf } from '../barriers'
import { chromium as options } from '../chromium'
import { faultsOf } from '../faults'

/** An error page as a browser shows it: HTML without a fault, and without a barrier by day and by night. */
export async function expectSoundPage(url: string, status: number): Promise<void> {
  const browser = await chromium.launch(options(process.env))
  try {
    const page = await browser.newPage()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const answer = await page.goto(url)
      expect(answer?.status()).toBe(status)
      expect(await faultsOf((await answer?.text()) ?? '')).toEqual([])
      // Without its colours there would be nothing to examine.
      expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
      expect([colorScheme, await barriersOf(page)]).toEqual([colorScheme, []])
    }
  } finally {
    await browser.close()
  }
}
