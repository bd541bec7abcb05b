import { expect, test } from './fixtures'

test('headlines and text are set in the one font, to the last letter', async ({ page }) => {
  for (const address of ['/', '/news/49433', '/section/world', '/rules']) {
    await page.goto(address, { waitUntil: 'networkidle' })
    const session = await page.context().newCDPSession(page)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument')
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector:
        'header a[href="/"], h1:not(.sr-only), h2 a.no-underline, h3 a, main [id^=p], main p.font-serif',
    })
    const used = new Map<string, number>()
    for (const nodeId of nodeIds) {
      const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId })
      const family = computedStyle.find(({ name }) => name === 'font-family')?.value ?? ''
      if (!family.startsWith('Newsreader')) continue
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      for (const { familyName, glyphCount } of fonts)
        used.set(familyName, (used.get(familyName) ?? 0) + glyphCount)
    }
    expect([address, [...used.keys()]]).toEqual([address, ['Newsreader']])
    await session.detach()
  }
})
