import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { s3Store } from './picture-store-s3'
import { type Signed, wrongWith } from './test-sigv4'

// The examples that the specification publishes: keys, requests and the signatures they must have.
const examples = { keyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const example = (
  request: { method: string; url: string; headers?: Record<string, string>; body?: string; hash?: string },
  names: string,
  signature: string,
): Signed => ({
  ...{ method: request.method, url: request.url, body: Buffer.from(request.body ?? '') },
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-date': '20130524T000000Z',
    'x-amz-content-sha256': request.hash ?? emptyHash,
    ...request.headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${examples.keyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`,
  },
})
const usual = 'host;x-amz-content-sha256;x-amz-date'
const published: [string, Signed][] = [
  [
    'GET of an object',
    example(
      { method: 'GET', url: '/test.txt', headers: { range: 'bytes=0-9' } },
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ),
  ],
  [
    'PUT of an object',
    example(
      {
        ...{ method: 'PUT', url: '/test%24file.text', body: 'Welcome to Amazon S3.' },
        headers: {
          date: 'Fri, 24 May 2013 00:00:00 GMT',
          'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        },
        hash: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      },
      'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ),
  ],
  [
    'GET of a bucket’s lifecycle',
    example(
      { method: 'GET', url: '/?lifecycle' },
      usual,
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ),
  ],
  [
    'GET of a bucket',
    example(
      { method: 'GET', url: '/?max-keys=2&prefix=J' },
      usual,
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ),
  ],
]

test.each(published)('what checks here checks as the specification does: %s', (_name, request) => {
  const keys = { ...examples, region: 'us-east-1' }
  expect(wrongWith(request, keys)).toBeNull()
  expect(wrongWith(request, { ...keys, secret: 'another' })).toBe('the signature')
  expect(wrongWith({ ...request, method: 'POST' }, keys)).toBe('the signature')
  expect(wrongWith({ ...request, body: Buffer.from('another') }, keys)).toBe('the payload')
})

const keys = { keyId: 'AKIDTRIBUNE', secret: 'a/secret+with=signs', region: 'eu-north-1' }
const bytes = randomBytes(50_000)
const came: Signed[] = []
const server = createServer((req, res) => {
  const parts: Buffer[] = []
  req.on('data', (part) => parts.push(part))
  req.on('end', () => {
    const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)])
    const { method = '', url = '' } = req
    came.push({ method, url, headers: Object.fromEntries(headers), body: Buffer.concat(parts) })
    res.end(req.method === 'GET' ? bytes : '')
  })
})
let endpoint = new URL('http://127.0.0.1')
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  endpoint = new URL(`http://127.0.0.1:${port}/storage/v1`)
})
afterAll(() => server.close())
beforeEach(() => {
  came.length = 0
})

test('what is put and got is signed, its payload and what it is said to be, too', async () => {
  const store = s3Store({ endpoint, bucket: 'pictures', ...keys })
  await store.put('a1b2.jpg', bytes, 'image/jpeg')
  expect((await store.get('a1b2.jpg'))?.equals(bytes)).toBe(true)
  expect(came.map((request) => [request.method, request.url, wrongWith(request, keys)])).toEqual([
    ['PUT', '/storage/v1/pictures/a1b2.jpg', null],
    ['GET', '/storage/v1/pictures/a1b2.jpg', null],
  ])
  const [put] = came
  if (!put) throw new Error('nothing came')
  expect(put.headers['content-type']).toBe('image/jpeg')
  const other = { ...put, headers: { ...put.headers, 'content-type': 'text/html' } }
  expect(wrongWith(other, keys)).toBe('the signature')
})
