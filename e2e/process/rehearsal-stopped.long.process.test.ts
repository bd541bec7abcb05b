import { chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium as options } from '../chromium'
import { newDataDir } from './data-dir'
import { withDatabaseOf } from './running'
import { givenSignedIn } from './session'
import { type Site, startSite } from './site'
import { type StandIn, startStandIn } from './stand-in'
import { until } from './until'

let check: StandIn
let site: Site
let dataDir: string

beforeAll(async () => {
  check = await startStandIn((_req, res) => {
    // A check that thinks: nobody has asked about everything before somebody can say that it is enough.
    setTimeout(() => res.setHeader('content-type', 'application/json').end('{"verdict":"hold"}'), 250)
  })
  dataDir = await newDataDir('demonstration')
  site = await startSite({
    DATA_DIR: dataDir,
    ...{ CHECK_URL: `http://127.0.0.1:${check.port}/`, CHECK_SECRET: 'a secret that both know' },
    ...{ CHECK_ALLOW_PRIVATE: '1', RATE_LIMITS: 'off' },
  })
}, 300_000)
afterAll(async () => {
  site.signal('SIGTERM')
  await site.ended
  await check.close()
})

test('a rehearsal of the newsroom’s own check goes on by itself in a browser, and ends where somebody stops it', async () => {
  const editor = await withDatabaseOf(dataDir, () => givenSignedIn(dataDir, 'Eva Stops', 'editor'))
  const browser = await chromium.launch(options(process.env))
  try {
    const context = await browser.newContext({ baseURL: site.origin })
    const [name = '', value = ''] = editor.cookie.split('=')
    await context.addCookies([{ name, value, url: site.origin }])
    const page = await context.newPage()
    await page.goto('/admin/rules/house')
    await page.waitForFunction(() => document.readyState === 'complete')
    await page.getByRole('button', { name: 'Rehearse it on a sample' }).click()
    const stop = page.getByRole('button', { name: 'Stop' })
    await stop.waitFor()
    // It has gone on by itself at least once, and is not through.
    await page.waitForURL(/asked=[1-9]/)
    await until('a second turn is under way', () => check.asked.length > 2, 20_000)
    await stop.click()
    await page.getByRole('button', { name: 'Ask about the rest' }).waitFor()
    const found = page.getByRole('region', { name: /^Asked about \d+ of \d+$/ })
    const [, asked, sample] = /Asked about (\d+) of (\d+)/.exec((await found.textContent()) ?? '') ?? []
    expect(Number(asked)).toBeGreaterThan(0)
    expect(Number(asked)).toBeLessThan(Number(sample))
    expect(await found.textContent()).toContain(`It would hold ${asked === '1' ? 'one' : asked} of them.`)
    // What is asked of nobody any more: the turn that was under way at most, and none after it.
    const settled = check.asked.length
    await page.reload()
    await page.getByRole('button', { name: 'Ask about the rest' }).waitFor()
    expect(check.asked.length - settled).toBeLessThan(Number(sample) - Number(asked))
    expect(await found.textContent()).toContain(`Asked about ${asked} of ${sample}`)
  } finally {
    await browser.close()
  }
}, 120_000)
