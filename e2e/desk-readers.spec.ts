import { expect, test } from './fixtures'
import {
  givenApprovedReader,
  givenArticle,
  givenComment,
  givenPublished,
  givenReader,
  oneOfAKind,
} from './newsroom'
import { arrive, commentBox, commentBy, findInQueue, postComment, problem } from './steps'

test('a moderator finds a reader, suspends them with a word, and lifts it; the reader is told all of it', async ({
  signedIn,
  alarm,
  javaScriptEnabled,
}) => {
  const author = await givenApprovedReader()
  const [moderator, reader] = [await signedIn('moderator'), await signedIn(author)]
  const article = await givenArticle()
  const { page } = moderator
  await page.goto('/admin/readers')
  await page.getByRole('searchbox', { name: 'Name or handle' }).fill(author.name.slice(1))
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: author.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(author.name)
  await expect(page.getByText('None, now or before.')).toBeVisible()
  await expect(page.getByText(author.email)).toHaveCount(0)

  await page.getByText('Lay a sanction on them').click()
  await page.getByRole('radio', { name: 'Suspend.' }).check()
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('insult')
  await page.getByRole('textbox', { name: 'A word to them' }).fill('Sleep on it.')
  await page.getByRole('button', { name: 'Lay it on them' }).click()
  await expect(problem(page, 'A suspension needs an end')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Suspend.' })).toBeChecked()
  await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('insult')
  await expect(page.getByRole('textbox', { name: 'A word to them' })).toHaveValue('Sleep on it.')
  await page.getByRole('textbox', { name: 'For how many days' }).fill('3')
  await page.getByRole('button', { name: 'Lay it on them' }).click()
  await expect(page.getByText('It is in force, and they are told.')).toBeVisible()

  if (javaScriptEnabled) alarm.expectRefusal('/api/comments', 403)
  await arrive(reader.page, article.path)
  await postComment(reader.page, 'Not yet.')
  const told = problem(reader.page, 'Your account may not post until')
  await expect(told).toContainText('It attacks a person instead of arguing.')
  await expect(told).toContainText('Sleep on it.')
  await expect(commentBox(reader.page)).toHaveValue('Not yet.')
  await reader.page.goto('/account')
  const own = reader.page.getByRole('region', { name: 'What the newsroom decided about your account' })
  await expect(own).toContainText('Your account is suspended: you can read, and not write')
  await expect(own).toContainText('Sleep on it.')
  await expect(own).toContainText('You may disagree')
  await expect(reader.page.getByText(moderator.reader.name)).toHaveCount(0)

  await page.goto('/admin/readers?sanctioned=1')
  await expect(page.getByRole('listitem').filter({ hasText: author.name })).toContainText('suspended')
  await page.getByRole('link', { name: author.name }).click()
  await page.getByRole('button', { name: 'Lift it' }).click()
  await expect(page.getByText(`lifted by ${moderator.reader.name}`)).toBeVisible()
  await arrive(reader.page, article.path)
  await postComment(reader.page, 'Now.')
  await expect(commentBy(reader.page, author.name)).toContainText('Now.')
})

test('a warning stands before the next comment until it was read, and stops nothing', async ({
  signedIn,
  baseURL,
}) => {
  const [moderator, reader] = [await signedIn('moderator'), await signedIn()]
  const article = await givenArticle()
  const warned = await moderator.request.post(`/api/admin/readers/${reader.reader.id}/sanction`, {
    form: { kind: 'warn', reason: 'off-topic', words: 'Stay with the ferries.' },
    headers: { origin: baseURL ?? '', accept: 'application/json' },
  })
  expect(warned.status()).toBe(200)
  const compose = `/comments/new?article=${article.id}`
  await reader.page.goto(compose)
  const warning = reader.page.getByRole('status').filter({ hasText: 'Stay with the ferries.' })
  await expect(warning).toBeVisible()
  await warning.getByRole('link', { name: 'Why, and how to appeal' }).click()
  await reader.page.getByRole('button', { name: 'I have read it' }).click()
  await expect(reader.page.getByText('You have read it.')).toBeVisible()
  await arrive(reader.page, compose)
  await expect(warning).toHaveCount(0)
  await commentBox(reader.page).fill('About the ferries, then.')
  await reader.page.getByRole('button', { name: 'Post comment' }).click()
  await expect(reader.page.getByText('Waiting for review')).toBeVisible()
})

test('whoever is slowed is told how much and when, and whose comments are reviewed why they wait', async ({
  signedIn,
  baseURL,
  alarm,
  javaScriptEnabled,
}) => {
  const author = await givenApprovedReader()
  const [moderator, reader] = [await signedIn('moderator'), await signedIn(author)]
  const article = await givenArticle()
  const lay = (fields: Record<string, string>) =>
    moderator.request.post(`/api/admin/readers/${author.id}/sanction`, {
      form: { reason: 'spam', ...fields },
      headers: { origin: baseURL ?? '', accept: 'application/json' },
    })
  expect((await lay({ kind: 'slow', minutes: '30' })).status()).toBe(200)
  expect((await lay({ kind: 'review' })).status()).toBe(200)
  await arrive(reader.page, article.path)
  await postComment(reader.page, 'The first of today.')
  await expect(reader.page.getByText('Waiting for review').first()).toBeVisible()
  if (javaScriptEnabled) alarm.expectRefusal('/api/comments', 429)
  await arrive(reader.page, article.path)
  await postComment(reader.page, 'The second of today.')
  await expect(problem(reader.page, 'Your account may post one comment in 30 minutes.')).toBeVisible()
  const item = await findInQueue(moderator.page, author)
  await expect(item).toContainText('everything by this reader is reviewed')
  const receipt = `/comments/${await item.getAttribute('data-item')}/receipt`
  await reader.page.goto(receipt)
  await expect(
    reader.page.getByText('Held: your comments are read before they appear, for now.'),
  ).toBeVisible()
  await item.getByRole('link', { name: author.name }).click()
  await expect(moderator.page.getByRole('heading', { level: 1 })).toHaveText(author.name)
})

test('a note stays with the desk, a message reaches the reader, and the log of both stands in the file', async ({
  signedIn,
}) => {
  const [{ page }, reader] = [await signedIn('moderator'), await signedIn()]
  await page.goto(`/admin/readers/${reader.reader.id}`)
  await page.getByText('Write a note').click()
  await page.getByRole('textbox', { name: 'A note' }).fill('Writes as two people.')
  await page.getByRole('button', { name: 'Keep the note' }).click()
  await expect(page.getByText('The note is kept.')).toBeVisible()
  await page.getByText('Write to them').click()
  await page.getByRole('textbox', { name: 'A message to them' }).fill('Thank you\nfor the hint.')
  await page.getByRole('button', { name: 'Send the message' }).click()
  const done = page.getByRole('region', { name: 'What was done about them' })
  await expect(done.getByRole('listitem')).toHaveText([/a message sent/, /a note written/])
  await expect(page.getByText('Writes as two people.')).toBeVisible()
  await reader.page.goto('/account')
  await expect(reader.page.getByRole('region', { name: 'From the newsroom' })).toContainText('for the hint.')
  await expect(reader.page.getByText('Writes as two people.')).toHaveCount(0)
})

test('an administrator makes a reader a moderator of one section, who decides nothing elsewhere', async ({
  signedIn,
}) => {
  const [chief, reader] = [await signedIn('administrator'), await signedIn()]
  await chief.page.goto(`/admin/readers?q=${encodeURIComponent(reader.reader.email)}`)
  await chief.page.getByRole('link', { name: reader.reader.name }).click()
  const rights = chief.page.getByRole('region', { name: 'Role' })
  await rights.getByRole('radio', { name: 'Moderator' }).check()
  await rights.getByRole('checkbox', { name: 'World' }).check()
  await rights.getByRole('button', { name: 'Change the role' }).click()
  await expect(chief.page.getByText('The role is changed, from now on.')).toBeVisible()
  await expect(rights.getByRole('checkbox', { name: 'World' })).toBeChecked()

  const author = await givenReader()
  await givenComment(author, await givenArticle())
  const item = await findInQueue(reader.page, author)
  await item.getByRole('button', { name: 'Approve' }).click()
  await expect(reader.page.getByText('It stands in a section that is not yours.')).toBeVisible()
  await reader.page.goto(`/admin/readers/${author.id}`)
  await expect(reader.page.getByText('Administrators change roles.')).toBeVisible()
  await expect(reader.page.getByRole('button', { name: 'Change the role' })).toHaveCount(0)
})

test('what a reader knows stands beside their name, as an editor says it, and no longer once it is taken away', async ({
  signedIn,
}) => {
  const [{ page }, author, article] = [await signedIn('editor'), await givenReader(), await givenArticle()]
  await givenPublished(author, article)
  await page.goto(`/admin/readers/${author.id}`)
  const known = page.getByRole('textbox', { name: 'What they know' })
  const say = page.getByRole('button', { name: 'Say so beside their name' })
  const tooLong = 'Glaciologist, and much else besides, '.repeat(3)
  await known.fill(tooLong)
  await say.click()
  await expect(problem(page, 'It has to be one line of words, up to 60 letters long.')).toBeVisible()
  await expect(known).toHaveValue(tooLong)
  await known.fill('Glaciologist')
  await say.click()
  await expect(page.getByText('It stands beside their name, on all of their comments.')).toBeVisible()
  await arrive(page, article.path)
  await expect(commentBy(page, author.name)).toContainText('Glaciologist')
  await commentBy(page, author.name).getByRole('link', { name: author.name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(author.name)
  await expect(page.getByText('Glaciologist')).toBeVisible()
  await page.goto(`/admin/readers/${author.id}`)
  await expect(page.getByRole('region', { name: 'What was done about them' })).toContainText(
    'named an expert',
  )
  await known.fill('')
  await say.click()
  await expect(page.getByText('Nothing stands beside their name any more.')).toBeVisible()
  await arrive(page, article.path)
  await expect(commentBy(page, author.name)).not.toContainText('Glaciologist')
})

test('a moderator can do nothing about a senior or their comments, and is told so', async ({ signedIn }) => {
  const { page } = await signedIn('moderator')
  const editor = await givenReader('editor')
  const { id } = await givenComment(editor, await givenArticle())
  await page.goto(`/admin/comments/${id}`)
  await page.getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByText('Its author is your equal or senior at the desk.')).toBeVisible()
  await page.goto(`/admin/readers/${editor.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(editor.name)
  await expect(page.getByText('Lay a sanction on them')).toHaveCount(0)
  await expect(page.getByText('Write a note')).toHaveCount(0)
})

test('A31, A32: forms about readers take their own fields from whoever may, and from nobody else', async ({
  signedIn,
  alarm,
  baseURL,
}) => {
  const [reader, moderator, chief] = [
    await signedIn(),
    await signedIn('moderator'),
    await signedIn('administrator'),
  ]
  const other = await givenReader()
  const post = async (who: typeof reader, verb: string, form: Record<string, string>, id = other.id) =>
    (
      await who.request.post(`/api/admin/readers/${id}/${verb}`, {
        form,
        headers: { origin: baseURL ?? '', accept: 'application/json' },
      })
    ).status()
  const forms: [string, Record<string, string>][] = [
    ['sanction', { kind: 'ban', reason: 'spam' }],
    ['lift', { sanction: '1' }],
    ['note', { text: 'x' }],
    ['message', { text: 'x' }],
    ['role', { role: 'administrator' }],
    ['sign-out', {}],
  ]
  for (const [verb, form] of forms) {
    expect([verb, await post(reader, verb, form)]).toEqual([verb, 403])
    expect([verb, await post(reader, verb, form, reader.reader.id)]).toEqual([verb, 403])
    expect([verb, await post(chief, verb, { ...form, madeById: '1' })]).toEqual([verb, 422])
    expect([verb, await post(moderator, verb, form, chief.reader.id)]).toEqual([verb, 403])
  }
  expect(await post(moderator, 'role', { role: 'administrator' }, moderator.reader.id)).toBe(403)
  expect(await post(chief, 'role', { role: 'reader' }, chief.reader.id)).toBe(403)
  expect(await post(chief, 'note', { text: 'x' }, 2_000_000_000)).toBe(404)
  for (const path of ['/admin/readers', `/admin/readers/${other.id}`]) {
    alarm.expectRefusal(path, 404)
    expect((await reader.page.goto(path))?.status()).toBe(404)
  }
})

test('whoever signs out everywhere else stays here and is out there, at once; the desk can do it, too', async ({
  signedIn,
}) => {
  const who = await givenReader()
  const [here, there] = [await signedIn(who), await signedIn(who)]
  await here.page.goto('/account/sessions')
  await expect(here.page.getByText('this browser')).toHaveCount(1)
  await here.page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(here.page.getByText('Signed out on one other device.')).toBeVisible()
  await there.page.goto('/account')
  await expect(there.page).toHaveURL(/\/sign-in/)
  const editor = await signedIn('editor')
  await editor.page.goto(`/admin/readers/${who.id}`)
  await editor.page.getByRole('button', { name: 'Sign them out everywhere' }).click()
  await expect(editor.page.getByText('They are signed out everywhere.')).toBeVisible()
  await here.page.goto('/account')
  await expect(here.page).toHaveURL(/\/sign-in/)
})

test('a ban can take all of a reader’s comments with it, and they are put back together', async ({
  signedIn,
}) => {
  const [{ page }, author] = [await signedIn('moderator'), await givenReader()]
  const article = await givenArticle()
  const shown = [await givenPublished(author, article), await givenPublished(author, article)]
  await page.goto(`/admin/readers/${author.id}`)
  await page.getByText('Lay a sanction on them').click()
  await page.getByRole('radio', { name: 'Ban.' }).check()
  await page.getByRole('checkbox', { name: 'With a ban: reject all of their comments, too' }).check()
  await page.getByRole('button', { name: 'Lay it on them' }).click()
  const comments = page.getByRole('region', { name: 'Last comments' })
  await expect(comments.getByText('rejected', { exact: true })).toHaveCount(2)
  await page.getByRole('button', { name: 'Put them back' }).click()
  await expect(page.getByText('Their comments stand as before')).toBeVisible()
  await expect(comments.getByText('published', { exact: true })).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Put them back' })).toHaveCount(0)
  await expect(page.getByText('in force')).toBeVisible()

  await comments.getByText('Reject all of their comments').click()
  await comments.getByRole('button', { name: 'Reject them all' }).click()
  await expect(page.getByText('All of their comments are rejected.')).toBeVisible()
  await page.goto(article.path)
  for (const { body } of shown) await expect(page.getByText(body)).toHaveCount(0)
})

test('a passage is looked at, taken out and put back; no address ever says it', async ({ signedIn }) => {
  const [{ page }, author] = [await signedIn('moderator'), await givenReader()]
  const [secret, article] = [`5551234${oneOfAKind()}`, await givenArticle()]
  const { id } = await givenPublished(author, article, { body: `Call ${secret}, he **knows**.` })
  await page.goto(`/admin/comments/${id}`)
  await page.getByRole('link', { name: 'Take something out of it' }).click()
  const passage = page.getByRole('textbox', { name: 'The passage, exactly as it stands above' })
  await passage.fill('nowhere in it')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expect(problem(page, 'These words do not stand in the comment.')).toBeVisible()
  await expect(passage).toHaveValue('nowhere in it')
  await passage.fill(secret)
  await page.getByRole('button', { name: 'Look at it first' }).click()
  const left = page.getByRole('region', { name: 'What is left' })
  await expect(left).toContainText('Call [removed by the newsroom], he knows.')
  expect(page.url()).not.toContain(secret)
  const take = left.getByRole('button', { name: 'Take it out' })
  await take.click()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status')).toContainText(
    `Undone: the comment by ${author.name} stands as before.`,
  )
  await expect(page.getByRole('article', { name: author.name })).toContainText(secret)
  await page.getByRole('link', { name: 'Take something out of it' }).click()
  await passage.fill(secret)
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await take.click()
  await expect(page.getByRole('status')).toContainText('Taken out: a mark stands in its place')
  await expect(page.getByText('Something was taken out of the comment after this.').first()).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)
  await page.goto(article.path)
  await expect(commentBy(page, author.name)).toContainText('Call [removed by the newsroom], he knows.')
  await expect(page.getByText(secret)).toHaveCount(0)
  const [editor, writer] = [await signedIn('editor'), await signedIn(author)]
  await editor.page.goto(`/admin/comments/${id}`)
  await expect(editor.page.getByText(secret).first()).toBeVisible()
  await writer.page.goto(`/comments/${id}/receipt`)
  await expect(
    writer.page.getByText('A moderator took something out of it. The rest stands.').first(),
  ).toBeVisible()
})
