import { givenDraft, givenPublication } from '@/lib/database/test-desk'
import { isModerator } from '@/lib/readers/viewer'
import { expect, test } from './fixtures'
import { givenArticle, givenReader, goodPassword, oneOfAKind } from './newsroom'
import { expectNothingHere, problem, signIn, soon } from './steps'

/** What the site promises: what the newsroom publishes is there for everyone within this. */

test('an editor writes an article, shows it to somebody, publishes it with proof, corrects it and withdraws it', async ({
  signedIn,
  visitor,
  alarm,
  javaScriptEnabled,
}) => {
  const [editor, anyone] = [await signedIn('editor'), await visitor()]
  const { page } = editor
  const word = oneOfAKind()
  await page.goto('/admin/articles')
  await page.getByRole('button', { name: 'New article' }).click()
  await expect(page).toHaveURL(/\/admin\/articles\/\d+$/)
  const address = new URL(page.url()).pathname
  const id = address.split('/').at(-1)
  // The editor stands where the textarea was.
  if (javaScriptEnabled !== false) await expect(page.getByRole('toolbar')).toBeVisible()
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill(`A bridge for ${word}`)
  await page.getByRole('textbox', { name: 'Standfirst' }).fill('It will stand.')
  await page.getByRole('textbox', { name: 'Body', exact: true }).fill('The council has decided.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A bridge for ${word}`)
  expect((await anyone.request.get(`/n/${id}`)).status()).toBe(404)

  await page.getByRole('link', { name: 'Preview links' }).click()
  const preview = await page
    .getByRole('link', { name: 'Preview of what is written' })
    .first()
    .getAttribute('href')
  const shown = await anyone.page.goto(preview ?? '')
  expect(shown?.headers()['cache-control']).toBe('private, no-store')
  await expect(anyone.page.getByRole('heading', { level: 1 })).toHaveText(`A bridge for ${word}`)
  await expect(anyone.page.getByText('Preview: this is not published')).toBeVisible()
  await expect(anyone.page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)

  await page.goto(address)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const proof = page.getByRole('region', { name: 'What readers get' })
  for (const place of ['The article', 'The front page', 'The list of versions'])
    await expect(proof.getByRole('listitem').filter({ hasText: place })).toContainText(
      /shows it since \d\.\d seconds/,
    )
  await expect.poll(async () => (await anyone.request.get(`/n/${id}`)).text(), soon).toContain(word)

  await page.getByRole('link', { name: 'Back to the article' }).click()
  await page.getByRole('textbox', { name: 'Standfirst' }).fill('It stands.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Unpublished changes', { exact: true })).toBeVisible()
  await page.getByLabel('This version is').selectOption('A correction')
  await page.getByRole('textbox', { name: 'Why, among ourselves' }).fill('The council rang.')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(problem(page, 'Say what readers are told about it.')).toBeVisible()
  // What was typed for it is given back.
  await expect(page.getByLabel('This version is')).toHaveValue('correction')
  await expect(page.getByRole('textbox', { name: 'Why, among ourselves' })).toHaveValue('The council rang.')
  await page.getByRole('textbox', { name: 'What readers are told about it' }).fill('It stands *already*.')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(proof.getByRole('listitem').filter({ hasText: 'The article' })).toContainText('shows it since')

  await page.getByRole('link', { name: 'Back to the article' }).click()
  await expect(page.getByRole('textbox', { name: 'Why, among ourselves' })).toHaveValue('')
  await page.getByText('Withdraw it …').click()
  await page
    .getByRole('textbox', { name: 'The notice that readers find in its place' })
    .fill(`It was wrong about ${word}.`)
  await page.getByRole('button', { name: 'Withdraw it' }).click()
  await expect(page.getByText('It is withdrawn; readers find the notice.')).toBeVisible()
  await expect.poll(async () => (await anyone.request.get(`/news/${id}/a`)).status(), soon).toBe(410)
  alarm.expectRefusal(`/news/${id}/a`, 410)
  await anyone.page.goto(`/news/${id}/a`)
  await expect(anyone.page.getByText(`It was wrong about ${word}.`)).toBeVisible()

  await page.goto(`/admin/articles?q=${word}`)
  await expect(page.getByRole('listitem').filter({ hasText: word })).toContainText('Withdrawn')
})

test('an update is written now, waits for its time while readers have what they had, and is called back', async ({
  signedIn,
  visitor,
}) => {
  const [editor, anyone] = [await signedIn('editor'), await visitor()]
  const { page, reader } = editor
  if (!isModerator(reader)) throw new Error('not an editor')
  const [word, next] = [oneOfAKind(), oneOfAKind()]
  const { id } = await givenDraft(reader, { headline: `A bridge for ${word}` }, new Date())
  await givenPublication(reader, id, {}, new Date())
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill(`A tunnel for ${next}`)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.getByLabel('At a time: until then readers have what it says now').check()
  await page.getByLabel('Time (UTC)').fill('2099-03-01T06:30')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByText('The update waits for its time.')).toBeVisible()
  await expect(page.getByText('An update goes live: 1 March 2099')).toBeVisible()
  expect(await (await anyone.request.get(`/n/${id}`)).text()).not.toContain(next)

  await page.goto('/admin/articles')
  await page.getByLabel('Words of the headline, or News ID').fill(word)
  await page.getByLabel('State').selectOption('An update waits')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: word })).toContainText('Update goes live')
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('button', { name: 'Call the update back' }).click()
  await expect(page.getByText('The update is called back; what it says is a draft again.')).toBeVisible()
  await expect(page.getByText('An update goes live:')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Headline', exact: true })).toHaveValue(
    `A tunnel for ${next}`,
  )
})

test('what was typed for a publication is given back to whoever was signed out meanwhile', async ({
  signedIn,
}) => {
  const who = await givenReader('editor', { password: goodPassword })
  const { page, context } = await signedIn(who)
  const { id } = await givenArticle()
  await page.goto(`/admin/articles/${id}`)
  const why = page.getByRole('textbox', { name: 'Why, among ourselves' })
  await why.fill('The council rang.')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await signIn(page, { email: who.email, password: goodPassword })
  await expect(problem(page, 'You were signed out before it was sent.')).toBeVisible()
  await expect(why).toHaveValue('The council rang.')
})

test('to moderators articles are not there, and a preview link that was tampered with shows nothing', async ({
  signedIn,
  alarm,
}) => {
  const { page } = await signedIn('moderator')
  for (const address of ['/admin/articles', '/admin/articles/1', '/preview/1.0.zzzzzz.x']) {
    alarm.expectRefusal(address, 404)
    await page.goto(address)
    await expectNothingHere(page)
  }
})
