import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { askRaw, headerOf } from './raw-answer'
import type { Kind, Transfer } from './visit'

/** A file's body in bytes: as it is sent to a browser, and in each coding; what is sent in one counts as it is sent. */
export type Sizes = {
  path: string
  kind: Kind
  sent: number
  coding: string
  br: number
  gzip: number
  plain: number
}

// Fonts and pictures are compressed in themselves.
const texts: readonly Kind[] = ['document', 'stylesheet', 'script']

/** Asks again for everything a page transferred, and weighs the bodies. */
export async function compressedSizes(transfers: readonly Transfer[]): Promise<Sizes[]> {
  const urls = new Map(
    transfers.filter(({ url }) => url.startsWith('http')).map(({ url, kind }) => [url, kind]),
  )
  return Promise.all([...urls].map(([url, kind]) => sizesOf(url, kind)))
}

async function sizesOf(url: string, kind: Kind): Promise<Sizes> {
  const [answer, gzipped] = await Promise.all([askRaw(url), askRaw(url, 'gzip')])
  const coding = headerOf(answer, 'content-encoding') ?? 'identity'
  const plain = decoded(answer.body, coding)
  const isText = texts.includes(kind)
  const isGzipped = headerOf(gzipped, 'content-encoding') === 'gzip'
  return {
    ...{ path: new URL(url).pathname, kind, sent: answer.body.length, coding, plain: plain.length },
    br: coding === 'br' || !isText ? answer.body.length : brotliCompressSync(plain).length,
    gzip: isGzipped || !isText ? gzipped.body.length : gzipSync(plain).length,
  }
}

/** The bytes before they were compressed in this coding; of any other as they are. */
export function decoded(body: Buffer, coding: string | undefined): Buffer {
  if (coding === 'br') return brotliDecompressSync(body)
  if (coding === 'gzip') return gunzipSync(body)
  return body
}
