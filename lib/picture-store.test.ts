import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PictureStore, pictureStore } from './picture-store'

let folder = ''
let bucket: InstanceType<typeof S3rver>
let endpoint = new URL('http://127.0.0.1')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-store-'))
  bucket = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'pictures', configs: [] }],
  })
  const { port } = await bucket.run()
  endpoint = new URL(`http://127.0.0.1:${port}`)
})
afterAll(async () => {
  await bucket.close()
  await rm(folder, { recursive: true, force: true })
})

const keys = { keyId: 'S3RVER', secret: 'S3RVER' }
const place = () => ({ endpoint, bucket: 'pictures', region: 'auto', ...keys })

describe.each<[string, () => PictureStore]>([
  ['the folder', () => pictureStore(join(folder, 'kept'), null)],
  ['a bucket', () => pictureStore(folder, place())],
])('%s', (_name, open) => {
  test('gives back what was put, byte for byte, and nothing of what was not', async () => {
    const [store, bytes] = [open(), randomBytes(300_000)]
    await store.put('a.jpg', bytes, 'image/jpeg')
    await store.put('a.jpg', bytes, 'image/jpeg')
    expect((await store.get('a.jpg'))?.equals(bytes)).toBe(true)
    expect(await store.get('b.jpg')).toBeNull()
  })
})

test('the folder holds no half of a file', async () => {
  const store = pictureStore(join(folder, 'whole'), null)
  await Promise.all([1, 2, 3].map(() => store.put('a.jpg', randomBytes(100_000), 'image/jpeg')))
  expect(await readdir(join(folder, 'whole'))).toEqual(['a.jpg'])
})

test('a bucket that refuses says so', async () => {
  const wrong = pictureStore(folder, { ...place(), keyId: 'stranger' })
  await expect(wrong.put('c.jpg', randomBytes(10), 'image/jpeg')).rejects.toThrow(
    'the store answered 403 to PUT c.jpg',
  )
  const elsewhere = pictureStore(folder, { ...place(), bucket: 'nowhere' })
  await expect(elsewhere.put('c.jpg', randomBytes(10), 'image/jpeg')).rejects.toThrow('answered 404')
})

test('an endpoint may stand under a path', async () => {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(`${req.method} ${req.url} ${/Credential=([^/]+)/.exec(req.headers.authorization ?? '')?.[1]}`)
    req.resume().on('end', () => res.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const under = new URL(`http://127.0.0.1:${port}/storage/v1/`)
  await pictureStore(folder, { ...place(), endpoint: under }).put('d.png', randomBytes(10), 'image/png')
  expect(asked).toEqual(['PUT /storage/v1/pictures/d.png S3RVER'])
  server.close()
})
