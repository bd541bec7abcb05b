import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

test('headlines and text are set in the one font, to the last letter', async ({ page }) => {
  // A page that is painted before its font is there goes without: by the next visit it is at hand.
  for (const address of ['/', '/news/49433', '/section/world', '/rules'])
    await expect(async () => {
      await page.goto(address)
      expect(await otherFonts(page), address).toEqual([])
    }).toPass({ timeout: 20_000 })
})

/** Fonts of the system that stand in where Newsreader should be. Throws where there is nothing to look at. */
async function otherFonts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const selector =
    'header a[href="/"], h1:not(.sr-only), h2 a, h3 a, main p[id], main blockquote > p, main p.font-serif'
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const used = new Set<string>()
  for (const nodeId of nodeIds) {
    const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId })
    const family = computedStyle.find(({ name }) => name === 'font-family')?.value
    if (!family?.startsWith('Newsreader')) continue
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, isCustomFont } of fonts) used.add(isCustomFont ? 'ours' : familyName)
  }
  await session.detach()
  if (!used.delete('ours')) throw new Error(`no text in Newsreader, but in ${[...used]}`)
  return [...used]
}
