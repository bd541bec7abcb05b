import type { Locator, Page } from '@playwright/test'
import { db } from '@/lib/db'
import { readContent } from '@/lib/newsroom/draft-content'
import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { photo } from './photo'

test('a picture that is dropped on the library says how far it is, and is then in it', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor')
  await page.goto('/admin/pictures')
  await expect(page.getByText('Drop pictures here, or paste one.')).toBeVisible()
  const name = `${oneOfAKind()}.jpg`
  await slowDown(page)
  const library = page.waitForEvent('load', patience)
  await drop(page.getByRole('main'), name)
  await expect(page.getByRole('status').filter({ hasText: `Sending ${name}: ` })).toHaveText(/: [1-9]\d? %/)
  await library
  await page.goto(`/admin/pictures?q=${name}`)
  await expect(page.getByRole('main').locator('img')).toHaveCount(1)
})

test('a picture that is dropped into the text says how far it is, and takes the place where it was dropped', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor')
  const { id } = await givenArticle()
  await page.goto(`/admin/articles/${id}`)
  await expect(page.getByRole('toolbar')).toBeVisible()
  const name = `${oneOfAKind()}.jpg`
  await slowDown(page)
  const body = page.getByRole('textbox', { name: 'Body', exact: true })
  await drop(body.getByText('The last stone was set this morning.'), name)
  await expect(body.getByRole('status')).toHaveText(/: [1-9]\d? %/)
  // The text can be written on meanwhile.
  await body.getByText('Nobody fell.').click()
  await page.keyboard.type('So it is said. ')
  await expect(body.getByRole('textbox', { name: 'What it shows' })).toBeVisible(patience)
  await expect
    .poll(async () => {
      const draft = await db().articleDraft.findUnique({
        where: { articleId: id },
        select: { content: true },
      })
      return draft && readContent(draft.content).body.map(({ type }) => type)
    })
    .toEqual(['paragraph', 'picture', 'paragraph'])
  await expect(body.getByText('So it is said.')).toBeVisible()
})

// A picture on a slow line, to a site that makes something of it on a busy machine.
const patience = { timeout: 60_000 }

/** A line on which a picture takes a while. */
async function slowDown(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 },
  })
}

/** Drops a picture of some hundred kilobytes in the middle of something. */
async function drop(target: Locator, name: string): Promise<void> {
  const bytes = [...(await photo(800, 600))]
  await target.evaluate(
    (target, { name, bytes }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }))
      const { left, top, width, height } = target.getBoundingClientRect()
      const at = { clientX: left + width / 2, clientY: top + height / 2 }
      target.dispatchEvent(new DragEvent('drop', { ...at, dataTransfer, bubbles: true, cancelable: true }))
    },
    { name, bytes },
  )
}
