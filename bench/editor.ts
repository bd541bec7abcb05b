import { chromium as browserType, type Page } from '@playwright/test'
import { chromium } from '@/e2e/chromium'
import { givenSignedIn } from '@/e2e/process/session'
import { fromParagraphs } from '@/lib/articles/body'
import { publishArticle } from '@/lib/articles/commands'
import { bodyOf } from './bodies'
import { numberText, quantile, spreadOf } from './figures'
import type { Finding, Options, Part } from './part'
import { openDatabaseOf, type Site, startSite } from './site'
import { figure, targets } from './targets'

const [words, keys, keyEveryMs] = [10_000, 120, 70]
/** Lighthouse's mobile preset: a phone of the middle, on a slow connection. */
const mobile = { cpu: 4, latencyMs: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8 }

/** The desk's editor: how soon its page is drawn, and how soon a letter is, in a long article. */
export const editor: Part = {
  ...{ title: 'The editor', isLong: true, needs: ['chromium'] },
  measure,
}

async function measure({ rounds }: Options): Promise<Finding> {
  const site = await startSite()
  await openDatabaseOf(site)
  const { cookie } = await givenSignedIn(site.dataDir, 'Ines at the desk', 'editor')
  const address = `${site.origin}/admin/articles/${await longArticle()}`
  const paints: number[] = []
  const strokes: number[][] = []
  for (let round = 0; round < rounds; round += 1) {
    paints.push(await withPage(site, cookie, (page) => timePaint(page, address)))
    strokes.push(await withPage(site, cookie, (page) => timeKeys(page, address)))
  }
  const medians = strokes.map((times) => quantile(times, 0.5))
  const tails = strokes.map((times) => quantile(times, 0.95))
  return {
    tables: [
      {
        title: `Keystroke until the frame that shows it is done, ${numberText(words)} words, milliseconds`,
        rows: [
          ['round', 'median', 'p95'],
          ...medians.map((median, round) => [
            String(round + 1),
            numberText(median, 1),
            numberText(tails[round] ?? Number.NaN, 1),
          ]),
        ],
      },
    ],
    notes: ['A frame is waited for, too: at sixty a second that alone is eight milliseconds on the average.'],
    figures: [figure(targets.editorPaint, spreadOf(paints)), figure(targets.keystroke, spreadOf(medians))],
    raw: { paints, strokes },
  }
}

async function longArticle(): Promise<number> {
  const paragraphs: string[] = []
  for (let count = 0; count < words; ) {
    const text = [0, 1, 2].map((part) => bodyOf(paragraphs.length * 3 + part)).join(' ')
    paragraphs.push(text)
    count += text.split(' ').length
  }
  const published = await publishArticle(
    {
      ...{
        headline: 'A long article',
        standfirst: null,
        dateline: null,
        tags: [],
        picture: null,
        bylines: [],
      },
      ...{ body: fromParagraphs(paragraphs), section: 'world', prominence: 0, publishedAt: new Date() },
      ...{ source: 'desk', sourceHash: null },
    },
    new Date(),
  )
  if (!published.ok) throw new Error(published.error)
  return published.value.id
}

async function withPage<T>(site: Site, cookie: string, use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await browserType.launch(chromium(process.env))
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: site.origin }])
    return await use(await context.newPage())
  } finally {
    await browser.close()
  }
}

/** Seconds until something of the page is drawn, on the phone of the preset. */
async function timePaint(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await page.setViewportSize({ width: 412, height: 823 })
  await session.send('Emulation.setCPUThrottlingRate', { rate: mobile.cpu })
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: mobile.latencyMs },
    ...{ downloadThroughput: mobile.bytesPerSecond, uploadThroughput: mobile.bytesPerSecond / 2 },
  })
  await page.goto(address)
  await page.getByRole('toolbar').waitFor({ timeout: 60_000 })
  return page.evaluate(
    () => (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN) / 1000,
  )
}

/** Milliseconds from each key until the frame after it has been drawn, in the middle of the text. */
async function timeKeys(page: Page, address: string): Promise<number[]> {
  await page.goto(address)
  await page.getByRole('toolbar').waitFor()
  const times = await page.evaluateHandle(() => {
    const found: number[] = []
    // From when the key was pressed, however long the page was busy with other things. Nothing in here has a name: the
    // program that runs this file would mark it by a function that the browser does not have.
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => found.push(performance.now() - timeStamp)
          channel.port2.postMessage(null)
        }),
      true,
    )
    return found
  })
  await page.getByRole('textbox', { name: 'Body' }).locator('p').nth(60).click()
  for (let typed = 0; typed < keys; typed += 1) {
    await page.keyboard.press('a')
    await page.waitForTimeout(keyEveryMs)
  }
  return times.jsonValue()
}
