import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAssetFiles } from './asset-files'
import { createAssets } from './assets'
import { type Newsroom, openNewsroom } from './newsroom.fixture'

const css = `p { color: black }\n${'a { color: red }\n'.repeat(50)}`
const clock = { now: 1_800_000_000_000 }
let root: string
let site: Newsroom

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tribune-assets-'))
  await put('builds/one/static/chunks/3ofa3.css', css)
  await put('builds/one/static/media/newsreader.0rboc.woff2', Buffer.from([1, 2, 3]))
  await put('builds/one/islands/island.js', 'customElements')
  await put('builds/one/islands/island-0a1b2c3d.js', 'customElements')
  await put('builds/one/fonts/newsreader-variable.woff2', Buffer.from([4, 5, 6]))
  await put('builds/earlier/static/chunks/2old.css', 'old {}')
  await put('builds/earlier/static/chunks/3ofa3.css', 'not this one')
  await put('public/favicon.ico', Buffer.from([0, 0, 1, 0]))
  await put('public/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  site = await open()
})
afterEach(async () => {
  await site.close()
  await rm(root, { recursive: true, force: true })
})

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content)
}

async function open(): Promise<Newsroom> {
  const assets = await createAssets({
    build: join(root, 'builds/one'),
    builds: join(root, 'builds'),
    publicFolder: join(root, 'public'),
    now: () => clock.now,
  })
  return openNewsroom({ assets })
}

const accepting = (coding: string) => ({ headers: { 'accept-encoding': coding } })

test('a style sheet goes out in the coding the client likes best, each with a strong tag of its own', async () => {
  const path = '/_next/static/chunks/3ofa3.css'
  const br = await site.get(path, accepting('gzip, deflate, br'))
  const gzip = await site.get(path, accepting('br;q=0.2, gzip'))
  const plain = await site.get(path, accepting('br;q=0, gzip;q=0'))
  expect([br, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual([
    'br',
    'gzip',
    undefined,
  ])
  expect(brotliDecompressSync(br.body).toString()).toBe(css)
  expect(gunzipSync(gzip.body).toString()).toBe(css)
  expect(plain.text).toBe(css)
  expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3)
  for (const { status, headers, body } of [br, gzip, plain])
    expect([status, headers]).toEqual([
      200,
      expect.objectContaining({
        'content-type': 'text/css; charset=utf-8',
        'content-length': String(body.length),
        'cache-control': 'public, max-age=31536000, immutable',
        etag: expect.stringMatching(/^"[^"]+"$/),
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      }),
    ])
})

test('every file has its type, and only names that change with the bytes are for ever', async () => {
  const immutable = 'public, max-age=31536000, immutable'
  const expected = [
    ['/_next/static/media/newsreader.0rboc.woff2', 'font/woff2', immutable],
    ['/islands/island-0a1b2c3d.js', 'text/javascript; charset=utf-8', immutable],
    ['/islands/island.js', 'text/javascript; charset=utf-8', 'public, max-age=3600'],
    ['/fonts/newsreader-variable.woff2', 'font/woff2', 'public, max-age=3600'],
    ['/favicon.ico', 'image/x-icon', 'public, max-age=3600'],
    ['/icon.svg', 'image/svg+xml', 'public, max-age=3600'],
  ]
  for (const [path = '', type, caching] of expected) {
    const { status, headers } = await site.get(path)
    expect([path, status, headers['content-type'], headers['cache-control']]).toEqual([
      path,
      200,
      type,
      caching,
    ])
    expect([path, headers.etag]).toEqual([path, expect.stringMatching(/^"[^"]+"$/)])
  }
})

test('fonts and pictures are not compressed again', async () => {
  const font = await site.get('/fonts/newsreader-variable.woff2', accepting('br'))
  expect([font.headers['content-encoding'], font.headers.vary, font.body]).toEqual([
    undefined,
    undefined,
    Buffer.from([4, 5, 6]),
  ])
})

test('a client that holds the bytes gets 304, and HEAD has the headers of GET', async () => {
  const path = '/_next/static/chunks/3ofa3.css'
  const got = await site.get(path, accepting('br'))
  const etag = got.headers.etag ?? ''
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const same = await site.get(path, { headers: { 'if-none-match': known, 'accept-encoding': 'br' } })
    expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag])
  }
  const otherCoding = { headers: { 'if-none-match': etag, 'accept-encoding': 'gzip' } }
  expect((await site.get(path, otherCoding)).status).toBe(200)
  const head = await site.get(path, { method: 'HEAD', ...accepting('br') })
  const withoutDate = ({ date: _date, ...headers }: typeof head.headers) => headers
  expect(head.body.length).toBe(0)
  expect(withoutDate(head.headers)).toEqual(withoutDate(got.headers))
})

test('no cookie changes the answer, none is set, and parameters do not count', async () => {
  const path = '/_next/static/chunks/3ofa3.css'
  const plain = await site.get(path)
  const other = await site.get(`${path}?dpl=1&v=2`, { headers: { cookie: 'tribune.session=x' } })
  expect([other.body, other.headers.etag]).toEqual([plain.body, plain.headers.etag])
  expect(other.headers['set-cookie']).toBeUndefined()
  expect(site.seen.some(({ url }) => url.startsWith('/_next'))).toBe(false)
})

test('files of earlier builds are still there, and this build’s own come first', async () => {
  expect((await site.get('/_next/static/chunks/2old.css')).text).toBe('old {}')
  expect((await site.get('/_next/static/chunks/3ofa3.css')).text).toBe(css)
})

test('files of a build that is made while the site runs are found, and those that are cleared away are not', async () => {
  const path = '/_next/static/chunks/4new.css'
  expect((await site.get(path)).status).toBe(404)
  await put('builds/next/static/chunks/4new.css', 'new {}')
  clock.now += 1000
  expect((await site.get(path)).text).toBe('new {}')
  await rm(join(root, 'builds/earlier'), { recursive: true })
  expect((await site.get('/_next/static/chunks/2old.css')).status).toBe(404)
})

test('only the files that browsers are meant to ask for exist', async () => {
  await put('builds/one/BUILD_ID', 'secret')
  await put('builds/one/server/app/page.js', 'secret')
  await put('builds/one/static/chunks/3ofa3.js.map', 'secret')
  await put('builds/one/static/.hidden.js', 'secret')
  await put('builds/one/static/chunks/3ofa3.css.br', brotliCompressSync(css))
  await put('builds/one/secret.js', 'secret')
  await put('public/secret.js', 'secret')
  await put('outside.js', 'secret')
  await symlink(join(root, 'outside.js'), join(root, 'builds/one/static/link.js'))
  clock.now += 1000
  for (const path of [
    '/_next/static',
    '/_next/static/',
    '/_next/static/chunks',
    '/_next/static/chunks/',
    '/islands/',
    '/_next/static/BUILD_ID',
    '/_next/static/../BUILD_ID',
    '/_next/static/%2e%2e/BUILD_ID',
    '/_next/static/..%2fBUILD_ID',
    '/_next/static/..%5cBUILD_ID',
    '/_next/static/%252e%252e/BUILD_ID',
    '/_next/static/chunks/..;/../BUILD_ID',
    '/_next/static//chunks/3ofa3.css',
    '/_next/static/chunks/3ofa3.css/',
    '/_next/static/chunks/3ofa3.css/x.js',
    '/_next/static/chunks/3ofa3.css%00.js',
    '/_next/static/chunks/3ofa3.css.br',
    '/_next/static/chunks/3ofa3.js.map',
    '/_next/static/chunks/3OFA3.css',
    '/_next/static/.hidden.js',
    '/_next/static/link.js',
    '/_next/server/app/page.js',
    '/_next/BUILD_ID',
    '/islands/../secret.js',
    '/fonts/%2e%2e/secret.js',
    '/secret.js',
    '/public/favicon.ico',
    '/apple-touch-icon.png',
  ]) {
    const reply = await site.get(path)
    expect([path, reply.status, reply.text]).toEqual([path, 404, expect.not.stringContaining('secret')])
  }
})

test('a flood of made-up names costs one look at the disk a second and leaves nothing in memory', async () => {
  const looks = { count: 0 }
  const assets = await createAssets({
    get build() {
      looks.count += 1
      return join(root, 'builds/one')
    },
    builds: join(root, 'builds'),
    publicFolder: join(root, 'public'),
    now: () => clock.now,
  })
  const flooded = await openNewsroom({ assets })
  clock.now += 1000
  for (let name = 0; name < 200; name += 1)
    expect((await flooded.get(`/_next/static/chunks/${name}.js`)).status).toBe(404)
  expect(looks.count).toBe(2)
  await flooded.close()
})

test('the forms that the build made are sent as they are, and a file is read once for all who ask at once', async () => {
  const made = brotliCompressSync(`${css} `)
  await put('builds/one/static/chunks/3ofa3.css.br', made)
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => site.get('/_next/static/chunks/3ofa3.css', accepting('br'))),
  )
  for (const reply of replies) expect(reply.body).toEqual(made)
})

test('what is in memory stays below its limit, those longest unused going first', async () => {
  const files = createAssetFiles(40_000)
  const read = async (name: number) => {
    const file = join(root, `f${name}.woff2`)
    await put(`f${name}.woff2`, Buffer.alloc(10_000))
    return files.read({ file, type: 'font/woff2', compresses: false, isImmutable: true })
  }
  const first = await read(0)
  for (let name = 1; name < 20; name += 1) {
    await read(name)
    expect(files.bytes()).toBeLessThanOrEqual(40_000)
    expect(await read(0)).toBe(first)
  }
})
