import { expect, test } from './fixtures'
import { givenArticle, oneOfAKind } from './newsroom'
import { photo } from './photo'
import { problem, soon } from './steps'

// A document follows a change within two seconds.

test('an editor writes a standing page after looking at it, and readers have it at once', async ({
  page,
  signedIn,
}) => {
  const { page: desk } = await signedIn('editor')
  const word = oneOfAKind()
  await desk.goto('/admin/pages/terms')
  const text = desk.getByRole('textbox', { name: 'Text' })
  await text.fill(`Read this.\n\n## The ${word} clause\n\n- one\n- two`)
  await desk.getByRole('button', { name: 'Preview' }).click()
  await expect(
    desk.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: word }),
  ).toBeVisible()
  expect(await (await page.request.get('/terms')).text()).not.toContain(word)
  await desk.getByRole('button', { name: 'Save' }).click()
  await expect(desk.getByRole('status')).toContainText('It says so from now on.')
  const number = await desk.locator('input[name=seen]').inputValue()
  await desk.getByText(/^What it said/).click()
  await desk.getByRole('link', { name: `Version ${number}`, exact: true }).click()
  const earlier = desk.getByRole('region', { name: `Version ${number}` })
  await expect(earlier.getByRole('heading', { name: word })).toBeVisible()
  await earlier.getByRole('link', { name: 'Bring it back into the box' }).click()
  await expect(desk.getByRole('status')).toContainText(`Version ${number} is in the box.`)
  await expect(desk.getByRole('textbox', { name: 'Text' })).toHaveValue(new RegExp(word))
  await expect.poll(async () => (await page.request.get('/terms')).text(), soon).toContain(word)
  await page.goto('/terms')
  await expect(page.getByRole('heading', { name: `The ${word} clause` })).toBeVisible()
})

test('a section’s new address is there at once, and the old one leads to it', async ({ page, signedIn }) => {
  const { page: desk } = await signedIn('editor')
  const [name, slug] = [`Letters ${oneOfAKind()}`, oneOfAKind()]
  await desk.goto('/admin/sections')
  const add = desk.getByRole('region', { name: 'Add a section' })
  await add.getByRole('textbox', { name: 'Name' }).fill(name)
  await add.getByRole('textbox', { name: 'Address' }).fill(slug)
  await add.getByRole('button', { name: 'Add' }).click()
  await expect(desk.getByRole('status')).toContainText('The section is there.')
  await desk.getByText('Change', { exact: true }).last().click()
  const item = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name }) })
  await item.getByRole('textbox', { name: 'Address' }).fill('sport')
  await item.getByRole('button', { name: 'Save' }).click()
  await expect(problem(desk, 'Another section has this address.')).toBeVisible()
  await desk.getByText('Change', { exact: true }).last().click()
  await item.getByRole('textbox', { name: 'Address' }).fill(`${slug}-new`)
  await item.getByRole('button', { name: 'Save' }).click()
  await expect(desk.getByRole('status')).toContainText('It is so from now on.')
  await expect
    .poll(async () => (await page.request.get(`/section/${slug}`)).url(), soon)
    .toContain(`${slug}-new`)
  await page.goto(`/section/${slug}`)
  await expect(page).toHaveURL(`/section/${slug}-new`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('an author has a page with who they are and a picture, and their name stands over what they wrote', async ({
  page,
  signedIn,
  javaScriptEnabled,
  baseURL,
}) => {
  const { page: desk, request } = await signedIn('editor')
  const [name, slug] = [`Ida ${oneOfAKind()}`, oneOfAKind()]
  const file = { name: `${slug}.jpg`, mimeType: 'image/jpeg', buffer: await photo() }
  await desk.goto('/admin/authors')
  const add = desk.getByRole('region', { name: 'Add an author' })
  await add.getByRole('textbox', { name: 'Name, as it stands over an article' }).fill(name)
  await add.getByRole('textbox', { name: 'Address' }).fill(slug)
  await add.getByRole('textbox', { name: 'Who they are' }).fill('She writes about ferries.')
  if (javaScriptEnabled === false) {
    const headers = { accept: 'application/json', origin: baseURL ?? '' }
    const sent = await request.post('/api/admin/pictures', { headers, multipart: { picture: file } })
    const { id }: { id: number } = await sent.json()
    await add.getByRole('textbox', { name: 'Its number in the library' }).fill(String(id))
  } else {
    await add.getByRole('button', { name: 'Choose from the library or this device' }).click()
    await desk.getByLabel('Send from this device').setInputFiles(file)
    await expect(add.getByRole('link', { name: 'The picture in the library' })).toBeVisible()
  }
  await add.getByRole('button', { name: 'Add' }).click()
  await expect(desk.getByText('It is so from now on.')).toBeVisible()

  const article = await givenArticle()
  await desk.goto(`/admin/articles/${article.id}`)
  await desk.getByRole('combobox', { name: 'By' }).fill(name)
  await desk.getByRole('button', { name: 'Save draft' }).click()
  await desk.getByRole('button', { name: 'Publish changes' }).click()
  await expect(desk.getByRole('region', { name: 'What readers get' })).toBeVisible()
  await expect.poll(async () => (await page.request.get(article.path)).text(), soon).toContain(name)
  await page.goto(article.path)
  await page.getByRole('link', { name }).click()
  await expect(page).toHaveURL(`/author/${slug}`)
  await expect(page.getByText('She writes about ferries.')).toBeVisible()
  await expect(page.locator('main img').first()).toBeVisible()
  await expect(page.getByRole('link', { name: article.headline })).toBeVisible()
})

test('a tag merged into another leads there with its stories, until it is split back', async ({
  page,
  signedIn,
}) => {
  const { page: desk } = await signedIn('editor')
  const [word, other] = [oneOfAKind(), oneOfAKind()]
  const { headline } = await givenArticle({ tags: [word] })
  await givenArticle({ tags: [other] })
  await desk.goto('/admin/tags')
  await desk.getByRole('searchbox', { name: 'Name or address' }).fill(word)
  await desk.getByRole('button', { name: 'Find' }).click()
  const item = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: word }) })
  await expect(item).toContainText('1 story')
  await item.getByText('Rename or merge').click()
  await item.getByRole('textbox', { name: 'Merge into the tag' }).fill(other)
  await item.getByRole('button', { name: 'Merge' }).click()
  await expect(desk.getByRole('status')).toContainText('They are one tag from now on.')
  await expect.poll(async () => (await page.request.get(`/tag/${word}`)).url(), soon).toContain(other)
  for (const feed of ['feed.xml', 'atom.xml', 'feed.json'])
    await expect
      .poll(async () => (await page.request.get(`/tag/${word}/${feed}`)).url(), soon)
      .toMatch(new RegExp(`/tag/${other}/${feed}$`))
  await page.goto(`/tag/${word}`)
  await expect(page).toHaveURL(`/tag/${other}`)
  await expect(page.getByRole('link', { name: headline })).toBeVisible()
  await desk.goto(`/admin/tags?q=${word}`)
  await desk.getByRole('button', { name: `Split back: ${word}` }).click()
  await expect(desk.getByRole('status')).toContainText('It is a tag of its own again.')
  await expect.poll(async () => (await page.request.get(`/tag/${word}`)).url(), soon).not.toContain(other)
})
