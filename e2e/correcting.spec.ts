import { expect, test } from './fixtures'
import { givenArticle } from './newsroom'
import { problem, soon } from './steps'

// A document follows a change within two seconds.

test('a reader reports an error without an account; an editor corrects it in three steps, and thanks them', async ({
  page,
  signedIn,
  javaScriptEnabled,
}) => {
  const article = await givenArticle()
  await page.goto(article.path)
  await page.getByRole('link', { name: 'Report an error' }).click()
  await page.getByRole('textbox', { name: 'The sentence' }).fill('Nobody jumped.')
  await page.getByRole('textbox', { name: 'What is wrong with it?' }).fill('Somebody did fall.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(problem(page, 'These words do not stand in the article')).toBeVisible()
  // What was typed is still there.
  await expect(page.getByRole('textbox', { name: 'What is wrong with it?' })).toHaveValue(
    'Somebody did fall.',
  )
  await page.getByRole('textbox', { name: 'The sentence' }).fill('Nobody fell.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status')).toContainText('Thank you')

  const editor = await signedIn('editor')
  await editor.page.goto(`/admin/articles/${article.id}/correct`)
  await editor.page.getByRole('radio', { name: /^Correction/ }).check()
  await editor.page.getByRole('checkbox', { name: /Somebody did fall/ }).check()
  await editor.page.getByRole('button', { name: 'On to the text' }).click()
  await expect(problem(editor.page, 'need a note to readers')).toBeVisible()
  // What was chosen is still so.
  await expect(editor.page.getByRole('radio', { name: /^Correction/ })).toBeChecked()
  await expect(editor.page.getByRole('checkbox', { name: /Somebody did fall/ })).toBeChecked()
  await editor.page
    .getByRole('textbox', { name: 'Note to readers' })
    .fill('One person fell, [the report](https://report.example/7) says.')
  await editor.page.getByRole('button', { name: 'On to the text' }).click()
  const text = editor.page.getByRole('textbox', { name: 'Body', exact: true })
  if (javaScriptEnabled === false)
    await text.fill((await text.inputValue()).replace('Nobody fell.', 'One person fell.'))
  else {
    await expect(editor.page.getByRole('toolbar')).toBeVisible()
    await text.getByText('Nobody fell.').click({ clickCount: 3 })
    await editor.page.keyboard.type('One person fell.')
  }
  await editor.page.getByRole('button', { name: 'See what changes' }).click()
  await expect(editor.page.getByRole('deletion')).toHaveText(['Nobody'])
  await expect(editor.page.getByRole('insertion')).toHaveText(['One person'])
  await expect(editor.page.getByRole('link', { name: 'the report' })).toHaveAttribute(
    'href',
    'https://report.example/7',
  )
  await editor.page.getByRole('button', { name: 'Publish it' }).click()
  await expect(editor.page.getByRole('status')).toContainText('It is published.')

  await expect
    .poll(async () => (await page.request.get(article.path)).text(), soon)
    .toContain('One person fell.')
  await page.goto(article.path)
  await expect(page.getByRole('link', { name: 'the report' })).toBeVisible()
  await page.goto(`/news/${article.id}/versions`)
  await expect(page.getByText('Thanks to a reader who told us.')).toBeVisible()
})

test('an editor puts a report aside; to moderators these pages are not there', async ({
  signedIn,
  page,
  alarm,
  baseURL,
}) => {
  const article = await givenArticle()
  const sent = await page.request.post(`/api/news/${article.id}/report-error`, {
    form: { quote: 'Nobody fell.', words: `It is a matter of ${article.headline}.` },
    headers: { accept: 'application/json', origin: baseURL ?? '' },
  })
  expect(sent.status()).toBe(201)
  const { id } = await sent.json()
  const editor = await signedIn('editor')
  await editor.page.goto(`/admin/articles/errors?after=${id - 1}`)
  const item = editor.page.getByRole('listitem').filter({ hasText: article.headline })
  await expect(item).toContainText('Nobody fell.')
  await item.getByRole('button', { name: 'It is no error' }).click()
  await expect(editor.page.getByRole('status')).toContainText('Put aside.')
  const moderator = await signedIn('moderator')
  for (const path of ['/admin/articles/errors', '/admin/sections', '/admin/authors', '/admin/pages/about']) {
    alarm.expectRefusal(path, 404)
    expect((await moderator.page.goto(path))?.status()).toBe(404)
  }
})
