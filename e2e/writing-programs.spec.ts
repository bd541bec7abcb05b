import type { APIRequestContext } from '@playwright/test'
import { setConversation } from '@/lib/articles/commands'
import { expect, test } from './fixtures'
import { countComments, givenApprovedReader, givenArticle, givenComment } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a program has no scripts to switch off')

const shouted = 'HOW CAN ANYBODY BELIEVE A WORD OF WHAT THE MAYOR SAYS'

test('a program is nudged only if it says that it can show why; otherwise its text goes its way', async ({
  signedIn,
  baseURL,
}) => {
  const [{ request }, article] = [await signedIn(await givenApprovedReader()), await givenArticle()]
  const post = sender(request, baseURL)
  const nudged = await post('/api/comments', { article: article.id, body: shouted, nudge: 1 })
  expect(nudged).toMatchObject({ status: 422, error: 'nudge', findings: [{ check: 'shouting' }] })
  expect(nudged.sentence).toContain('Most of it is in capitals.')
  expect(await countComments(article.id)).toBe(0)
  expect(await post('/api/comments', { article: article.id, body: `${shouted}!` })).toMatchObject({
    status: 202,
  })
  const insisted = { article: article.id, body: shouted, nudge: 1, anyway: 1 }
  expect(await post('/api/comments', insisted)).toMatchObject({ status: 202, state: 'held' })
})

test('a program sees what a text will look like, as a tree, and nothing is posted', async ({
  signedIn,
  baseURL,
}) => {
  const [{ request }, article] = [await signedIn(), await givenArticle()]
  const post = sender(request, baseURL)
  expect(await post('/api/comments', { article: article.id, body: 'So *be* it.', preview: 1 })).toMatchObject(
    {
      status: 200,
      text: [{ type: 'paragraph', content: ['So ', { type: 'emphasis', content: ['be'] }, ' it.'] }],
    },
  )
  expect(await post('/api/comments', { article: article.id, body: ' ', preview: 1 })).toMatchObject({
    status: 422,
    error: 'blank',
  })
  expect(await countComments(article.id)).toBe(0)
})

test('a program takes its reader’s name off a comment, then deletes it, each as often as it likes', async ({
  signedIn,
  visitor,
  baseURL,
}) => {
  const [author, other, article] = [
    await signedIn(await givenApprovedReader()),
    await signedIn(),
    await givenArticle(),
  ]
  const { id } = await givenComment(author.reader, article)
  const path = `/api/comments/${id}/delete`
  const post = sender(author.request, baseURL)
  expect(await sender(other.request, baseURL)(path, { what: 'comment' })).toMatchObject({
    status: 404,
    error: 'no-comment',
  })
  expect(await sender((await visitor()).request, baseURL)(path, { what: 'comment' })).toMatchObject({
    status: 401,
  })
  expect(await post(path, { what: 'all' })).toMatchObject({ status: 422, error: 'bad-fields' })
  for (const _ of [1, 2])
    expect(await post(path, { what: 'name' })).toMatchObject({
      status: 200,
      state: 'published',
      anonymous: true,
    })
  for (const _ of [1, 2])
    expect(await post(path, { what: 'comment' })).toMatchObject({ status: 200, state: 'deleted' })
})

test('a program quotes the article only in its own words', async ({ signedIn, baseURL }) => {
  const [{ request }, article] = [await signedIn(await givenApprovedReader()), await givenArticle()]
  const post = sender(request, baseURL)
  const about = { article: article.id, body: 'Is it so?', quote: 'The last stone was set this morning.' }
  expect(await post('/api/comments', { ...about, quote: 'The mayor took the money.' })).toMatchObject({
    status: 422,
    error: 'no-passage',
  })
  expect(await post('/api/comments', about)).toMatchObject({ status: 201 })
})

test('a program that comes too late is told that its text is kept, and where', async ({
  signedIn,
  baseURL,
}) => {
  const [{ request }, article] = [await signedIn(), await givenArticle()]
  await setConversation(article.id, 'closed')
  const answer = await sender(request, baseURL)('/api/comments', {
    article: article.id,
    body: 'Too late, it seems.',
  })
  expect(answer).toMatchObject({ status: 409, error: 'closed', kept: true })
  const page = await request.get(String(answer.url))
  expect(await page.text()).toContain('Too late, it seems.')
})

/** Posts JSON; the answer's status beside what it says. */
function sender(request: APIRequestContext, origin = '') {
  return async (path: string, fields: Record<string, string | number>): Promise<Record<string, unknown>> => {
    const headers = { origin, accept: 'application/json', 'content-type': 'application/json' }
    const answer = await request.post(path, { headers, data: JSON.stringify(fields) })
    return { status: answer.status(), ...(await answer.json()) }
  }
}
