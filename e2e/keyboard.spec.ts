import { listAddresses, liveliestArticle } from './addresses'
import { expect, test } from './fixtures'

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
  const [moderator, editor] = [await signedIn('moderator'), await signedIn('editor')]
  for (const [visited, address] of [
    [page, '/'],
    [page, path],
    [page, '/sign-up'],
    [page, '/corrections'],
    ...(await listAddresses()).map((address) => [page, address] as const),
    [editor.page, '/admin/front?find=1&words=the'],
    [editor.page, '/admin/insights'],
    [moderator.page, '/admin/queue?authors=new'],
    [moderator.page, '/admin/readers'],
    [moderator.page, '/admin/log'],
    [moderator.page, '/admin/appeals'],
    [moderator.page, '/admin/rules'],
    [moderator.page, '/admin/rules/reasons'],
  ] as const) {
    await visited.goto(address)
    for (let step = 0; step < 25; step += 1) {
      await visited.keyboard.press('Tab')
      const focus = await visited.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return {
          outlineStyle,
          width: Number.parseFloat(outlineWidth),
          element: element.outerHTML.slice(0, 120),
        }
      })
      if (focus === null) break
      expect([address, focus.element, focus.outlineStyle]).not.toEqual([address, focus.element, 'none'])
      expect(focus.width, `${address} ${focus.element}`).toBeGreaterThanOrEqual(2)
    }
  }
})
