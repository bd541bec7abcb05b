import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { publicAddresses } from './addresses'
import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'the examination itself is a script')

type Mode = { name: string; set(page: Page): Promise<unknown> }

/** Every way to see a page besides the two that accessibility.spec.ts examines. A zoom is a narrower window. */
const modes: Mode[] = [
  { name: 'the dark', set: (page) => page.emulateMedia({ colorScheme: 'dark' }) },
  {
    // The examination is a script itself: only the site's are kept away.
    name: 'a browser without our scripts',
    set: (page) =>
      page.route('**/islands/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' })),
  },
  { name: 'print', set: (page) => page.emulateMedia({ media: 'print' }) },
  { name: '200 % zoom', set: (page) => page.setViewportSize({ width: 640, height: 450 }) },
  { name: '400 % zoom', set: (page) => page.setViewportSize({ width: 320, height: 256 }) },
  { name: 'forced colours', set: (page) => page.emulateMedia({ forcedColors: 'active' }) },
  { name: 'reduced motion', set: (page) => page.emulateMedia({ reducedMotion: 'reduce' }) },
]

for (const { name, set } of modes)
  test(`no public page has a barrier in ${name}`, async ({ page, alarm }) => {
    test.skip(process.env.TRIBUNE_LONG !== '1', 'npm run test:long')
    test.setTimeout(300_000)
    await set(page)
    for (const { address, status } of await publicAddresses()) {
      if (status !== 200) alarm.expectRefusal(address, status)
      await page.goto(address)
      const axe = new AxeBuilder({ page })
      // The system's colours are its own affair.
      const { violations } = await (name === 'forced colours'
        ? axe.disableRules('color-contrast')
        : axe
      ).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
      expect.soft([address, name, found]).toEqual([address, name, []])
    }
  })

test('headings go down one by one, and every page has its landmarks once, in their order', async ({
  page,
  alarm,
}) => {
  for (const { address, status } of await publicAddresses()) {
    if (status !== 200) alarm.expectRefusal(address, status)
    await page.goto(address)
    const { levels, landmarks } = await page.evaluate(() => ({
      levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
        Number(heading.tagName[1]),
      ),
      landmarks: [...document.querySelectorAll('body > header, body > nav, body > main, body > footer')].map(
        ({ tagName }) => tagName,
      ),
    }))
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect.soft([address, levels.filter((level) => level === 1).length, skipped]).toEqual([address, 1, []])
    expect
      .soft([address, landmarks.at(0), landmarks.at(-2), landmarks.at(-1)])
      .toEqual([address, 'HEADER', 'MAIN', 'FOOTER'])
  }
})

test('whoever hears a conversation hears what answers what, and how deep', async ({ page }) => {
  const article = await givenArticle()
  const [first, second] = [await givenReader(), await givenReader()]
  const root = await givenPublished(first, article)
  const answer = await givenPublished(second, article, { parentId: root.id })
  await page.goto(article.path)
  await expect(page.locator(`#comment-${answer.id} header`)).toContainText(`answers ${first.name}, level 2`)
  await expect(page.locator(`#comment-${root.id} header`)).not.toContainText('answers')
})
