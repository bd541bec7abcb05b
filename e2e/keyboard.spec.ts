import type { Page } from '@playwright/test'
import { listAddresses, liveliestArticle, publicAddresses } from './addresses'
import { moderationAddresses, newsroomAddresses } from './addresses-desk'
import { doors, readerAddresses } from './addresses-private'
import type { Alarm } from './alarm'
import { expect, test } from './fixtures'
import { isLong, type Listed } from './listed'

/** More places than any page has: a walk of so many steps goes in a circle. */
const endless = 1_500

test('the first Tab reaches “Skip to the content”, which goes there', async ({ page }) => {
  const { path } = await liveliestArticle()
  for (const address of ['/', path, '/sign-in']) {
    await page.goto(address)
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    await page.keyboard.press('Tab')
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#content$/)
    await page.keyboard.press('Tab')
    const inContent = await page.evaluate(() => document.activeElement?.closest('#content') !== null)
    expect([address, inContent]).toEqual([address, true])
  }
})

test('whatever has the focus shows it', async ({ page, signedIn }) => {
  const { path } = await liveliestArticle()
  const editor = await signedIn('editor')
  for (const [visited, addresses] of [
    [page, ['/', path, '/sign-up', '/corrections', ...(await listAddresses())]],
    [editor.page, ['/admin/front?find=1&words=the', '/admin/insights', '/admin/queue?authors=new']],
    [editor.page, ['/admin/readers', '/admin/log', '/admin/appeals', '/admin/rules', '/admin/rules/reasons']],
  ] as const)
    for (const address of addresses) {
      await visited.goto(address)
      await walk(visited, address, 25)
    }
})

test('on every public page, to its end', async ({ page, alarm }) => {
  test.skip(!isLong, 'npm run test:long')
  await walkAll(page, [...(await publicAddresses()), ...doors], alarm)
})

test('on every page of a reader, to its end', async ({ signedIn, alarm }) => {
  test.skip(!isLong, 'npm run test:long')
  const { page, reader } = await signedIn()
  await walkAll(page, await readerAddresses(reader), alarm)
})

test('on every page of the desk, to its end', async ({ signedIn, alarm }) => {
  test.skip(!isLong, 'npm run test:long')
  const editor = await signedIn('editor')
  const list = [...(await moderationAddresses(editor)), ...(await newsroomAddresses(editor))]
  await walkAll(editor.page, list, alarm)
})

async function walkAll(page: Page, list: Listed[], alarm: Alarm): Promise<void> {
  test.setTimeout(300_000)
  for (const { address, status } of list) {
    if (status !== 200) alarm.expectRefusal(address, status)
    await page.goto(address)
    expect.soft([address, await walk(page, address, endless)]).toEqual([address, 'its end'])
  }
}

/** Tabs from place to place, until the page is left, and says how far it came. */
async function walk(page: Page, address: string, steps: number): Promise<'its end' | 'somewhere'> {
  const unseen: string[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const isShown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      return { isShown, element: element.outerHTML.slice(0, 120) }
    })
    if (focus && !focus.isShown) unseen.push(focus.element)
    if (focus && step + 1 < steps) continue
    expect.soft([address, unseen]).toEqual([address, []])
    return focus ? 'somewhere' : 'its end'
  }
  return 'somewhere'
}
