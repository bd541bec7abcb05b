import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { slugOf } from '@/lib/articles/slug'
import { expect, test } from './fixtures'
import type { House } from './house'
import { root, siteVariables } from './site'
import { commentBox } from './steps'

const folder = join(root, '..', 'shared', 'data', 'wire')
const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
const newsId = 49434
const address = `/news/${newsId}/russia-pessimistic-about-improvement-of-ties-with-us-even-under-biden`

test.skip(file === undefined, 'there is no wire page in ../shared/data/wire')

test('a wire page imported while the site runs stands at its News ID at once, whole', async ({
  page,
  request,
  house,
}) => {
  const path = join(folder, file ?? '')
  const printed = await tribune(house, 'import', path)
  expect(printed).toMatch(/News ID 49434 (published|is already there)/)
  expect(await tribune(house, 'import', path)).toContain('nothing changed')

  const asked = await request.get(`/news/${newsId}`, { maxRedirects: 0 })
  expect([asked.status(), asked.headers().location]).toEqual([308, address])

  await page.goto(`/news/${newsId}`)
  await expect(page).toHaveURL(address)
  await expect(page.getByText(`News ID: ${newsId}`)).toBeVisible()
  await expect(page.getByText('Publish Date: 12:40 - 25 November 2020')).toBeVisible()
  await expect(page.getByText('Wednesday, 25 November 2020', { exact: true })).toBeVisible()
  const talk = page.getByRole('region', { name: 'Your Comment' })
  await expect(talk.getByRole('textbox', { name: 'Your comment' })).toBeVisible()
  await expect(commentBox(page)).toHaveCount(1)
  await expect(talk.getByRole('button', { name: 'Post comment' })).toBeVisible()

  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveCount(1)
  const headline = (await heading.textContent()) ?? ''
  expect(address).toBe(`/news/${newsId}/${slugOf(headline)}`)

  // The page, as one text, against the file: the wire runs the headline into the first paragraph.
  const article = page.getByRole('article').filter({ has: heading })
  const shown = (await article.getByRole('paragraph').allTextContents()).join('\n')
  const wire = readWire(path)
  expect(shown).toContain(wire.standfirst)
  expect(wire.firstBlock.startsWith(headline)).toBe(true)
  for (const paragraph of [wire.firstBlock.slice(headline.length), ...wire.blocks])
    expect(shown).toContain(paragraph)
  expect(wire.quotations.length).toBeGreaterThan(4)
  for (const quotation of wire.quotations) expect(shown).toContain(quotation)
  expect(await article.textContent()).not.toContain('Your Comment')

  for (const list of ['/', '/section/world']) {
    await page.goto(list)
    await expect(page.getByRole('link', { name: headline })).toHaveAttribute('href', address)
  }
})

test('what is no wire page is refused with its line, and nothing of it stays', async ({ house, request }) => {
  const printed = await tribune(house, 'import', join(root, 'LICENSE')).catch((error) => error)
  expect(printed).toHaveProperty('code', 1)
  expect(printed.stderr).toMatch(/LICENSE: refused, line \d+: /)
  expect((await request.get('/')).status()).toBe(200)
})

async function tribune({ dataDir, url }: House, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...siteVariables(dataDir, Number(new URL(url).port)) }
  const command = [join(root, 'bin', 'tribune.mjs'), ...args]
  return (await promisify(execFile)(process.execPath, command, { env })).stdout
}

/** The parts of the wire page that a reader must find again, each as it stands in the file. */
function readWire(path: string) {
  const text = readFileSync(path, 'utf8')
  const [head = '', firstBlock = '', ...rest] = text.trim().split(/\n\n+/)
  const standfirst = head.split('_').at(-1) ?? ''
  return { standfirst, firstBlock, blocks: rest.slice(0, -1), quotations: text.match(/“[^”]*”/g) ?? [] }
}
