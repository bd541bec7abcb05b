import type { Page } from '@playwright/test'
import { withIds } from '@/lib/articles/body'
import { reviseArticle } from '@/lib/articles/commands'
import { publicAddresses } from './addresses'
import { moderationAddresses, newsroomAddresses } from './addresses-desk'
import { readerAddresses } from './addresses-private'
import { expect, test } from './fixtures'
import { inTime, isLong } from './listed'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { soon } from './steps'
import { smallTargets } from './targets'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'no script takes part in the layout')
test.beforeEach(() => {
  if (isLong) test.setTimeout(300_000)
})

const widths = [320, 360, 768, 1280]
const unbroken = 'https://ferries.example/'.padEnd(400, 'timetable')

test('no public page has to be moved sideways or has a link too small for a finger, on a telephone or on a desk', async ({
  page,
  alarm,
}) => {
  for (const { address, status } of inTime(await publicAddresses())) {
    if (status !== 200) alarm.expectRefusal(address, status)
    await page.goto(address)
    await expectToFit(page)
  }
})

test('nor has a private page or the queue, whatever is written there', async ({ signedIn }) => {
  const words = {
    headline: `${'Unpronounceable'.repeat(8)} is unveiled`,
    body: unbroken,
    appeal: unbroken,
  }
  const reader = await signedIn(await givenReader('reader', { name: 'W'.repeat(60) }))
  const editor = await signedIn('editor')
  const article = await givenArticle({ headline: words.headline })
  await givenPublished(reader.reader, article, { body: unbroken })
  await reader.page.goto(article.path)
  await expectToFit(reader.page)
  for (const [{ page }, list] of [
    [reader, await readerAddresses(reader.reader, words)],
    [editor, await moderationAddresses(editor, words)],
    [editor, await newsroomAddresses(editor, words)],
  ] as const)
    for (const { address } of inTime(list)) {
      await page.goto(address)
      await expectToFit(page)
    }
})

test('nor has an article whose words have no end, in whatever they stand, nor what changed in it', async ({
  page,
}) => {
  const article = await givenArticle()
  const content = [{ text: unbroken }]
  const said = {
    headline: article.headline,
    standfirst: unbroken,
    dateline: unbroken,
    tags: [],
    picture: null,
  }
  const body = withIds([
    ...(['paragraph', 'subheading', 'pull-quote', 'correction'] as const).map((type) => ({ type, content })),
    { type: 'quotation', content, speaker: unbroken, source: unbroken },
    { type: 'list', items: [content] },
    { type: 'table', header: [content], rows: [[content]], caption: unbroken },
    { type: 'embed', url: unbroken, title: unbroken },
  ])
  const change = { reason: 'wide', kind: 'correction', note: unbroken } as const
  const sources = [{ name: unbroken.slice(0, 300), url: unbroken }]
  await reviseArticle(article.id, { ...said, body, sources }, change, new Date())
  await expect.poll(async () => (await page.request.get(article.path)).text(), soon).toContain(unbroken)
  for (const address of [article.path, `/news/${article.id}/versions`, `/news/${article.id}/versions/2`]) {
    await page.goto(address)
    await expectToFit(page)
  }
})

async function expectToFit(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const content = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([page.url(), width, content]).toEqual([page.url(), width, width])
  }
  // Last of all: it unfolds what is folded.
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect.soft([page.url(), width, await smallTargets(page)]).toEqual([page.url(), width, []])
  }
}
