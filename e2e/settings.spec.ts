import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenApprovedReader, givenArticle, givenReader } from './newsroom'
import { arrive, commentBox, commentBy, openReceipt, postComment, soon } from './steps'

// A document follows a change within two seconds.

test('a moderator has every comment under an article read first: a known reader’s waits, and everybody is told', async ({
  page,
  signedIn,
}) => {
  const [moderator, reader] = [await signedIn('moderator'), await signedIn(await givenApprovedReader())]
  const article = await givenArticle()
  await moderator.page.goto('/admin/settings')
  await moderator.page.getByRole('textbox', { name: 'News ID' }).fill(String(article.id))
  await moderator.page.getByRole('button', { name: 'Find' }).click()
  const part = moderator.page.getByRole('region', { name: 'One article' })
  await expect(part.getByRole('link', { name: article.headline })).toBeVisible()
  await expect(part).toContainText('Now: Newcomers')
  await part.getByRole('radio', { name: /^Before\./ }).check()
  await part.getByRole('button', { name: `Save ${article.id}` }).click()
  await expect(moderator.page.getByRole('status')).toContainText('The conversation goes by it from now on.')
  await expect(part).toContainText('Now: Before, by its own setting.')
  await expect(part.getByRole('radio', { name: /^Before\./ })).toBeChecked()

  await expect
    .poll(async () => (await page.request.get(article.path)).text(), soon)
    .toContain('Comments are read before they appear.')
  await arrive(reader.page, article.path)
  await postComment(reader.page, 'It was a long winter.')
  await openReceipt(reader.page)
  await expect(reader.page.getByText('a person reads every comment before it appears')).toBeVisible()

  await moderator.page.goto(`/admin/queue?article=${article.id}&show=all`)
  await expect(commentBy(moderator.page, reader.reader.name)).toContainText(
    'every comment here is read before it appears',
  )
  await moderator.page.goto(`/admin/log?article=${article.id}`)
  await expect(moderator.page.getByRole('main')).toContainText(
    `changed what the conversation under “${article.headline}” goes by`,
  )
})

test('slow mode says how slow it is, and when the next comment may come', async ({
  page,
  signedIn,
  alarm,
  javaScriptEnabled,
}) => {
  const [moderator, reader] = [await signedIn('moderator'), await signedIn(await givenApprovedReader())]
  const article = await givenArticle()
  await moderator.page.goto(`/admin/settings?article=${article.id}`)
  await moderator.page.getByRole('textbox', { name: 'Slow mode', exact: true }).fill('120')
  await moderator.page.getByRole('button', { name: `Save ${article.id}` }).click()
  await expect(moderator.page.getByRole('status')).toBeVisible()
  await expect
    .poll(async () => (await page.request.get(article.path)).text(), soon)
    .toContain('Slow mode: one comment a person every 2 minutes.')

  await arrive(reader.page, article.path)
  await postComment(reader.page, 'It was a long winter.')
  await expect(commentBy(reader.page, reader.reader.name)).toBeVisible()
  if (javaScriptEnabled !== false) alarm.expectRefusal('/api/comments', 429)
  await postComment(reader.page, 'And a short summer.')
  const told =
    javaScriptEnabled === false
      ? /This conversation is in slow mode\. You wrote here a moment ago: wait until \d\d:\d\d/
      : /This conversation is in slow mode\. You can post here again in [12] minutes?\./
  await expect(reader.page.getByRole('alert').filter({ hasText: told })).toBeVisible()
  await expect(commentBox(reader.page)).toHaveValue('And a short summer.')
  expect(await db().comment.count({ where: { articleId: article.id } })).toBe(1)
  await arrive(moderator.page, article.path)
  for (const text of ['We corrected the date.', 'And the place.']) {
    await postComment(moderator.page, text)
    // A page is made at most once a second, and these two come within one.
    await expect.poll(async () => (await page.request.get(article.path)).text(), soon).toContain(text)
    await arrive(moderator.page, article.path)
  }
})

test('a conversation that its age closed says when; opened by hand it stays open', async ({
  page,
  signedIn,
}) => {
  const moderator = await signedIn('moderator')
  const article = await givenArticle()
  const settings = `/admin/settings?article=${article.id}`
  await moderator.page.goto(settings)
  const part = moderator.page.getByRole('region', { name: 'One article' })
  const days = part.getByRole('textbox', { name: 'Closes after so many days' })
  await days.fill('30')
  await part.getByRole('button', { name: `Save ${article.id}` }).click()
  await expect(part).toContainText('Now: Closed, by its age.')
  await expect(part.getByRole('radio', { name: 'Closed', exact: true })).toBeChecked()
  const text = async () => (await page.request.get(article.path)).text()
  await expect.poll(text, soon).toContain('This conversation closed on 13 June 2019.')
  await page.goto(article.path)
  await expect(commentBox(page)).toHaveCount(0)
  await page.goto(`/comments/new?article=${article.id}`)
  await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)

  await part.getByRole('radio', { name: 'Open', exact: true }).check()
  await part.getByRole('button', { name: `Save ${article.id}` }).click()
  await expect(part).toContainText('It was opened by hand')
  await expect.poll(text, soon).not.toContain('This conversation closed')
  await page.goto(article.path)
  await expect(commentBox(page)).toBeVisible()
})

test('whom a moderator trusts appears at once, until that ends', async ({ signedIn }) => {
  const [moderator, reader] = [await signedIn('moderator'), await signedIn()]
  const article = await givenArticle()
  const file = moderator.page
  await file.goto(`/admin/readers/${reader.reader.id}`)
  await file.getByRole('button', { name: 'Let theirs appear at once' }).click()
  await expect(file.getByRole('status')).toContainText('What they write appears at once now')
  await expect(file.getByText(/Trusted since/)).toBeVisible()
  await arrive(reader.page, article.path)
  await postComment(reader.page, 'The bridge sways.')
  await expect(reader.page).toHaveURL(/#comment-\d+$/)
  await file.getByRole('button', { name: 'End it' }).click()
  await expect(file.getByRole('status')).toContainText('from now on')
  await arrive(reader.page, article.path)
  await postComment(reader.page, 'It does not.')
  await expect(reader.page.getByText('Waiting for review')).toBeVisible()
})

test('an editor says what the site and a section go by; a moderator reads it', async ({ signedIn }) => {
  const [editor, moderator] = [await signedIn('editor'), await signedIn('moderator')]
  const { page } = editor
  // Another one than any run before left there.
  const seconds = String(100 + (editor.reader.id % 3_000))
  await page.goto('/admin/settings')
  const site = page.getByRole('region', { name: 'The site' })
  await expect(site.getByRole('radio', { name: /^Newcomers\./ })).toBeChecked()
  await site.getByRole('textbox', { name: 'Seconds between' }).fill(seconds)
  await site.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('The site goes by it from now on.')
  await expect(site).toContainText(`Last changed by ${editor.reader.name}`)
  await expect(site.getByRole('textbox', { name: 'Seconds between' })).toHaveValue(seconds)

  const section = page.getByRole('form', { name: 'Business' })
  // As it is anyway, so that no other journey notices.
  for (const mode of ['Newcomers', 'As the site']) {
    await section.getByRole('combobox').selectOption(mode)
    await section.getByRole('button', { name: 'Save Business' }).click()
    await expect(page.getByRole('status')).toContainText('The section goes by it from now on.')
    await expect(section.locator('option:checked')).toHaveText(mode)
  }
  await site.getByRole('textbox', { name: 'Closes after so many days' }).fill('9999')
  await site.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'A number is too small or too large' }),
  ).toBeVisible()

  await moderator.page.goto('/admin/settings')
  await expect(moderator.page.getByRole('radio', { name: /^Newcomers\./ })).toBeDisabled()
  await expect(moderator.page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await expect(moderator.page.getByText('Editors and administrators change')).toBeVisible()
})

test('what cannot be is refused and changes nothing, whoever sends it', async ({
  signedIn,
  request,
  baseURL,
}) => {
  const [reader, moderator, editor] = [
    await signedIn(),
    await signedIn('moderator'),
    await signedIn('editor'),
  ]
  const article = await givenArticle()
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  const site = { mode: 'before', days: '', heatComments: '', heatPercent: '', heatSeconds: '60' }
  const own = { mode: 'before', days: '', slow: '', conversation: 'open' }
  const [at, files] = ['/api/admin/settings', '/api/admin/readers']
  const other = await givenReader()
  const attempts = [
    [request, at, site, 401],
    [reader.request, at, site, 403],
    [moderator.request, at, site, 403],
    [editor.request, at, { ...site, mode: 'never' }, 422],
    [editor.request, at, { ...site, days: '-1' }, 422],
    [editor.request, at, { ...site, days: '0' }, 422],
    [editor.request, at, { ...site, heatSeconds: '' }, 422],
    [editor.request, at, { ...site, more: 'x' }, 422],
    [moderator.request, `${at}/sections/1`, { mode: 'before', days: '' }, 403],
    [editor.request, `${at}/sections/2000000000`, { mode: '', days: '' }, 404],
    [editor.request, `${at}/sections/x`, { mode: '', days: '' }, 404],
    [reader.request, `${at}/articles/${article.id}`, own, 403],
    [moderator.request, `${at}/articles/${article.id}`, { ...own, mode: 'closed' }, 422],
    [moderator.request, `${at}/articles/${article.id}`, { ...own, slow: '1e3' }, 422],
    [moderator.request, `${at}/articles/${article.id}`, { ...own, slow: '3601' }, 422],
    [moderator.request, `${at}/articles/${article.id}`, { ...own, conversation: 'ajar' }, 422],
    [moderator.request, `${at}/articles/2000000000`, own, 404],
    [reader.request, `${files}/${other.id}/trust`, { on: '1' }, 403],
    [moderator.request, `${files}/${moderator.reader.id}/trust`, { on: '1' }, 403],
    [moderator.request, `${files}/${other.id}/trust`, { on: 'yes' }, 422],
    [moderator.request, `${files}/2000000000/trust`, { on: '1' }, 404],
  ] as const
  for (const [sender, path, form, status] of attempts)
    expect([path, form, (await sender.post(path, { form, headers })).status()]).toEqual([path, form, status])
  expect(
    await db().talkSetting.count({ where: { actorId: { in: [moderator.reader.id, editor.reader.id] } } }),
  ).toBe(0)
  expect(await db().article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({
    ...{ talkMode: null, slowSeconds: null, conversation: 'open' },
  })
  await moderator.page.goto('/admin/settings?article=2000000000')
  await expect(moderator.page.getByText('There is no such article that readers can open.')).toBeVisible()
})

test('an editor tries a mode on the last month before it is saved', async ({ signedIn }) => {
  const { page } = await signedIn('editor')
  await page.goto('/admin/settings')
  const part = page.getByRole('region', { name: 'The site' })
  await expect(part.getByRole('radio', { name: /^Newcomers\./ })).toBeChecked()
  await part.getByRole('radio', { name: /^Before\./ }).check()
  await part.getByRole('textbox', { name: 'Comments' }).fill('3')
  await part.getByRole('button', { name: 'Try it on the last month' }).click()
  await expect(part).toContainText('Nothing is saved yet.')
  await expect(part).toContainText('by readers in the last 30 days it would have held')
  await expect(part.getByRole('radio', { name: /^Before\./ })).toBeChecked()
  await expect(part.getByRole('textbox', { name: 'Comments' })).toHaveValue('3')
  await page.goto('/admin/settings')
  await expect(part.getByRole('radio', { name: /^Newcomers\./ })).toBeChecked()
})
