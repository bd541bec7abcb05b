import type { APIRequestContext } from '@playwright/test'
import { setConversation, setState } from '@/lib/articles/commands'
import { banReader } from '@/lib/readers/commands'
import { expect, test } from './fixtures'
import { countComments, givenArticle, givenComment, givenPublished, givenReader } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a program has no scripts to switch off')

test('a program is told in a status and a word what became of its comment', async ({ signedIn, baseURL }) => {
  const { request, reader } = await signedIn()
  const [article, elsewhere] = [await givenArticle(), await givenArticle()]
  const held = await givenComment(reader, article)
  const there = await givenPublished(await givenReader(), elsewhere)
  const post = sender(request, baseURL)
  const before = await countComments(article.id)

  expect(await post({ article: article.id, body: ' ' })).toEqual([422, 'blank'])
  expect(await post({ article: article.id, body: 'a'.repeat(5_001) })).toEqual([422, 'too-long'])
  expect(await post({ article: article.id, body: 'caf\ufffd' })).toEqual([422, 'unreadable'])
  expect(await post({ article: article.id, body: 'half \ud800' })).toEqual([422, 'unreadable'])
  expect(await post({ article: article.id, body: 'To whom?', parent: there.id })).toEqual([422, 'no-parent'])
  expect(await post({ article: article.id, body: 'To whom?', parent: held.id })).toEqual([422, 'no-parent'])
  expect(await post({ article: article.id, body: 'To whom?', parent: -1 })).toEqual([422, 'no-parent'])
  expect(await post({ article: article.id })).toEqual([422, 'bad-fields'])
  expect(await post({ article: article.id, body: 'More?', state: 'published' })).toEqual([422, 'bad-fields'])
  for (const article of [0, -1, '007', 2_147_483_648, 'abc', 2_147_483_647])
    expect(await post({ article, body: 'Is anybody there?' }), String(article)).toEqual([404, 'no-article'])
  expect(await countComments(article.id)).toBe(before)

  expect(await post({ article: article.id, body: 'Four winters.' })).toEqual([202, undefined])
  await setConversation(article.id, 'closed')
  expect(await post({ article: article.id, body: 'Five.' })).toEqual([409, 'closed'])
  await setState(article.id, 'withdrawn')
  expect(await post({ article: article.id, body: 'Six.' })).toEqual([404, 'no-article'])
  await banReader(reader.email, 'spam', null)
  expect(await post({ article: elsewhere.id, body: 'Seven.' })).toEqual([403, 'banned'])
})

test('a program without a session is told so', async ({ request, baseURL }) => {
  const { id } = await givenArticle()
  expect(await sender(request, baseURL)({ article: id, body: 'Who am I?' })).toEqual([401, 'signed-out'])
  expect(await countComments(id)).toBe(0)
})

test('the newsroom’s comments are public at once: 201, with their address', async ({ signedIn, baseURL }) => {
  const { request } = await signedIn('editor')
  const { id } = await givenArticle()
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  const answer = await request.post('/api/comments', { headers, data: { article: id, body: 'We checked.' } })
  expect(answer.status()).toBe(201)
  const { location = '' } = answer.headers()
  expect(location).toMatch(/^\/comments\/\d+$/)
  expect((await request.get(location, { maxRedirects: 0 })).status()).toBe(303)
})

test('what is no form and no JSON object is refused, and so is what is too large', async ({
  signedIn,
  baseURL,
}) => {
  const { request } = await signedIn()
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  const send = async (type: string, data: string) => {
    const answer = await request.post('/api/comments', {
      headers: { ...headers, 'content-type': type },
      data,
    })
    return answer.status()
  }
  expect(await send('application/json', '{"article":')).toBe(400)
  expect(await send('application/json', '[1]')).toBe(400)
  expect(await send('text/plain', 'article=1&body=x')).toBe(400)
  expect(await send('application/x-www-form-urlencoded', 'article=1&article=2&body=x')).toBe(400)
  expect(await send('application/x-www-form-urlencoded', `body=${'x'.repeat(300_000)}`)).toBe(413)
})

/** Posts JSON, and tells the status and the word for what was wrong. */
function sender(request: APIRequestContext, origin = '') {
  return async (data: Record<string, string | number>): Promise<[number, unknown]> => {
    const headers = { origin, accept: 'application/json', 'content-type': 'application/json' }
    // Already text: halves of surrogate pairs must reach the site as JSON escapes.
    const answer = await request.post('/api/comments', { headers, data: JSON.stringify(data) })
    return [answer.status(), (await answer.json()).error]
  }
}
