import type { Page } from '@playwright/test'
import { publicAddresses } from './addresses'
import { moderationAddresses, newsroomAddresses } from './addresses-desk'
import { doors, readerAddresses } from './addresses-private'
import { barriersOf } from './barriers'
import { expect, type SignedIn, test } from './fixtures'
import { inTime, isLong, type Listed } from './listed'
import { givenArticle, givenPublished, givenReader } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'the examination itself is a script')

type Seeing = { page: Page; signedIn(who?: 'editor'): Promise<SignedIn> }
type Mode = { name: string; set(page: Page): Promise<unknown> }

/** Every way to see a page besides the two that accessibility.spec.ts examines. A zoom is a narrower window. */
const modes: Mode[] = [
  { name: 'the dark', set: (page) => page.emulateMedia({ colorScheme: 'dark' }) },
  {
    // The examination is a script itself: only the site's are kept away.
    name: 'a browser without our scripts',
    set: (page) =>
      page.route(/\/(?:islands|_next\/static)\/.*\.js$/, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      ),
  },
  { name: 'print', set: (page) => page.emulateMedia({ media: 'print' }) },
  { name: '200 % zoom', set: (page) => page.setViewportSize({ width: 640, height: 450 }) },
  { name: '400 % zoom', set: (page) => page.setViewportSize({ width: 320, height: 256 }) },
  { name: 'forced colours', set: (page) => page.emulateMedia({ forcedColors: 'active' }) },
  { name: 'reduced motion', set: (page) => page.emulateMedia({ reducedMotion: 'reduce' }) },
]

/** Who sees a page, and which. */
const worlds: { name: string; see(journey: Seeing): Promise<{ page: Page; list: Listed[] }> }[] = [
  {
    name: 'public page',
    see: async ({ page }) => ({ page, list: [...(await publicAddresses()), ...doors] }),
  },
  {
    name: 'page of a reader',
    see: async ({ signedIn }) => {
      const { page, reader } = await signedIn()
      return { page, list: await readerAddresses(reader) }
    },
  },
  {
    name: 'page of the desk about comments',
    see: async ({ signedIn }) => {
      const editor = await signedIn('editor')
      return { page: editor.page, list: await moderationAddresses(editor) }
    },
  },
  {
    name: 'page of the desk about articles',
    see: async ({ signedIn }) => {
      const editor = await signedIn('editor')
      return { page: editor.page, list: await newsroomAddresses(editor) }
    },
  },
]

for (const { name, set } of modes)
  for (const world of worlds)
    test(`no ${world.name} has a barrier in ${name}`, async ({ page: first, signedIn, alarm }) => {
      test.skip(!isLong, 'npm run test:long')
      test.setTimeout(300_000)
      const { page, list } = await world.see({ page: first, signedIn })
      await set(page)
      for (const { address, status } of list) {
        if (status !== 200) alarm.expectRefusal(address, status)
        await page.goto(address)
        // The system's colours are its own affair.
        const found = await barriersOf(page, name === 'forced colours' ? { except: ['color-contrast'] } : {})
        expect.soft([address, name, found]).toEqual([address, name, []])
      }
    })

test('headings go down one by one, and every page has its landmarks once, in their order', async ({
  page,
  alarm,
}) => {
  for (const { address, status } of inTime(await publicAddresses())) {
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
