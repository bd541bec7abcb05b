import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect } from 'vitest'
import { longestEntry, mostEntries } from '@/lib/moderation/house-list'
import { askPlainly, type PlainAnswer } from './ask-plainly'
import { ask } from './running'

const megabyte = 1024 * 1024

type Door = { origin: string; certificate: Buffer; cookie: string }

/** Sends pictures through whatever stands in front of the site, as forms and as programs do, and sees what each is told. */
export async function tryUploads(door: Door): Promise<void> {
  const photo = await largePhoto()
  expect(photo.length).toBeGreaterThan(megabyte)
  const form = await send(door, photo, 'text/html')
  expect([form.status, form.headers.location]).toEqual([
    303,
    expect.stringMatching(/^\/admin\/pictures\/\d+\?done=added$/),
  ])
  const again = await send(door, photo, 'application/json')
  expect([again.status, JSON.parse(again.body.toString()).isNew]).toEqual([200, false])

  // Just too large for the library: the application's word. Far too large: its proxy's, which says the same.
  for (const bytes of [25 * megabyte + 1, 27 * megabyte]) {
    const program = await send(door, Buffer.alloc(bytes, 1), 'application/json')
    expect([bytes, program.status, program.body.toString()]).toEqual([bytes, 413, '{"error":"too-large"}'])
  }
  const person = await send(door, Buffer.alloc(25 * megabyte + 1, 1), 'text/html')
  expect([person.status, person.headers.location]).toEqual([303, '/admin/pictures?problem=too-large#add'])
  const page = await send(door, Buffer.alloc(27 * megabyte, 1), 'text/html')
  expect([page.status, page.body.toString()]).toEqual([413, expect.stringContaining('25 megabytes')])

  const broken = await send(door, Buffer.from('no picture'), 'application/json')
  expect([broken.status, broken.body.toString()]).toEqual([422, '{"error":"kind"}'])
}

function send({ origin, certificate, cookie }: Door, picture: Buffer, accept: string): Promise<PlainAnswer> {
  const boundary = randomBytes(12).toString('hex')
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="picture"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
    ),
    picture,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return askPlainly(`${origin}/api/admin/pictures`, {
    method: 'POST',
    headers: {
      ...{ origin, cookie, accept, 'sec-fetch-site': 'same-origin' },
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(body.length),
    },
    body,
    certificate,
  })
}

/**
 * Sends as many of the longest words as a list may have, in letters of six bytes in a form, as the page's form does, and
 * finds all of them kept; what is larger than any list is refused by whatever stands in front, in words.
 */
export async function tryLongList({ origin, certificate, cookie }: Door, dataDir: string): Promise<void> {
  const post = (body: string) =>
    askPlainly(`${origin}/api/admin/rules`, {
      method: 'POST',
      headers: {
        ...{ origin, cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
      certificate,
    })
  const words = Array.from({ length: mostEntries }, (_, at) => `${at} `.padEnd(longestEntry, 'ژ'))
  const body = new URLSearchParams({ words: words.join('\r\n'), hosts: '', allowed: '' }).toString()
  expect(body.length).toBeGreaterThan(2.5 * megabyte)
  const kept = await post(body)
  expect([kept.status, kept.headers.location]).toEqual([
    303,
    expect.stringMatching(/^\/admin\/rules\?proposal=\d+#rehearsal$/),
  ])
  const [proposal] = await ask<{ words: string[] }>(
    dataDir,
    'select words from "HouseList" where "adoptedAt" is null order by id desc limit 1',
  )
  expect(proposal?.words).toEqual(words)
  const page = await post(`words=${'a'.repeat(4 * megabyte)}`)
  expect([page.status, page.body.toString()]).toEqual([413, expect.stringContaining('<h1>Too large</h1>')])
}

/** Noise does not compress. */
function largePhoto(): Promise<Buffer> {
  const [width, height] = [1800, 1400]
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
