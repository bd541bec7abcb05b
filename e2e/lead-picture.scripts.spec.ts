import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { photo } from './photo'

test('the lead picture is sent, seen, chosen again from the library and removed in the article’s form', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor')
  const { id } = await givenArticle()
  const name = `${oneOfAKind()}.jpg`
  const buffer = await photo()
  const open = async () => {
    await page.goto(`/admin/articles/${id}`)
    await expect(page.getByRole('toolbar')).toBeVisible()
  }
  const shown = page.getByRole('link', { name: 'The lead picture in the library' })
  const saved = page.getByText(/^Saved \d/)

  await open()
  await page.getByText('Lead picture', { exact: true }).click()
  await page.getByRole('button', { name: 'Choose from the library or this device' }).click()
  await page.getByLabel('Send from this device').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
  await expect(shown).toBeVisible()
  await expect(saved).toBeVisible()
  await page.getByRole('textbox', { name: 'Caption', exact: true }).fill('At noon')
  await expect(page.getByText('Saving …')).toBeVisible()
  await expect(saved).toBeVisible()

  await open()
  const width = (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)
  expect(await shown.locator('img').evaluate(width)).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Choose another' }).click()
  const library = page.getByRole('dialog', { name: 'Choose a picture' })
  await library.getByRole('searchbox').fill(name)
  await library.getByRole('button', { name: 'Nobody has said what it shows' }).click()
  await expect(page.getByRole('textbox', { name: 'Caption', exact: true })).toHaveValue('')
  await page.getByRole('button', { name: 'Remove the picture' }).click()
  await expect(saved).toBeVisible()
  await open()
  await expect(shown).toHaveCount(0)
})
