import sharp from 'sharp'
import { publishArticle, setState } from '@/lib/articles/commands'
import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind, section } from './newsroom'

test('an editor adds a picture and says what it shows; readers get it while an article shows it, and no longer', async ({
  signedIn,
  visitor,
}) => {
  const { page } = await signedIn('editor')
  const reader = await visitor()
  await givenArticle()
  const name = `harbour-${oneOfAKind()}.jpg`
  await page.goto('/admin/pictures')
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer: await photo() })
  await page.getByRole('button', { name: 'Add to the library' }).click()
  await expect(page.getByText('The picture is in the library.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Credit' })).toHaveValue('Ana Marin')
  await expect(page.getByText('Only the newsroom can see it')).toBeVisible()
  const shown = page.getByRole('main').locator('img')
  const src = (await shown.getAttribute('src')) ?? ''
  expect(
    await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(720)
  const open = src.split('?')[0] ?? ''
  expect((await reader.request.get(open)).status()).toBe(404)

  await page.getByRole('textbox', { name: 'What it shows' }).fill('Boats in a harbour')
  await page.getByRole('spinbutton', { name: 'From the left' }).fill('25')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'From the left' })).toHaveValue('25')
  await page.goto(`/admin/pictures?q=${name}`)
  await page.getByRole('link', { name: 'Boats in a harbour' }).click()

  const hash = /pictures\/([0-9a-f]{32})/.exec(open)?.[1] ?? ''
  const article = await publishArticle(
    {
      ...{
        headline: `Boats ${oneOfAKind()}`,
        standfirst: null,
        dateline: null,
        tags: [],
        picture: null,
        bylines: [],
      },
      body: [{ type: 'picture', id: 'p1', hash, alt: 'Boats', caption: 'At noon.' }],
      ...{ section, prominence: 0, publishedAt: new Date(), source: 'desk', sourceHash: null },
    },
    new Date(),
  )
  if (!article.ok) throw new Error(article.error)
  await expect.poll(async () => (await reader.request.get(open)).status()).toBe(200)
  await reader.page.goto(`/news/${article.value.id}`)
  const figure = reader.page.getByRole('figure').filter({ hasText: 'At noon. Ana Marin' })
  await expect(figure.getByRole('img', { name: 'Boats' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Anyone can see it')).toBeVisible()
  await setState(article.value.id, 'withdrawn')
  await expect.poll(async () => (await reader.request.get(open)).status()).toBe(404)
  expect((await page.request.get(src)).status()).toBe(200)
})

test('what is no picture is not taken, and it is said why; only editors add', async ({
  signedIn,
  visitor,
  baseURL,
}) => {
  const { page } = await signedIn('editor')
  await page.goto('/admin/pictures')
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(svg) })
  await page.getByRole('button', { name: 'Add to the library' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'no JPEG, PNG or WebP' })).toBeVisible()

  const headers = { accept: 'application/json', origin: baseURL ?? '' }
  const picture = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo() }
  const [moderator, nobody] = [await signedIn('moderator'), await visitor()]
  const send = (who: typeof nobody, file = picture) =>
    who.request.post('/api/admin/pictures', { headers, multipart: { picture: file } })
  expect((await send(moderator)).status()).toBe(403)
  expect((await send(nobody)).status()).toBe(401)
  const large = { ...picture, buffer: Buffer.alloc(25.5 * 1024 * 1024, 1) }
  const { request } = page.context()
  const refused = await request.post('/api/admin/pictures', { headers, multipart: { picture: large } })
  expect([refused.status(), await refused.json()]).toEqual([413, { error: 'too-large' }])
  expect(
    (await request.post('/api/admin/pictures', { headers, multipart: { other: picture } })).status(),
  ).toBe(422)
  expect((await request.post('/api/admin/pictures', { headers, data: { picture: 'x' } })).status()).toBe(422)
})

/** One of a kind, and of somebody. */
function photo(): Promise<Buffer> {
  const [r, g, b] = [0, 0, 0].map(() => Math.floor(Math.random() * 256))
  return sharp({ create: { width: 900, height: 600, channels: 3, background: { r, g, b } } })
    .composite([
      { input: { create: { width: 300, height: 200, channels: 3, background: '#fff' } }, left: 40, top: 60 },
    ])
    .withExif({ IFD0: { Artist: 'Ana Marin' } })
    .jpeg()
    .toBuffer()
}
