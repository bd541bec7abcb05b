import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'

test('a related article is found by words of its headline, named, and taken away', async ({ signedIn }) => {
  const [{ page }, article] = [await signedIn('editor'), await givenArticle()]
  const other = await givenArticle({ headline: `The ${oneOfAKind()} tunnel is dug` })
  const saved = page.getByText(/^Saved \d/)
  const open = async () => {
    await page.goto(`/admin/articles/${article.id}`)
    await expect(page.getByRole('toolbar')).toBeVisible()
    await page.getByText('Sources, language, conversation and the rest').click()
  }
  const numbers = page.getByRole('textbox', { name: 'Related articles' })
  const named = page.getByRole('link', { name: other.headline })

  await open()
  await page.getByRole('searchbox', { name: 'Find one by words of its headline' }).fill(other.headline)
  const offered = page.getByRole('button', { name: other.headline, exact: true })
  await expect(offered).toBeVisible()
  // What is looked for is nothing that is written.
  await expect(page.getByText('Everything is saved.')).toBeVisible()
  await offered.click()
  await expect(numbers).toHaveValue(String(other.id))
  await expect(named).toBeVisible()
  await expect(saved).toBeVisible()
  await open()
  await expect(named).toBeVisible()
  await page.getByRole('button', { name: `Remove: ${other.headline}` }).click()
  await expect(numbers).toHaveValue('')
  await expect(named).toHaveCount(0)
})

test('a note to readers gets its marks by buttons and keys, and shows what they will see', async ({
  signedIn,
}) => {
  const [{ page }, article] = [await signedIn('editor'), await givenArticle()]
  await page.goto(`/admin/articles/${article.id}/correct`)
  const note = page.getByRole('textbox', { name: 'Note to readers' })
  await expect(page.getByRole('button', { name: 'Bold' })).toBeVisible()
  await note.fill('It was four.')
  const choose = (from: number, to: number) =>
    note.evaluate((box: HTMLTextAreaElement, [a, b]) => box.setSelectionRange(a, b), [from, to] as const)
  await choose(7, 11)
  await page.getByRole('button', { name: 'Bold' }).click()
  await expect(note).toHaveValue('It was **four**.')
  await expect(page.locator('form strong')).toHaveText('four')
  await note.press('ControlOrMeta+b')
  await expect(note).toHaveValue('It was four.')
  await note.press('ControlOrMeta+k')
  await page.getByRole('textbox', { name: 'Address' }).fill('report.example/7')
  await page.getByRole('button', { name: 'Use', exact: true }).click()
  await expect(note).toHaveValue('It was [four](https://report.example/7).')
  await expect(page.getByRole('link', { name: 'four' })).toHaveAttribute('href', 'https://report.example/7')
  await note.press('ControlOrMeta+z')
  await expect(note).toHaveValue('It was four.')
})
