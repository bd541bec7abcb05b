import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { photo } from './photo'
import { soon } from './steps'

test.skip(
  ({ javaScriptEnabled }) => javaScriptEnabled !== false,
  'lead-picture.scripts.spec.ts is the other way',
)

test('without scripts a lead picture is sent to the library, cut where it may be, chosen by its number and, like the sources, shown to readers', async ({
  signedIn,
  visitor,
}) => {
  const [{ page }, reader] = [await signedIn('editor'), await visitor()]
  const tag = oneOfAKind()
  const { id, path } = await givenArticle({ tags: [tag] })
  const buffer = await photo(960, 480)
  await page.goto('/admin/pictures')
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: `${oneOfAKind()}.jpg`, mimeType: 'image/jpeg', buffer })
  await page.getByRole('textbox', { name: 'What it shows' }).fill('Boats in a harbour')
  await page.getByRole('textbox', { name: 'Credit' }).fill('Ana Marin')
  await page.getByRole('button', { name: 'Add to the library' }).click()
  await page.getByRole('spinbutton', { name: 'From the left' }).fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
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
  await page.getByText('Sources, language, conversation and the rest').click()
  await page.getByRole('textbox', { name: 'Sources' }).fill('The harbour office https://harbour.example/7')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByRole('region', { name: 'What readers get' })).toBeVisible()
  await expect.poll(async () => (await reader.request.get(path)).text(), soon).toContain('At noon.')
  await reader.page.goto(path)
  await expect(reader.page.getByRole('img', { name: 'Boats in a harbour' })).toBeVisible()
  const sources = reader.page.getByRole('region', { name: 'Sources' })
  await expect(sources.getByRole('link', { name: 'The harbour office' })).toHaveAttribute(
    'href',
    'https://harbour.example/7',
  )
  await reader.page.goto(`/tag/${tag}`)
  // Its left edge is what stays.
  await expect(reader.page.getByRole('img', { name: 'Boats in a harbour' })).toHaveCSS(
    'object-position',
    '0px 0px',
  )

  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('textbox', { name: 'Picture', exact: true }).fill('')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(shown).toHaveCount(0)
})
