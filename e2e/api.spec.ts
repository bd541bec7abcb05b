import type { APIRequestContext } from '@playwright/test'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { setState } from '@/lib/articles/commands'
import { liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a program has no scripts to switch off')

const api = '/api/v1'

test('every answer has the shape that the published document says', async ({ request }) => {
  const check = await readDocument(request)
  const { id } = await liveliestArticle()
  const withdrawn = await givenArticle()
  await setState(withdrawn.id, 'withdrawn')
  const asked: [operation: string, address: string, status: number][] = [
    ['/articles', '/articles', 200],
    ['/articles', '/articles?section=world&limit=3', 200],
    ['/articles', '/articles?section=nowhere', 404],
    ['/articles', '/articles?after=nonsense', 400],
    ['/articles', '/articles?limit=51', 400],
    ['/articles/{id}', `/articles/${id}`, 200],
    ['/articles/{id}', '/articles/2147483647', 404],
    ['/articles/{id}', '/articles/0x10', 404],
    ['/articles/{id}', `/articles/${withdrawn.id}`, 410],
    ['/articles/{id}/comments', `/articles/${id}/comments`, 200],
    ['/articles/{id}/comments', `/articles/${withdrawn.id}/comments`, 410],
    ['/sections', '/sections', 200],
    ['/search', '/search?q=ferry', 200],
    ['/search', '/search?q=', 400],
  ]
  for (const [operation, address, status] of asked) {
    const answer = await request.get(api + address)
    expect([address, answer.status()]).toEqual([address, status])
    expect(answer.headers()).toMatchObject({ 'access-control-allow-origin': '*' })
    expect([address, check(operation, status, await answer.json())]).toEqual([address, []])
  }
})

test('its pages follow each other without repeating or missing anything', async ({ request }) => {
  const article = await givenArticle()
  const written: number[] = []
  for (let count = 0; count < 5; count += 1)
    written.unshift((await givenPublished(await givenReader(), article)).id)
  const found: number[] = []
  let next: string | null = `${api}/articles/${article.id}/comments?limit=2`
  for (let pages = 0; next !== null && pages < 9; pages += 1) {
    const page: { comments: { id: number }[]; next: string | null } = await (await request.get(next)).json()
    expect(page.comments.length).toBeLessThanOrEqual(2)
    found.push(...page.comments.map(({ id }) => id))
    next = page.next
  }
  expect(found).toEqual(written)
})

test('the same bytes are not sent twice', async ({ request }) => {
  const { id } = await givenArticle()
  const { etag = '' } = (await request.get(`${api}/articles/${id}`)).headers()
  const again = await request.get(`${api}/articles/${id}`, { headers: { 'if-none-match': etag } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
})

/** Reads the document as a program would, and gives what checks an answer by it. */
async function readDocument(request: APIRequestContext) {
  const document = await (await request.get(`${api}/openapi.json`)).json()
  expect(document.openapi).toBe('3.1.0')
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats(ajv)
  const compiled = new Map<string, ValidateFunction>()
  return (operation: string, status: number, value: unknown): string[] => {
    const { responses } = document.paths[operation].get
    const said = responses[status].$ref ? document.components.responses.problem : responses[status]
    const [content]: { schema: object }[] = Object.values(said.content)
    const key = `${operation} ${status}`
    const validate = compiled.get(key) ?? ajv.compile(content?.schema ?? false)
    compiled.set(key, validate)
    return validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}
