import type { Page } from '@playwright/test'
import { publicAddresses } from './addresses'
import { expect, test } from './fixtures'
import { givenAppeal, givenArticle, givenComment, givenPublished, givenReader } from './newsroom'
import { smallTargets } from './targets'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'no script takes part in the layout')

const widths = [320, 360, 768, 1280]
const unbroken = 'https://ferries.example/'.padEnd(400, 'timetable')

test('no public page has to be moved sideways or has a link too small for a finger, on a telephone or on a desk', async ({
  page,
  alarm,
}) => {
  for (const { address, status } of await publicAddresses()) {
    if (status !== 200) alarm.expectRefusal(address, status)
    await page.goto(address)
    await expectToFit(page)
  }
})

test('nor has a private page or the queue, whatever is written there', async ({ signedIn }) => {
  const author = await signedIn(await givenReader('reader', { name: 'W'.repeat(60) }))
  const article = await givenArticle({ headline: `${'Unpronounceable'.repeat(8)} is unveiled` })
  const shown = await givenPublished(author.reader, article, { body: unbroken })
  const { id } = await givenComment(author.reader, article, { body: `${unbroken}?again`, parentId: shown.id })
  const appeal = await givenAppeal(author.reader, { body: `${unbroken}?refused`, words: unbroken })
  const moderator = await signedIn('editor')
  for (const address of [
    article.path,
    '/account',
    '/account/sessions',
    `/news/${article.id}/report-error`,
    `/comments/${id}/receipt`,
    `/comments/${id}/edit`,
    `/comments/${appeal.id}/receipt`,
    `/comments/new?article=${article.id}&parent=${shown.id}`,
  ]) {
    await author.page.goto(address)
    await expectToFit(author.page)
  }
  for (const address of [
    '/admin',
    '/admin/queue',
    `/admin/queue?author=${author.reader.id}`,
    '/admin/rules',
    '/admin/pictures',
    '/admin/pictures?q=x&problem=kind',
    '/admin/log',
    `/admin/appeals?after=${appeal.appealId - 1}`,
    '/admin/rules?begin=words',
    '/admin/articles',
    `/admin/articles/${article.id}`,
    `/admin/articles/${article.id}/preview`,
    '/admin/articles/errors',
    '/admin/sections',
    '/admin/tags',
    '/admin/authors',
    '/admin/pages',
    '/admin/pages/about',
    '/admin/front',
    '/admin/front?find=1&words=the',
    '/admin/insights',
    `/admin/articles/${article.id}/correct`,
    '/admin/rules/reasons',
    '/admin/rules/house',
    `/admin/settings?article=${article.id}`,
    `/admin/log?comment=${id}&by=rules`,
    `/admin/comments/${id}`,
    `/admin/comments/${id}/redact`,
    '/admin/readers',
    `/admin/readers/${author.reader.id}`,
  ]) {
    await moderator.page.goto(address)
    await expectToFit(moderator.page)
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
