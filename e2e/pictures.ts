import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium as browserType, type Page } from '@playwright/test'
import { chromium } from './chromium'
import { administrator, root, startSite } from './site'
import { signIn } from './steps'

const folder = join(root, 'docs', 'images')

/** Takes the README's pictures from the running site, as a first start shows it: `npx tsx e2e/pictures.ts`. */
async function takePictures(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const site = await startSite(join(root, 'test-results', 'pictures.log'))
  const browser = await browserType.launch(chromium(process.env))
  try {
    const page = await browser.newPage({
      baseURL: site.url,
      colorScheme: 'light',
      viewport: { width: 1280, height: 1600 },
    })
    await takeArticle(page)
    await takeQueue(page)
  } finally {
    await browser.close()
    await site.stop()
  }
}

/** The beginning of an article and of its conversation; the paragraphs in between are left out. */
async function takeArticle(page: Page): Promise<void> {
  await page.goto('/news/49433')
  await page.evaluate(() => {
    for (const block of document.querySelectorAll('#content > article [id^="p"]:not(#p1)')) block.remove()
  })
  const comment = await page.getByRole('article', { name: 'Comment by' }).first().boundingBox()
  const height = comment ? Math.ceil(comment.y + comment.height) : 1600
  await page.screenshot({
    path: join(folder, 'article.png'),
    fullPage: true,
    clip: { x: 0, y: 0, width: 1280, height },
  })
}

async function takeQueue(page: Page): Promise<void> {
  await page.goto('/sign-in?next=/admin/queue')
  await signIn(page, administrator)
  await page.getByRole('heading', { level: 1, name: 'Held' }).waitFor()
  await page.setViewportSize({ width: 1280, height: 920 })
  await page.screenshot({ path: join(folder, 'queue.png') })
}

await takePictures()
