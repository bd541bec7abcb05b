import type { APIRequestContext } from '@playwright/test'
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'
import { setState } from '@/lib/articles/commands'
import { liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a program has no scripts to switch off')

const api = '/api/v1'

test('every answer has the shape that the published document says', async ({ request }) => {
  const { document, check } = await readDocument(request)
  const { id } = await liveliestArticle()
  const withdrawn = await givenArticle()
  await setState(withdrawn.id, 'withdrawn')
  const blocked = await givenArticle()
  await setState(blocked.id, 'blocked')
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
    ['/articles/{id}', `/articles/${blocked.id}`, 451],
    ['/articles/{id}/comments', `/articles/${id}/comments`, 200],
    ['/articles/{id}/comments', `/articles/${id}/comments?after=nonsense`, 400],
    ['/articles/{id}/comments', '/articles/2147483647/comments', 404],
    ['/articles/{id}/comments', `/articles/${withdrawn.id}/comments`, 410],
    ['/articles/{id}/comments', `/articles/${blocked.id}/comments`, 451],
    ['/sections', '/sections', 200],
    ['/search', '/search?q=ferry', 200],
    ['/search', '/search?q=', 400],
  ]
  const tried = new Set<string>()
  for (const [operation, address, status] of asked) {
    const answer = await request.get(api + address)
    expect([address, answer.status()]).toEqual([address, status])
    expect(answer.headers()).toMatchObject({ 'access-control-allow-origin': '*' })
    expect([address, check(operation, answer.headers(), status, await answer.json())]).toEqual([address, []])
    tried.add(`${operation} ${status}`)
    if (status !== 200) continue
    const again = await request.get(api + address, {
      headers: { 'if-none-match': answer.headers().etag ?? '' },
    })
    expect([address, again.status(), (await again.body()).length]).toEqual([address, 304, 0])
    expect([address, check(operation, again.headers(), 304, null)]).toEqual([address, []])
    tried.add(`${operation} 304`)
  }
  // Paces are off here: workers.process.test.ts asks too often.
  const said = Object.entries(document.paths).flatMap(([operation, { get }]) =>
    Object.keys(get.responses).map((status) => `${operation} ${status}`),
  )
  expect([...tried].sort()).toEqual(said.filter((each) => !each.endsWith(' 429')).sort())
})

test('the document is as the OpenAPI Initiative’s own schema wants it, and every reference leads somewhere', async ({
  request,
}) => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(await (await request.get(`${api}/openapi.json`)).json())
  expect([valid, errors, validator.version]).toEqual([true, undefined, '3.1'])
  expect(JSON.stringify(validator.resolveRefs())).not.toContain('$ref')
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

/** The document, as far as it is gone by here. */
const described = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.object({ get: z.object({ responses: z.record(z.string(), z.record(z.string(), z.unknown())) }) }),
  ),
  components: z.object({ responses: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})
const response = z.object({
  headers: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).default({}),
  content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).default({}),
})

/** Reads the document as a program would, and gives what checks an answer by it. */
async function readDocument(request: APIRequestContext) {
  const document = described.parse(await (await request.get(`${api}/openapi.json`)).json())
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats(ajv)
  const compiled = new Map<object, ValidateFunction>()
  const check = (
    operation: string,
    answered: Record<string, string>,
    status: number,
    value: unknown,
  ): string[] => {
    const said = document.paths[operation]?.get.responses[status] ?? {}
    const name = z.string().default('').parse(said.$ref).split('/').pop() ?? ''
    const { headers, content } = response.parse(document.components.responses[name] ?? said)
    const missing = Object.keys(headers).filter((header) => !answered[header.toLowerCase()])
    const [type = '', ...others] = Object.keys(content)
    const isOther = type !== '' && !answered['content-type']?.startsWith(type)
    const schema = content[type]?.schema
    const validate = schema && (compiled.get(schema) ?? ajv.compile(schema))
    if (schema && validate) compiled.set(schema, validate)
    const isRight = validate ? validate(value) : value === null
    return [
      ...missing.map((header) => `${header} is missing`),
      ...(isOther || others.length > 0 ? [`it is ${answered['content-type']}`] : []),
      ...(isRight
        ? []
        : (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)),
    ]
  }
  return { document, check }
}
