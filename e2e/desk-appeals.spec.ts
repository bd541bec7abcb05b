import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenAppeal, givenArticle, givenComment, givenDecision, oneOfAKind } from './newsroom'
import { findInQueue, problem, soon } from './steps'

/** What the site promises: what a moderator lets through is there for everyone within this. */

test('a refused author appeals, another moderator grants it without knowing who refused, and it is public within two seconds', async ({
  signedIn,
  visitor,
}) => {
  const [article, author, first, judge, anyone] = [
    await givenArticle(),
    await signedIn(),
    await signedIn('moderator'),
    await signedIn('moderator'),
    await visitor(),
  ]
  const { id, body } = await givenComment(author.reader, article)
  const item = await findInQueue(first.page, author.reader)
  await item.getByLabel('A word to the author').fill('Not among us.')
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(first.page.getByRole('status')).toContainText('Rejected')

  await author.page.goto(`/comments/${id}/receipt`)
  await author.page.getByRole('link', { name: 'Appeal this decision' }).click()
  await expect(author.page).toHaveURL(`/comments/${id}/appeal`)
  await expect(author.page.getByText(body)).toBeVisible()
  await author.page.getByRole('textbox', { name: 'Your appeal' }).fill('It was meant well.\nTruly.')
  await author.page.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(author.page).toHaveURL(`/comments/${id}/receipt#appeal`)
  const appeal = author.page.getByRole('region', { name: 'Appeal', exact: true })
  await expect(appeal).toContainText('It was meant well.')
  await expect(appeal).toContainText('Somebody else than who decided reads it')
  await expect(appeal.getByRole('link', { name: 'Appeal this decision' })).toHaveCount(0)

  const { id: appealId } = await db().appeal.findFirstOrThrow({
    where: { commentId: id },
    select: { id: true },
  })
  await first.page.goto(`/admin/appeals?after=${appealId - 1}`)
  const own = first.page.getByRole('article', { name: `Appeal by ${author.reader.name}` })
  await expect(own).toContainText('You decided this first, so somebody else judges it.')
  await expect(own.getByRole('button')).toHaveCount(0)

  await judge.page.goto(`/admin/comments/${id}`)
  await expect(judge.page.getByRole('main')).toContainText('Its author has appealed.')
  await expect(judge.page.getByRole('main')).not.toContainText('Not among us.')
  await judge.page.goto(`/admin/appeals?after=${appealId - 1}`)
  const asked = judge.page.getByRole('article', { name: `Appeal by ${author.reader.name}` })
  await expect(asked).toContainText(body)
  await expect(asked).toContainText('It was meant well.')
  await expect(asked.getByRole('link', { name: article.headline })).toHaveAttribute('href', article.path)
  for (const hidden of [first.reader.name, 'Not among us.', 'It breaks the house rules.'])
    await expect(asked).not.toContainText(hidden)
  await asked.getByRole('textbox', { name: 'Your answer to the author' }).fill('You are right.')
  await asked.getByRole('button', { name: 'Publish it after all' }).click()
  const notice = judge.page.getByRole('status')
  await expect(notice).toContainText(`Published after all: ${author.reader.name} will read your answer.`)
  await expect(notice).toContainText(`It had been refused by ${first.reader.name}.`)
  await expect(notice).toContainText('Note: Not among us.')
  await expect.poll(async () => (await anyone.request.get(article.path)).text(), soon).toContain(body)

  await author.page.reload()
  await expect(author.page.getByText('Published', { exact: true })).toBeVisible()
  await expect(appeal).toContainText('Your appeal was granted')
  await expect(appeal).toContainText('You are right.')
  await expect(author.page.getByRole('main')).not.toContainText(judge.reader.name)

  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(notice).toContainText(`Taken back: the appeal by ${author.reader.name} is open again.`)
  await expect.poll(async () => (await anyone.request.get(article.path)).text(), soon).not.toContain(body)
  await judge.page.goto(`/admin/log?comment=${id}`)
  const log = judge.page.getByRole('main').getByRole('listitem')
  await expect(log.nth(1)).toContainText(
    `${judge.reader.name} granted the appeal about a comment by ${author.reader.name}`,
  )
  await expect(log.nth(1)).toContainText(`Taken back by ${judge.reader.name}`)
})

test('an appeal that is turned down leaves the reason as it was told, with the answer', async ({
  signedIn,
}) => {
  const [author, judge] = [await signedIn(), await signedIn('moderator')]
  const { id, appealId } = await givenAppeal(author.reader)
  await judge.page.goto(`/admin/appeals?after=${appealId - 1}`)
  const asked = judge.page.getByRole('article', { name: `Appeal by ${author.reader.name}` })
  await asked.getByRole('button', { name: 'The decision stands' }).click()
  await expect(problem(judge.page, 'The author gets an answer: write one.')).toBeVisible()
  await asked
    .getByRole('textbox', { name: 'Your answer to the author' })
    .fill(`Too long. ${'a'.repeat(1_000)}`)
  await asked.getByRole('button', { name: 'The decision stands' }).click()
  await expect(problem(judge.page, 'An answer has up to 1,000 characters.')).toBeVisible()
  await expect(asked.getByRole('textbox')).toHaveValue(/^Too long\. a+$/)
  await asked.getByRole('textbox').fill('It does attack her.')
  await asked.getByRole('button', { name: 'The decision stands' }).click()
  await expect(judge.page.getByRole('status')).toContainText('The decision stands:')
  await author.page.goto(`/comments/${id}/receipt`)
  await expect(author.page.getByText('Reason: It attacks a person instead of arguing.')).toBeVisible()
  const appeal = author.page.getByRole('region', { name: 'Appeal', exact: true })
  await expect(appeal).toContainText('Your appeal was turned down')
  await expect(appeal).toContainText('It does attack her.')
  await author.page.goto(`/comments/${id}/appeal`)
  await expect(author.page.getByRole('textbox')).toHaveCount(0)
})

test('an appeal that was not taken is still there to be mended; one is enough', async ({
  signedIn,
  baseURL,
}) => {
  const author = await signedIn()
  const { id } = await givenComment(author.reader, await givenArticle())
  await givenDecision(id, 'spam')
  const { page } = author
  await page.goto(`/comments/${id}/appeal`)
  const box = page.getByRole('textbox', { name: 'Your appeal' })
  await box.fill(`Please. ${'b'.repeat(2_000)}`)
  await page.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(problem(page, 'It has more than 2,000 characters.')).toBeVisible()
  await expect(box).toHaveValue(/^Please\. b+$/)
  await box.fill(' ')
  await page.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(problem(page, 'It says nothing yet.')).toBeVisible()

  const send = async (form: Record<string, string>, about = id) => {
    const headers = { accept: 'application/json', origin: baseURL ?? '' }
    return (await author.request.post(`/api/comments/${about}/appeal`, { form, headers })).status()
  }
  expect(await send({ text: 'Please.' })).toBe(422)
  expect(await send({ body: 'Please.', outcome: 'overturned' })).toBe(422)
  expect(await send({ body: 'Please.' }, 2_000_000_000)).toBe(404)
  expect(await send({ body: 'Please.' })).toBe(201)
  expect(await send({ body: 'Please.' })).toBe(200)
  expect(await send({ body: 'Pretty please.' })).toBe(409)
  expect(await db().appeal.count({ where: { commentId: id } })).toBe(1)
})

test('what somebody wrote before signing in is kept for their appeal, and never taken for an edit', async ({
  page,
  signedIn,
  context,
  baseURL,
  house,
}) => {
  const author = await signedIn()
  const { id } = await givenComment(author.reader, await givenArticle())
  await givenDecision(id, 'spam')
  const word = oneOfAKind()
  await context.request.post(`/api/comments/${id}/appeal`, {
    form: { body: `I was signed out, ${word}.` },
    headers: { origin: baseURL ?? '' },
  })
  await context.addCookies([await house.sessionCookie(author.reader.id)])
  await page.goto(`/comments/${id}/edit`)
  await expect(page.getByRole('main')).not.toContainText(word)
  await page.goto(`/comments/${id}/appeal`)
  await expect(page.getByRole('textbox', { name: 'Your appeal' })).toHaveValue(`I was signed out, ${word}.`)
})

test('attack A40: from another site nobody is made to appeal or to judge; readers judge nothing', async ({
  signedIn,
  baseURL,
}) => {
  const [author, judge, reader] = [await signedIn(), await signedIn('moderator'), await signedIn()]
  const { id, appealId } = await givenAppeal(author.reader)
  const form = { outcome: 'overturned', body: 'Yes.' }
  const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const path = `/api/admin/appeals/${appealId}/judge`
  expect((await judge.request.post(path, { form, headers: elsewhere })).status()).toBe(403)
  const other = await givenComment(author.reader, await givenArticle())
  await givenDecision(other.id, 'spam')
  const forged = { form: { body: 'Forged.' }, headers: elsewhere }
  expect((await author.request.post(`/api/comments/${other.id}/appeal`, forged)).status()).toBe(403)
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  for (const person of [author, reader]) {
    expect((await person.request.post(path, { form, headers })).status()).toBe(403)
    expect(
      (
        await person.request.post(`/api/admin/appeals/${appealId}/undo`, { form: { seen: '3' }, headers })
      ).status(),
    ).toBe(403)
  }
  for (const [wrong, status] of [
    [{ ...form, outcome: 'overtaken' }, 422],
    [{ outcome: 'upheld' }, 422],
    [{ ...form, actorId: '1' }, 422],
  ] as const)
    expect((await judge.request.post(path, { form: wrong, headers })).status()).toBe(status)
  expect((await judge.request.post('/api/admin/appeals/2000000000/judge', { form, headers })).status()).toBe(
    404,
  )
  expect(await db().appeal.findFirst({ where: { commentId: id }, select: { outcome: true } })).toEqual({
    outcome: null,
  })
  expect(await db().appeal.count({ where: { commentId: other.id } })).toBe(0)
})

test('attack A28: of two judges the slower is told who judged what', async ({ signedIn }) => {
  const [author, one, other] = [await signedIn(), await signedIn('moderator'), await signedIn('moderator')]
  const { appealId } = await givenAppeal(author.reader)
  const page = `/admin/appeals?after=${appealId - 1}`
  for (const judge of [one, other]) {
    await judge.page.goto(page)
    await judge.page
      .getByRole('article', { name: `Appeal by ${author.reader.name}` })
      .getByRole('textbox', { name: 'Your answer to the author' })
      .fill('I have read it.')
  }
  const item = (judge: typeof one) =>
    judge.page.getByRole('article', { name: `Appeal by ${author.reader.name}` })
  await item(one).getByRole('button', { name: 'The decision stands' }).click()
  await expect(one.page.getByRole('status')).toContainText('The decision stands:')
  await item(other).getByRole('button', { name: 'Publish it after all' }).click()
  await expect(problem(other.page, `${one.reader.name} was faster`)).toContainText('the decision stands')
})

test('attack A30: nobody else reads an appeal or its answer, by whatever address', async ({
  signedIn,
  page,
}) => {
  const [author, other] = [await signedIn(), await signedIn()]
  const { id } = await givenAppeal(author.reader)
  for (const address of [`/comments/${id}/appeal`, `/comments/${id}/receipt`]) {
    const answer = await other.request.get(address)
    expect([address, answer.status()]).toEqual([address, 404])
    expect(await answer.text()).not.toContain('I ask for it')
    await page.goto(address)
    await expect(page).toHaveURL(/\/sign-in/)
  }
})

test('editors see how often appeals are granted, moderators do not; of few no share is told', async ({
  signedIn,
}) => {
  const [author, editor, moderator] = [
    await signedIn(),
    await signedIn('editor'),
    await signedIn('moderator'),
  ]
  const { appealId } = await givenAppeal(author.reader)
  await editor.page.goto(`/admin/appeals?after=${appealId - 1}`)
  const asked = editor.page.getByRole('article', { name: `Appeal by ${author.reader.name}` })
  await asked.getByRole('textbox').fill('Yes.')
  await asked.getByRole('button', { name: 'Publish it after all' }).click()
  const rates = editor.page.getByRole('region', { name: 'How often appeals are granted' })
  await expect(rates.getByRole('row', { name: 'It attacks a person instead of arguing.' })).toContainText(
    /\d+ of \d+/,
  )
  await moderator.page.goto('/admin/appeals')
  await expect(moderator.page.getByRole('heading', { level: 1 })).toHaveText('Appeals')
  await expect(moderator.page.getByRole('region', { name: 'How often appeals are granted' })).toHaveCount(0)
})

test('somebody who is suspended appeals on their account page, and what is answered stands there', async ({
  signedIn,
}) => {
  const [author, first, judge] = [await signedIn(), await signedIn('moderator'), await signedIn('moderator')]
  const { id: sanctionId } = await db().sanction.create({
    data: {
      ...{ readerId: author.reader.id, kind: 'suspend', reason: 'spam', words: 'Three links in a row.' },
      ...{ until: new Date(Date.now() + 86_400_000), madeById: first.reader.id },
    },
    select: { id: true },
  })
  await author.page.goto('/account')
  const decided = author.page.getByRole('region', { name: 'What the newsroom decided about your account' })
  await decided.getByRole('link', { name: 'Appeal this decision' }).click()
  await expect(author.page).toHaveURL(`/account/sanctions/${sanctionId}/appeal`)
  const box = author.page.getByRole('textbox', { name: 'Your appeal' })
  await author.page.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(problem(author.page, 'It says nothing yet.')).toBeVisible()
  await box.fill('They were my own recipes.')
  await author.page.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(decided).toContainText('They were my own recipes.')
  await expect(decided).toContainText('Somebody else than who decided reads it.')

  await first.page.goto('/admin/appeals')
  const name = `Appeal by ${author.reader.name} against a sanction`
  await expect(first.page.getByRole('article', { name }).getByRole('button')).toHaveCount(0)
  await judge.page.goto('/admin/appeals')
  const asked = judge.page.getByRole('article', { name })
  await expect(asked).toContainText('Three links in a row.')
  await expect(asked).not.toContainText(first.reader.name)
  await asked.getByRole('button', { name: 'Lift it' }).click()
  await expect(problem(judge.page, 'The author gets an answer: write one.')).toBeVisible()
  await asked.getByRole('textbox').fill('So they were.')
  await asked.getByRole('button', { name: 'Lift it' }).click()
  const notice = judge.page.getByRole('status')
  await expect(notice).toContainText(`Lifted: ${author.reader.name} will read your answer.`)
  await expect(notice).toContainText(`It had been decided by ${first.reader.name}.`)
  await author.page.reload()
  await expect(decided).toContainText('Your appeal was granted: the decision was lifted.')
  await expect(decided).toContainText('So they were.')
})
