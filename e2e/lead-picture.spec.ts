import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { soon } from './steps'

test.skip(
  ({ javaScriptEnabled }) => javaScriptEnabled !== false,
  'lead-picture.scripts.spec.ts is the other way',
)

test('without scripts a lead picture is sent to the library, chosen by its number, and shown to readers', async ({
  signedIn,
  visitor,
}) => {
  const [{ page }, reader] = [await signedIn('editor'), await visitor()]
  const { id, path } = await givenArticle()
  const noise = randomBytes(640 * 480 * 3)
  const buffer = await sharp(noise, { raw: { width: 640, height: 480, channels: 3 } })
    .jpeg()
    .toBuffer()
  await page.goto('/admin/pictures')
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: `${oneOfAKind()}.jpg`, mimeType: 'image/jpeg', buffer })
  await page.getByRole('textbox', { name: 'What it shows' }).fill('Boats in a harbour')
  await page.getByRole('textbox', { name: 'Credit' }).fill('Ana Marin')
  await page.getByRole('button', { name: 'Add to the library' }).click()
  const number = (await page.getByText(/^No\. \d+$/).textContent())?.replace('No. ', '') ?? ''

  await page.goto(`/admin/articles/${id}`)
  await page.getByText('Lead picture', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Picture', exact: true }).fill(number)
  await page.getByRole('button', { name: 'Save draft' }).click()
  // The library's words come along, and are the article's to change.
  const alt = page.getByRole('textbox', { name: 'What it shows, for those who do not see it' })
  await expect(alt).toHaveValue('Boats in a harbour')
  const shown = page.getByRole('link', { name: 'The lead picture in the library' })
  await expect(shown.locator('img')).toBeVisible()
  await page.getByRole('textbox', { name: 'Caption', exact: true }).fill('At noon.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByRole('region', { name: 'What readers get' })).toBeVisible()
  await expect.poll(async () => (await reader.request.get(path)).text(), soon).toContain('At noon.')
  await reader.page.goto(path)
  await expect(reader.page.getByRole('img', { name: 'Boats in a harbour' })).toBeVisible()

  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('textbox', { name: 'Picture', exact: true }).fill('')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(shown).toHaveCount(0)
})
