import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenReader, oneOfAKind } from './newsroom'
import { findInQueue, problem, soon } from './steps'

/** What the site promises: what the newsroom changes is there for everyone within this. */

test('an editor adds a rule; it is public within two seconds, a comment is refused by it, and its author is led to it', async ({
  signedIn,
  visitor,
}) => {
  const [editor, moderator, author, anyone] = [
    await signedIn('editor'),
    await signedIn('moderator'),
    await signedIn(),
    await visitor(),
  ]
  const [word, article] = [oneOfAKind(), await givenArticle()]
  const { id } = await givenComment(author.reader, article)
  const rulesPage = async () => (await anyone.request.get('/rules')).text()
  expect(await rulesPage()).not.toContain(word)
  await editor.page.goto('/admin/rules')
  await editor.page.getByRole('link', { name: 'House rules: the reasons a refusal can have' }).click()
  const adding = editor.page.getByRole('region', { name: 'Add a rule' })
  await adding.getByRole('textbox', { name: 'The rule' }).fill(`No ${word}.`)
  await adding.getByRole('textbox', { name: 'What its author reads' }).fill(`It has ${word} in it.`)
  await adding.getByRole('textbox', { name: 'More about it' }).fill('Not even\na little.')
  await adding.getByRole('button', { name: 'Add the rule' }).click()
  await expect(editor.page.getByRole('status')).toContainText('Added.')
  await expect.poll(rulesPage, soon).toContain(`No ${word}.`)

  const item = await findInQueue(moderator.page, author.reader)
  await item.getByLabel('Reason for rejecting').selectOption(`It has ${word} in it.`)
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(moderator.page.getByRole('status')).toContainText('Rejected')

  const rule = editor.page.getByRole('listitem').filter({ hasText: `No ${word}.` })
  await rule.getByText('Reword', { exact: true }).click()
  await rule.getByRole('textbox', { name: 'What its author reads' }).fill(`It is full of ${word}.`)
  await rule.getByRole('button', { name: 'Save the wording' }).click()
  await expect(editor.page.getByRole('status')).toContainText('Reworded.')
  await expect(rule).toContainText('1 wording from before')

  await author.page.goto(`/comments/${id}/receipt`)
  await expect(author.page.getByText(`Reason: It has ${word} in it.`)).toBeVisible()
  await author.page.getByRole('link', { name: `No ${word}.` }).click()
  await expect(author.page).toHaveURL(`/rules#no-${word}`)
  await expect(author.page.locator(`#no-${word}`)).toBeInViewport()

  await rule.getByRole('button', { name: `Move up: No ${word}.` }).click()
  await expect(editor.page.getByRole('status')).toContainText('Moved.')
  await rule.getByRole('button', { name: `Retire: No ${word}.` }).click()
  await expect(editor.page.getByRole('status')).toContainText('Retired.')
  await expect.poll(rulesPage, soon).not.toContain(word)
  await author.page.goto(`/comments/${id}/receipt`)
  await expect(author.page.getByText(`House rule: No ${word}.`)).toBeVisible()
  await expect(author.page.getByRole('link', { name: `No ${word}.` })).toHaveCount(0)
  await editor.page.goto('/admin/log')
  await expect(
    editor.page.getByText(`${editor.reader.name} retired the house rule “No ${word}.”`),
  ).toBeVisible()
})

test('a wording that is not taken is still there to be mended', async ({ signedIn, baseURL }) => {
  const { page, request, reader } = await signedIn('editor')
  await page.goto('/admin/rules/reasons')
  const adding = page.getByRole('region', { name: 'Add a rule' })
  await adding.getByRole('textbox', { name: 'The rule' }).fill('…')
  await adding.getByRole('textbox', { name: 'What its author reads' }).fill('It says nothing.')
  await adding.getByRole('button', { name: 'Add the rule' }).click()
  await expect(problem(page, 'A rule needs a line of its own')).toBeVisible()
  await expect(adding.getByRole('textbox', { name: 'What its author reads' })).toHaveValue('It says nothing.')

  const headers = { accept: 'application/json', origin: baseURL ?? '' }
  const send = async (path: string, form: Record<string, string>) =>
    (await request.post(`/api/admin/rules/reasons${path}`, { form, headers })).status()
  const whole = { title: 'T', reason: 'R', text: '' }
  expect(await send('', { title: 'T', reason: 'R' })).toBe(422)
  expect(await send('', { ...whole, code: 'spam' })).toBe(422)
  expect(await send('', { ...whole, text: 'a'.repeat(2_001) })).toBe(422)
  expect(await send('/no-such-rule/reword', { ...whole, seen: '1' })).toBe(404)
  expect(await send('/spam/reword', { ...whole, seen: '-1' })).toBe(422)
  expect(await send('/spam/reword', { ...whole, seen: '9' })).toBe(409)
  expect(await send('/SPAM/retire', { on: '1' })).toBe(422)
  expect(await send('/spam/retire', { on: 'yes' })).toBe(422)
  expect(await send('/other/retire', { on: '1' })).toBe(409)
  expect(await send('/spam/place', { above: "insult' or 1=1" })).toBe(422)
  expect(await db().ruleWording.count({ where: { actorId: reader.id } })).toBe(0)
})

test('a moderator reads the library and changes none of it', async ({ signedIn, baseURL }) => {
  const [{ page, request }, reader] = [await signedIn('moderator'), await signedIn()]
  await page.goto('/admin/rules/reasons')
  await expect(page.getByText('Editors and administrators change the rules.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  const headers = { accept: 'application/json', origin: baseURL ?? '' }
  for (const sender of [request, reader.request])
    for (const [path, form] of [
      ['', { title: 'T', reason: 'R', text: '' }],
      ['/spam/reword', { title: 'T', reason: 'R', text: '', seen: '1' }],
      ['/spam/place', { above: 'insult' }],
      ['/spam/retire', { on: '1' }],
    ] as const)
      expect((await sender.post(`/api/admin/rules/reasons${path}`, { form, headers })).status()).toBe(403)
})

test('attack A1: a rule’s words are words wherever they are shown', async ({ signedIn, visitor }) => {
  const [editor, anyone] = [await signedIn('editor'), await visitor()]
  const word = oneOfAKind()
  const hostile = `<img src=x onerror=alert(1)> ${word} "'><script>alert(1)</script>`
  await editor.page.goto('/admin/rules/reasons')
  const adding = editor.page.getByRole('region', { name: 'Add a rule' })
  await adding.getByRole('textbox', { name: 'The rule' }).fill(hostile)
  await adding.getByRole('textbox', { name: 'What its author reads' }).fill(hostile)
  await adding.getByRole('textbox', { name: 'More about it' }).fill(hostile)
  await adding.getByRole('button', { name: 'Add the rule' }).click()
  await expect(editor.page.getByRole('heading', { name: hostile })).toBeVisible()
  await expect.poll(async () => (await anyone.request.get('/rules')).text(), soon).toContain(word)
  await anyone.page.goto('/rules')
  await expect(anyone.page.getByText(hostile).first()).toBeVisible()
  await expect(anyone.page.locator('#content img, #content script')).toHaveCount(0)
  const [moderator, author] = [await signedIn('moderator'), await givenReader()]
  await givenComment(author, await givenArticle())
  const item = await findInQueue(moderator.page, author)
  await expect(item.getByRole('option', { name: word })).toHaveCount(1)
  await editor.page.getByRole('button', { name: `Retire: ${hostile}` }).click()
  await expect(editor.page.getByRole('status')).toContainText('Retired.')
})
