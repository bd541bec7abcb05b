import { z } from 'zod'
import { problemShape, shapes } from './shapes'

type Parameter = {
  name: string
  in: 'query' | 'path'
  required: boolean
  description: string
  schema: object
}

const query = (name: string, description: string, schema: object = { type: 'string' }): Parameter => ({
  ...{ name, in: 'query', required: false, description, schema },
})
const id: Parameter = {
  ...{ name: 'id', in: 'path', required: true, description: 'A News ID' },
  schema: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
}
const paging = [
  query('after', 'Where the page begins, as `next` has it'),
  query('limit', 'How many, 20 without it', { type: 'integer', minimum: 1, maximum: 50 }),
]

/** Every address of the API: what it takes, and the shape of what it says. */
export const operations = {
  '/articles': {
    summary: 'Published articles, newest first; of a section, a tag or an author if one is named',
    parameters: [query('section', 'A slug'), query('tag', 'A slug'), query('author', 'A slug'), ...paging],
    shape: 'articles',
    refusals: [400, 404],
  },
  '/articles/{id}': { summary: 'An article', parameters: [id], shape: 'article', refusals: [404, 410, 451] },
  '/articles/{id}/comments': {
    summary: 'The comments under an article, newest first',
    parameters: [id, ...paging],
    shape: 'comments',
    refusals: [400, 404, 410, 451],
  },
  '/sections': { summary: 'The sections', parameters: [], shape: 'sections', refusals: [] },
  '/search': {
    summary: 'The newest articles that have every word, as /search reads them',
    parameters: [
      { ...query('q', 'Words, "phrases", -without, section:, author:, after:, before:'), required: true },
      query('after', 'Where the page begins, as `next` has it'),
    ],
    shape: 'search',
    refusals: [400],
  },
} as const satisfies Record<
  string,
  {
    summary: string
    parameters: readonly Parameter[]
    shape: keyof typeof shapes
    refusals: readonly number[]
  }
>

/** The OpenAPI 3.1 document, made from the shapes that the answers are made by. */
export function openApi(site: { name: string; url: URL }): object {
  return {
    openapi: '3.1.0',
    info: {
      title: `${site.name}: articles and comments`,
      version: '1',
      description: 'Read-only, without a key. At most one request a second in the long run, sixty at once.',
    },
    servers: [{ url: new URL('/api/v1', site.url).href }],
    paths: Object.fromEntries(
      Object.entries(operations).map(([path, operation]) => [path, { get: describe(operation) }]),
    ),
    components: {
      responses: {
        problem: { description: 'Why not', content: problem },
        tooOften: {
          description: 'This address has asked too often',
          headers: { 'Retry-After': wait },
          content: problem,
        },
        unchanged: { description: 'The very bytes that `If-None-Match` names', headers: { ETag: tag } },
      },
    },
  }
}

const problem = { 'application/problem+json': { schema: jsonSchema(problemShape) } }
const tag = { description: 'The tag of these bytes', required: true, schema: { type: 'string' } }
const wait = {
  description: 'After how many seconds it may ask again',
  required: true,
  schema: { type: 'integer', minimum: 1 },
}

function describe({
  summary,
  parameters,
  shape,
  refusals,
}: (typeof operations)[keyof typeof operations]): object {
  const schema = jsonSchema(shapes[shape])
  const response = (name: string) => ({ $ref: `#/components/responses/${name}` })
  return {
    operationId: shape,
    summary,
    parameters,
    responses: {
      200: { description: summary, headers: { ETag: tag }, content: { 'application/json': { schema } } },
      304: response('unchanged'),
      ...Object.fromEntries(refusals.map((status) => [status, response('problem')])),
      429: response('tooOften'),
    },
  }
}

/** OpenAPI 3.1 takes JSON Schema as it is; each stands alone, so that nothing has to be put together. */
export function jsonSchema(shape: z.ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { reused: 'inline' })
  return schema
}
