import { readBody } from '@/lib/articles/body'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { headOf, only } from './head-of'
import { givenArticle, oneOfAKind } from './newsroom'
import { problem, soon } from './steps'

test('a card for something elsewhere is kept as a block and loads nothing; words for search engines are theirs alone', async ({
  signedIn,
  visitor,
  javaScriptEnabled,
}) => {
  const [{ page }, reader, article, word] = [
    await signedIn('editor'),
    await visitor(),
    await givenArticle(),
    oneOfAKind(),
  ]
  const url = `https://maps.example/${word}`
  const body = page.getByRole('textbox', { name: 'Body', exact: true })
  await page.goto(`/admin/articles/${article.id}`)
  if (javaScriptEnabled === false)
    await body.fill(`${await body.inputValue()}\n\n> [!embed]\n> [The bridge, on a map](${url})\n> *Maps*\n`)
  else {
    await page.getByRole('toolbar').getByRole('button', { name: 'Card' }).click()
    const address = page.getByRole('dialog').getByRole('textbox', { name: 'Address' })
    await address.fill('mailto:maps@maps.example')
    await address.press('Enter')
    await expect(problem(page, 'That is no address of the web.')).toBeVisible()
    await address.fill('maps.example')
    await address.press('Enter')
    const inCard = (name: string) => body.getByRole('textbox', { name })
    await expect(inCard('Address')).toHaveValue('https://maps.example')
    await inCard('Address').fill(url.replace('https://', ''))
    await inCard('What it is').fill('The bridge, on a map')
    await expect(inCard('Address')).toHaveValue(url)
    // Half an address is no card: the one before stands meanwhile.
    await inCard('Address').fill('https:')
    await inCard('Where it is').fill('Maps')
    await expect(inCard('Address')).toHaveValue(url)
  }
  await page.getByText('Sources, language, conversation and the rest').click()
  await page.getByRole('textbox', { name: 'Title for search engines' }).fill(`Found by ${word}`)
  await page.getByRole('textbox', { name: 'Description for search engines' }).fill(`Where ${word} is.`)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByRole('region', { name: 'What readers get' })).toBeVisible()

  const published = await db().articleVersion.findFirstOrThrow({
    ...{ where: { articleId: article.id }, orderBy: { number: 'desc' }, select: { body: true } },
  })
  const card = { type: 'embed', url, title: 'The bridge, on a map', site: 'Maps' }
  expect(readBody(published.body)).toContainEqual({ ...card, id: expect.any(String) })
  await expect.poll(async () => (await reader.request.get(article.path)).text(), soon).toContain(url)
  const asked: string[] = []
  reader.page.on('request', (request) => asked.push(new URL(request.url()).host))
  await reader.page.goto(article.path)
  const shown = reader.page.getByRole('paragraph').filter({ hasText: 'Maps' })
  await expect(shown.getByRole('link', { name: 'The bridge, on a map' })).toHaveAttribute('href', url)
  await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText(article.headline)
  expect([...new Set(asked)]).toEqual([new URL(reader.page.url()).host])

  const head = headOf(await (await reader.request.get(article.path)).text())
  expect(head.title).toBe(`Found by ${word} · Tribune`)
  expect(['description', 'og:title', 'og:description'].map((name) => only(head, name))).toEqual([
    ...[`Where ${word} is.`, `Found by ${word}`, `Where ${word} is.`],
  ])
  expect(JSON.parse(head.structured[0] ?? '')).toMatchObject({
    ...{ headline: article.headline, description: `Where ${word} is.` },
  })
})
