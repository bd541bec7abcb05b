import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEncoder } from './picture-encoder'
import { program } from './pictures.fixture'

const encoder = createEncoder({ program })
let folder = ''
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-intake-'))
})
afterAll(async () => {
  encoder.close()
  await rm(folder, { recursive: true, force: true })
})

async function taken(bytes: Buffer | string) {
  files += 1
  const path = join(folder, String(files))
  await writeFile(path, bytes)
  const answer = await encoder.takeIn({ takeIn: path, to: `${path}.new` })
  return { answer, bytes: answer.outcome === 'taken' ? await readFile(`${path}.new`) : Buffer.alloc(0) }
}

const grey = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: '#804020' } })

test('JPEG, PNG and WebP are taken for what their bytes are', async () => {
  for (const [kind, bytes] of [
    ['image/jpeg', await grey(40, 30).jpeg().toBuffer()],
    ['image/png', await grey(40, 30).png().toBuffer()],
    ['image/webp', await grey(40, 30).webp().toBuffer()],
  ] as const)
    expect((await taken(bytes)).answer).toMatchObject({
      outcome: 'taken',
      mediaType: kind,
      width: 40,
      height: 30,
      hasAlpha: false,
    })
})

test('what is no picture of these kinds is refused, whatever it begins or ends with', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>'
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
  const gif = await grey(40).gif().toBuffer()
  const avif = await grey(40).avif().toBuffer()
  for (const bytes of [svg, `\ufeff${svg}`, '<!doctype html><p>', gif, avif, '', 'RIFF1234WAVE', '%PDF-1.7'])
    expect((await taken(bytes)).answer).toEqual({ outcome: 'not-taken', reason: 'kind' })
  for (const bytes of [Buffer.concat([jpeg, Buffer.from(svg)]), jpeg, Buffer.from('RIFF\x10\0\0\0WEBPVP8 ')])
    expect((await taken(bytes)).answer).toEqual({ outcome: 'not-taken', reason: 'damaged' })
})

test('of a polyglot only the picture is left', async () => {
  const hidden = '<script>alert(document.domain)</script>PK\x03\x04<?php system($_GET[0]);'
  const photo = await grey(60)
    .jpeg()
    .withExif({ IFD0: { ImageDescription: hidden } })
    .toBuffer()
  const { answer, bytes } = await taken(Buffer.concat([photo, Buffer.from(hidden)]))
  expect(answer.outcome).toBe('taken')
  expect(bytes.includes('script')).toBe(false)
  expect(bytes.includes('PK\x03\x04')).toBe(false)
})

test('a few bytes that ask for gigabytes are refused before a pixel is made', async () => {
  for (const [width, height] of [
    [50_000, 50_000],
    [30_000, 20],
    [10_000, 6_001],
    [0x7fffffff, 0x7fffffff],
  ] as const) {
    const { answer } = await taken(emptyPng(width, height))
    expect(answer.outcome).toBe('not-taken')
    expect(answer).toMatchObject({ reason: expect.stringMatching(/too-many-pixels|damaged/) })
  }
  expect((await taken(await grey(8).png().toBuffer())).answer).toEqual({
    outcome: 'not-taken',
    reason: 'too-small',
  })
})

test('what is cut off is refused, and so is what moves', async () => {
  const noise = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .raw()
    .toBuffer()
  const raw = sharp(noise, { raw: { width: 400, height: 400, channels: 3 } })
  for (const whole of [
    await raw.clone().jpeg().toBuffer(),
    await raw.clone().png().toBuffer(),
    await raw.clone().webp().toBuffer(),
  ])
    expect((await taken(whole.subarray(0, whole.length / 2))).answer).toEqual({
      outcome: 'not-taken',
      reason: 'damaged',
    })
  const frames = await sharp(
    [
      await grey(40).png().toBuffer(),
      await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ],
    { join: { animated: true } },
  )
    .webp()
    .toBuffer()
  expect((await taken(frames)).answer).toEqual({ outcome: 'not-taken', reason: 'animated' })
  const png = await grey(40).png().toBuffer()
  const moving = Buffer.concat([
    png.subarray(0, 33),
    chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    png.subarray(33),
  ])
  expect((await taken(moving)).answer).toEqual({ outcome: 'not-taken', reason: 'animated' })
})

test('a picture on its side stands upright, and nothing of where it was taken is left', async () => {
  const photo = await grey(60, 30)
    .withExif({
      IFD0: { Artist: 'Ana Marin', Orientation: '6' },
      IFD3: { GPSLatitude: '52/1 31/1 12/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { answer, bytes } = await taken(photo)
  expect(answer).toMatchObject({ width: 30, height: 60 })
  const found = await sharp(bytes).metadata()
  expect([found.exif, found.iptc, found.xmp, found.icc, found.orientation]).toEqual(Array(5).fill(undefined))
})

test('the credit is read from IPTC, from XMP and from EXIF before it goes', async () => {
  const plain = await grey(60).jpeg().toBuffer()
  const exif = await grey(60)
    .withExif({ IFD0: { Artist: 'Ana Marin', Copyright: '(c) Tribune' } })
    .jpeg()
    .toBuffer()
  expect((await taken(exif)).answer).toMatchObject({ credit: 'Ana Marin' })
  const xmp = await grey(60)
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" photoshop:Credit="Wire &amp; Co"><dc:creator><rdf:Seq><rdf:li>Élise Roux</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer()
  expect((await taken(xmp)).answer).toMatchObject({ credit: 'Élise Roux / Wire & Co' })
  const iptc = Buffer.concat([
    plain.subarray(0, 2),
    photoshop({ 80: 'Jo Doe', 110: 'Agency' }),
    plain.subarray(2),
  ])
  expect((await taken(iptc)).answer).toMatchObject({ credit: 'Jo Doe / Agency' })
  expect((await taken(plain)).answer).toMatchObject({ credit: '', alt: '' })
})

test('colours for printing become colours for screens; what shows through goes on doing so', async () => {
  const cmyk = await grey(60).toColourspace('cmyk').jpeg().toBuffer()
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
  const printed = await taken(cmyk)
  expect((await sharp(printed.bytes).metadata()).space).toBe('srgb')
  const glass = await sharp({
    create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
  })
    .png()
    .toBuffer()
  expect((await taken(glass)).answer).toMatchObject({ hasAlpha: true })
  const opaque = await sharp({ create: { width: 40, height: 40, channels: 4, background: '#123456' } })
    .png()
    .toBuffer()
  expect((await taken(opaque)).answer).toMatchObject({ hasAlpha: false })
})

test('what is larger than will ever be shown is kept smaller', async () => {
  expect((await taken(await grey(4000, 1000).jpeg().toBuffer())).answer).toMatchObject({
    width: 2880,
    height: 720,
  })
})

/** A PNG that says how large it is and has next to nothing in it. */
function emptyPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** The segment in which agencies write down whose a picture is. */
function photoshop(datasets: Record<number, string>): Buffer {
  const records = Buffer.concat(
    Object.entries(datasets).map(([number, text]) => {
      const head = Buffer.from([0x1c, 2, Number(number), 0, text.length])
      return Buffer.concat([head, Buffer.from(text, 'latin1')])
    }),
  )
  const size = Buffer.alloc(4)
  size.writeUInt32BE(records.length)
  const even = records.length % 2 ? Buffer.alloc(1) : Buffer.alloc(0)
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, records, even])
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource])
  const head = Buffer.from([0xff, 0xed, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
