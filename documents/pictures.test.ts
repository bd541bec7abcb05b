import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import type { VariantEncoder } from './picture-encoder'
import { drawing, type Gallery, openGallery, widths } from './pictures.fixture'

const galleries: Gallery[] = []
const open = async (given?: Parameters<typeof openGallery>[0]) => {
  const gallery = await openGallery(given)
  galleries.push(gallery)
  return gallery
}
afterEach(async () => {
  for (const gallery of galleries.splice(0)) await gallery.close()
})

const made = 100_000
const photo = (width: number) => ({ width, height: Math.round(width / 2), channels: 3 as const })
const grey = (width: number) => sharp({ create: { ...photo(width), background: '#888' } })

/** Writes the same number of bytes for everything, at once or when told to. */
function quickEncoder(gate: Promise<unknown> = Promise.resolve()): VariantEncoder {
  return {
    async encode({ to }) {
      await gate
      await writeFile(to, randomBytes(made))
      return { outcome: 'made' }
    },
    close: () => undefined,
  }
}

test('a drawing is served in every width and format, as what it says it is, for ever', async () => {
  const gallery = await open()
  const hash = await gallery.hang('svg', drawing)
  for (const [ending, type, format] of [
    ['avif', 'image/avif', 'heif'],
    ['webp', 'image/webp', 'webp'],
    ['jpg', 'image/jpeg', 'jpeg'],
  ] as const)
    for (const width of widths) {
      const answer = await gallery.get(`/pictures/${hash}-${width}.${ending}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const found = await sharp(answer.bytes).metadata()
      expect([found.format, found.width, found.height]).toEqual([format, width, width / 2])
    }
  expect(gallery.jobs).toHaveLength(12)
  const head = await gallery.get(`/pictures/${hash}-320.avif`, 'HEAD')
  expect([head.status, head.bytes.length]).toEqual([200, 0])
  expect(gallery.jobs).toHaveLength(12)
}, 30_000)

test('many who ask for one variant at once share one encoding', async () => {
  let begin = () => {}
  const gallery = await open({ encoder: quickEncoder(new Promise<void>((resolve) => (begin = resolve))) })
  const hash = await gallery.hang('svg', drawing)
  const asked = Array.from({ length: 30 }, () => gallery.get(`/pictures/${hash}-640.avif`))
  while (gallery.jobs.length === 0) await new Promise(setImmediate)
  begin()
  const answers = await Promise.all(asked)
  expect(new Set(answers.map(({ status, bytes }) => `${status} ${bytes.toString('base64')}`)).size).toBe(1)
  expect(gallery.jobs).toHaveLength(1)
})

test('made-up pictures, widths and formats are 404 and never reach the encoder', async () => {
  const gallery = await open({ encoder: quickEncoder() })
  const hash = await gallery.hang('svg', drawing)
  const unknown = Array.from({ length: 200 }, () => `${randomBytes(16).toString('hex')}-640.avif`)
  const wrong = [
    '641.avif',
    '0640.avif',
    '99999999.avif',
    '-640.avif',
    '640.gif',
    '640.svg',
    '640.AVIF',
    '640',
  ]
  const absurd = [`${hash}.jpg`, `${hash}.avif`, `${hash.slice(1)}-640.avif`, '', '..%2Fsecret', 'x.svg']
  for (const name of [...unknown, ...wrong.map((rest) => `${hash}-${rest}`), ...absurd])
    expect([name, (await gallery.get(`/pictures/${name}`)).status]).toEqual([name, 404])
  expect(gallery.jobs).toEqual([])
  expect(gallery.lines).toEqual([])
  expect(await gallery.made()).toEqual(new Map())
  expect((await gallery.get('/favicon.ico')).status).toBe(418)
})

test('a photograph is never made wider than it is, and asking again is no work', async () => {
  const gallery = await open()
  const hash = await gallery.hang('jpg', await grey(500).jpeg().toBuffer())
  expect((await gallery.get(`/pictures/${hash}-480.webp`)).status).toBe(200)
  for (let again = 0; again < 3; again += 1)
    expect((await gallery.get(`/pictures/${hash}-640.webp`)).status).toBe(404)
  expect(gallery.jobs).toHaveLength(2)
  const small = await gallery.hang('png', await grey(100).png().toBuffer())
  const answer = await gallery.get(`/pictures/${small}-320.webp`)
  expect((await sharp(answer.bytes).metadata()).width).toBe(100)
})

test('what is transparent stays so as PNG and stands on white as JPEG; PNG of anything else is not made', async () => {
  const gallery = await open()
  const clear = { ...photo(400), channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } }
  const hash = await gallery.hang('png', await sharp({ create: clear }).png().toBuffer())
  const png = await gallery.get(`/pictures/${hash}-320.png`)
  expect((await sharp(png.bytes).metadata()).hasAlpha).toBe(true)
  const jpeg = await sharp((await gallery.get(`/pictures/${hash}-320.jpg`)).bytes).stats()
  expect(jpeg.channels.map(({ min }) => min > 250)).toEqual([true, true, true])
  const opaque = await gallery.hang('png', await grey(400).png().toBuffer())
  expect((await gallery.get(`/pictures/${opaque}-320.png`)).status).toBe(404)
})

test('a file that is not what its name says, or too large to open, is not served and does no harm', async () => {
  const gallery = await open()
  const lie = await gallery.hang('jpg', drawing)
  const noise = await gallery.hang('png', randomBytes(5000))
  const bomb = await gallery.hang('png', await grey(12_000).png().toBuffer())
  for (const hash of [lie, noise, bomb])
    expect((await gallery.get(`/pictures/${hash}-320.avif`)).status).toBe(404)
  expect(gallery.lines.map(({ event }) => event)).toEqual([
    'picture-failed',
    'picture-failed',
    'picture-failed',
  ])
  const hash = await gallery.hang('svg', drawing)
  expect((await gallery.get(`/pictures/${hash}-320.avif`)).status).toBe(200)
}, 30_000)

test('a drawing itself is sent as one that can run nothing', async () => {
  const gallery = await open()
  const hash = await gallery.hang('svg', drawing)
  const answer = await gallery.get(`/pictures/${hash}.svg`)
  expect(answer.bytes.toString()).toBe(drawing)
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'none'; sandbox")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('where nothing can be encoded, drawings are shown as they are and not kept', async () => {
  const broken: VariantEncoder = {
    encode: async () => ({ outcome: 'failed', detail: 'no library' }),
    close: () => undefined,
  }
  const gallery = await open({ encoder: broken })
  const hash = await gallery.hang('svg', drawing)
  const answer = await gallery.get(`/pictures/${hash}-640.avif`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const other = await gallery.hang('jpg', await grey(700).jpeg().toBuffer())
  expect((await gallery.get(`/pictures/${other}-640.avif`)).status).toBe(404)
  expect(await gallery.made()).toEqual(new Map())
})

test('the folder stays within its bytes: what was not used for longest leaves', async () => {
  const gallery = await open({ encoder: quickEncoder(), limitBytes: 10 * made })
  const hashes = await Promise.all(Array.from({ length: 5 }, () => gallery.hang('svg', drawing)))
  const names = hashes.flatMap((hash) => widths.map((width) => `${hash}-${width}.avif`))
  const [used = '', unused = '', ...others] = names
  for (const [index, name] of [used, unused, ...others.slice(0, 7)].entries()) {
    await gallery.get(`/pictures/${name}`)
    await gallery.age(name, gallery.clock.now - (20 - index) * 3_600_000)
  }
  await gallery.get(`/pictures/${used}`)
  for (const name of others.slice(7, 12)) {
    await gallery.get(`/pictures/${name}`)
    const kept = await gallery.made()
    expect([...kept.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10 * made)
  }
  const kept = await gallery.made()
  expect(kept.has(used)).toBe(true)
  expect(kept.has(unused)).toBe(false)
  expect((await gallery.get(`/pictures/${unused}`)).status).toBe(200)
})

test('pictures made ahead are not made again, and AVIF comes first', async () => {
  const gallery = await open({ encoder: quickEncoder() })
  const hash = await gallery.hang('svg', drawing)
  await gallery.pictures.warm([{ hash, widths }])
  expect(gallery.jobs.map(({ format }) => format)).toEqual([
    ...widths.map(() => 'avif'),
    ...widths.map(() => 'webp'),
  ])
  await gallery.pictures.warm([{ hash, widths }])
  await gallery.get(`/pictures/${hash}-640.webp`)
  expect(gallery.jobs).toHaveLength(8)
})

test('a picture nobody may see is not there; whoever has a key sees it, and no cache keeps it for others', async () => {
  const gallery = await open({
    encoder: quickEncoder(),
    admits: async (_hash, key) => (key === 'right' ? 'key' : key === 'later' ? 'away' : 'nobody'),
  })
  const hash = await gallery.hang('svg', drawing)
  for (const name of [`${hash}-320.avif`, `${hash}.svg`]) {
    const statuses = ['', '?key=wrong', '?key=right', '?key=later'].map((key) =>
      gallery.get(`/pictures/${name}${key}`),
    )
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([404, 404, 200, 503])
    const shown = await gallery.get(`/pictures/${name}?key=right`)
    expect(shown.headers.get('cache-control')).toBe('private, max-age=600')
  }
})
