import { db } from '@/lib/db'
import { expect, once, test } from './fixtures'
import { countComments, givenArticle, givenComment } from './newsroom'

const elsewhere: Record<string, string>[] = [
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  {},
]

test('nothing that changes something is taken from another site', once, async ({ signedIn, baseURL }) => {
  const { request, reader } = await signedIn('moderator')
  const article = await givenArticle()
  const comment = await givenComment(reader, article)
  const writes: Record<string, Record<string, string | number>> = {
    '/api/comments': { article: article.id, body: 'Sent from elsewhere.' },
    [`/api/comments/${comment.id}/edit`]: { revision: 1, body: 'Sent from elsewhere.' },
    [`/api/admin/comments/${comment.id}/decide`]: { move: 'reject', revision: 1, seen: 1, reason: 'spam' },
    '/api/comments/pending/discard': {},
    '/api/sign-in': { email: 'somebody@readers.example', password: 'nine ferries at noon' },
    '/api/sign-up': { name: 'Ana', email: 'new@elsewhere.example', password: 'nine ferries at noon' },
    '/api/sign-out': {},
  }
  for (const [address, form] of Object.entries(writes))
    for (const headers of elsewhere) {
      const answer = await request.post(address, { headers, form, maxRedirects: 0 })
      expect([address, headers, answer.status()]).toEqual([address, headers, 403])
      expect(answer.headers()['set-cookie']).toBeUndefined()
    }
  expect(await countComments(article.id)).toBe(1)
  expect(await db().session.count({ where: { readerId: reader.id } })).toBe(1)
  expect(await db().reader.count({ where: { email: 'new@elsewhere.example' } })).toBe(0)

  const own = { origin: baseURL ?? '' }
  const form = { article: article.id, body: 'Sent from here.' }
  expect((await request.post('/api/comments', { headers: own, form, maxRedirects: 0 })).status()).toBe(303)
})

test('a form on another site’s page gets the page of a refusal, and posts nothing', async ({
  signedIn,
  alarm,
  baseURL,
}) => {
  const { page } = await signedIn()
  const article = await givenArticle()
  await page.setContent(`<form method="post" action="${baseURL}/api/comments">
    <input name="article" value="${article.id}"><input name="body" value="Sent from elsewhere.">
    <button>Win a ferry</button></form>`)
  alarm.expectRefusal('/api/comments', 403)
  await page.getByRole('button', { name: 'Win a ferry' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This was refused')
  expect(await countComments(article.id)).toBe(0)
})

test('the site’s other names at the same port are the same site', once, async ({ signedIn, baseURL }) => {
  const { request } = await signedIn()
  const article = await givenArticle()
  for (const host of ['127.0.0.1', '[::1]']) {
    const headers = { origin: (baseURL ?? '').replace('localhost', host) }
    const form = { article: article.id, body: `Sent from ${host}.` }
    expect((await request.post('/api/comments', { headers, form, maxRedirects: 0 })).status()).toBe(303)
  }
})
