import { setConversation, setState } from '@/lib/articles/commands'
import { banReader } from '@/lib/readers/commands'
import { expect, once, test } from './fixtures'
import { countComments, givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBox, expectNothingHere, postComment, problem } from './steps'

const nothingToRead = 'There is nothing to read in it yet.'
const refusedTexts = [
  { title: 'empty', text: '', sentence: nothingToRead },
  { title: 'blank', text: ' \n\t \n', sentence: nothingToRead },
  { title: 'made of invisible characters', text: '\u200b\u200d\u2060\ufeff', sentence: nothingToRead },
  {
    title: '5,001 characters long',
    text: `${'ferry '.repeat(833)}boat`.slice(0, 5_001).padEnd(5_001, '!'),
    sentence: 'It has 5,001 characters; up to 5,000 fit.',
  },
]

for (const { title, text, sentence } of refusedTexts)
  test(`a comment that is ${title} comes back with its text and what to change`, async ({
    signedIn,
    alarm,
    javaScriptEnabled,
  }) => {
    const { page } = await signedIn()
    const article = await givenArticle()
    await arrive(page, article.path)
    if (javaScriptEnabled && title.includes('invisible')) alarm.expectRefusal('/api/comments', 422)
    await postComment(page, text)
    await expect(page).toHaveURL(javaScriptEnabled ? article.path : /\/comments\/new\?/)
    await expect(problem(page, 'Your comment was not posted')).toContainText(sentence)
    await expect(commentBox(page)).toHaveValue(text)
    expect(await countComments(article.id)).toBe(0)

    await postComment(page, 'Four winters.')
    await expect(page.getByText('Waiting for review')).toBeVisible()
  })

test('5,000 characters fit, however many bytes they are', async ({ signedIn }) => {
  const { page } = await signedIn()
  const article = await givenArticle()
  await arrive(page, article.path)
  await postComment(page, '🌉🌁'.repeat(2_500))
  await expect(page.getByText('Waiting for review')).toBeVisible()
})

test('a comment in the wrong encoding comes back with its lost characters marked', async ({
  signedIn,
  baseURL,
}) => {
  const { page, request } = await signedIn()
  const article = await givenArticle()
  const answer = await request.post('/api/comments', {
    headers: { origin: baseURL ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    data: `article=${article.id}&body=The+caf%E9+is+closed`,
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.goto(answer.headers().location ?? '')
  await expect(problem(page, 'Some of its characters were lost on the way')).toBeVisible()
  await expect(commentBox(page)).toHaveValue('The caf\ufffd is closed')
  expect(await countComments(article.id)).toBe(0)
})

test('a conversation that closed meanwhile says so and keeps the text', async ({
  signedIn,
  alarm,
  javaScriptEnabled,
}) => {
  const { page } = await signedIn()
  const article = await givenArticle()
  await arrive(page, article.path)
  if (javaScriptEnabled) alarm.expectRefusal('/api/comments', 409)
  await setConversation(article.id, 'closed')
  await postComment(page, 'One word more.')
  await expect(problem(page, 'The conversation closed; your text is kept')).toBeVisible()
  await expect(commentBox(page)).toHaveValue('One word more.')
  await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
  await arrive(page, article.path)
  await expect(page.getByText('The conversation is closed.')).toBeVisible()
  await expect(commentBox(page)).toHaveCount(0)
  expect(await countComments(article.id)).toBe(0)
})

test('a banned reader is told so, and nothing is written', async ({ signedIn, alarm, javaScriptEnabled }) => {
  const { page, reader } = await signedIn()
  const article = await givenArticle()
  await banReader(reader.email, 'spam', null)
  if (javaScriptEnabled) alarm.expectRefusal('/api/comments', 403)
  await arrive(page, article.path)
  await postComment(page, 'Again, then.')
  await expect(problem(page, 'Your account may not post.')).toBeVisible()
  await expect(commentBox(page)).toHaveValue('Again, then.')
  expect(await countComments(article.id)).toBe(0)
})

test('an answer to a comment of another article is not posted, and keeps its text', async ({
  signedIn,
  baseURL,
}) => {
  const { page, request } = await signedIn()
  const [here, elsewhere] = [await givenArticle(), await givenArticle()]
  const parent = await givenPublished(await givenReader(), elsewhere)
  const answer = await request.post('/api/comments', {
    headers: { origin: baseURL ?? '' },
    form: { article: here.id, parent: parent.id, body: 'In the wrong place.' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.goto(answer.headers().location ?? '')
  await expect(problem(page, 'The comment you answered is no longer there.')).toBeVisible()
  await expect(commentBox(page)).toHaveValue('In the wrong place.')
  expect(await countComments(here.id)).toBe(0)
})

test('a comment on an article that was withdrawn meanwhile finds nothing to stand under', async ({
  signedIn,
  alarm,
  javaScriptEnabled,
}) => {
  const { page } = await signedIn()
  const { id, path } = await givenArticle()
  await arrive(page, path)
  await setState(id, 'withdrawn')
  alarm.expectRefusal('/api/comments', 404)
  await postComment(page, 'Is anybody there?')
  if (!javaScriptEnabled) await expectNothingHere(page)
  else {
    await expect(problem(page, 'The article was taken back in the meantime.')).toBeVisible()
    await expect(commentBox(page)).toHaveValue('Is anybody there?')
  }
  expect(await countComments(id)).toBe(0)
})

test('pressing twice posts once', once, async ({ signedIn, baseURL }) => {
  const { request } = await signedIn()
  const article = await givenArticle()
  const send = () =>
    request.post('/api/comments', {
      headers: { origin: baseURL ?? '', accept: 'application/json' },
      form: { article: article.id, body: 'Once is enough.' },
    })
  const answers = await Promise.all([send(), send(), send()])
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id))
  expect(new Set(ids).size).toBe(1)
  expect(await countComments(article.id)).toBe(1)
})
