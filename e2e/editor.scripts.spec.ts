import type { Page } from '@playwright/test'
import { readBody } from '@/lib/articles/body'
import { db } from '@/lib/db'
import { readContent } from '@/lib/newsroom/draft-content'
import { expect, test } from './fixtures'
import { givenArticle } from './newsroom'
import { photo } from './photo'

test('an article is written, formatted, pasted into and illustrated, and what is kept of it are blocks', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor')
  const article = await givenArticle()
  await page.goto(`/admin/articles/${article.id}`)
  const [body, tools] = [page.getByRole('textbox', { name: 'Body' }), page.getByRole('toolbar')]
  await expect(tools).toBeVisible()
  const [first] = await blocksOf(article.id)
  await body.getByText('The last stone was set this morning.').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('## Nobody ')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('fell')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await paste(page, {
    'text/plain': '> It *holds* &amp; stands.\n>\n> — Ada Lovelace, *a letter* **verified**\n\nIt went on.',
  })
  await expect(body.getByRole('textbox', { name: 'Speaker' })).toHaveValue('Ada Lovelace')
  await paste(page, {
    'text/html':
      '<style>p{color:red}</style><b style="font-weight:normal"><p style="x:y">From <span style="font-weight:700">Docs</span><img src="https://elsewhere.example/1.gif" onerror="alert(1)"></p></b>',
    'text/plain': 'From Docs',
  })
  await expect(body.locator('strong').filter({ hasText: 'Docs' })).toBeVisible()

  // One stop of Tab for all tools; the arrows go on from there.
  await tools.getByRole('button', { name: 'Paragraph' }).focus()
  await page.keyboard.press('End')
  await expect(tools.getByRole('button', { name: 'Redo' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(body.locator('strong').filter({ hasText: 'Docs' })).toHaveCount(0)
  await tools.getByRole('button', { name: 'Redo' }).click()

  await pasteFile(page, 'stone.jpg', await photo())
  const described = body.getByRole('textbox', { name: 'What it shows' })
  await described.fill('The last stone')
  await expect(body.getByRole('img', { name: 'The last stone' })).toBeVisible()
  await page.getByRole('button', { name: 'Save draft' }).click()

  const kept = () => blocksOf(article.id)
  await expect
    .poll(async () => (await kept()).map(({ type }) => type))
    .toEqual([...['paragraph', 'subheading', 'list', 'quotation', 'paragraph', 'picture', 'paragraph']])
  const blocks = await kept()
  expect(blocks[0]).toEqual(first)
  expect(blocks[1]).toMatchObject({ content: [{ text: 'Nobody ' }, { text: 'fell', strong: true }] })
  expect(blocks[3]).toMatchObject({
    ...{ speaker: 'Ada Lovelace', source: 'a letter', verified: true },
    content: [{ text: 'It ' }, { text: 'holds', emphasis: true }, { text: ' & stands.' }],
  })
  expect(blocks[5]).toMatchObject({ alt: 'The last stone', hash: expect.stringMatching(/^[0-9a-f]{32}$/) })
})

test('a picture that is none says why in its place, and the text is as it was', async ({
  signedIn,
  alarm,
}) => {
  alarm.expectRefusal('/api/admin/pictures', 422)
  const { page } = await signedIn('editor')
  const article = await givenArticle()
  await page.goto(`/admin/articles/${article.id}`)
  await expect(page.getByRole('toolbar')).toBeVisible()
  await page.getByRole('textbox', { name: 'Body' }).getByText('Nobody fell.').click()
  await pasteFile(page, 'evil.jpg', Buffer.from('<svg onload="alert(1)">'))
  await expect(page.getByRole('alert').filter({ hasText: 'evil.jpg' })).toContainText('no JPEG, PNG or WebP')
  alarm.expectRefusal('/api/admin/pictures', 503)
  await page.route('**/api/admin/pictures', (route) => route.fulfill({ status: 503 }))
  await pasteFile(page, 'stone.jpg', await photo())
  await expect(page.getByRole('alert').filter({ hasText: 'stone.jpg' })).toContainText(
    'The site does not answer.',
  )
})

/** What is kept of it: the working copy, or the version that is published. */
async function blocksOf(articleId: number) {
  const draft = await db().articleDraft.findUnique({ where: { articleId }, select: { content: true } })
  if (draft) return readContent(draft.content).body
  const version = await db().articleVersion.findFirstOrThrow({ where: { articleId }, select: { body: true } })
  return readBody(version.body)
}

function paste(page: Page, given: Record<string, string>): Promise<void> {
  return page.getByRole('textbox', { name: 'Body' }).evaluate((box, given) => {
    const data = new DataTransfer()
    for (const [type, text] of Object.entries(given)) data.setData(type, text)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, given)
}

function pasteFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  return page.getByRole('textbox', { name: 'Body' }).evaluate(
    (box, { name, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }))
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { name, bytes: [...bytes] },
  )
}
