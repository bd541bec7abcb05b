import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gunzipSync, gzip, gzipSync } from 'node:zlib'
import type { Coding } from './accept'
import { cacheControl } from './outer'
import type { Packet } from './packet'
import type { HeaderList } from './policy'

/** Finished bytes in one coding, with everything a hit sends. The last pair of `headers` is Cache-Status. */
export type Representation = {
  body: Buffer
  etag: string
  headers: string[]
  unchangedHeaders: string[]
  /** Made by `packet.ts` at the first plain hit. */
  whole?: Packet
  unchanged?: Packet
}

/** A finished page. Only its compressed forms are in memory: nearly nobody asks for another. */
export type FinishedDocument = {
  status: number
  /** The only path and query under which it is sent; under any other it answers 308. Undefined: under all. */
  url: string | undefined
  br: Representation
  gzip: Representation
  /** Unpacked anew for each request that cannot take a coding. */
  identity(): Representation
  bytes: number
}

/** The form of a document in a coding. */
export function representationOf(document: FinishedDocument, coding: Coding): Representation {
  return coding === 'identity' ? document.identity() : document[coding]
}

export type Content = {
  status: number
  html: string
  url?: string | undefined
  language: string
  /** Security headers, and whatever else belongs to this answer. */
  headers: HeaderList
  /** How long outer caches may keep it. Default one second. */
  outerSeconds?: number
  /** Part of the tags: what a build changes outside the bytes (headers, files) is then never answered with 304. */
  buildId: string
}

/** Compresses once, off the event loop. */
export async function makeDocument(content: Content): Promise<FinishedDocument> {
  const body = Buffer.from(content.html)
  const [br, gz] = await Promise.all([
    compressBrotli(body, brotliOptions(body)),
    compressGzip(body, { level: 9 }),
  ])
  return assemble(content, { identity: body, br, gzip: gz })
}

/** The same at once, for small pages that must exist before anything can be awaited. */
export function makeSmallDocument(content: Content): FinishedDocument {
  const body = Buffer.from(content.html)
  return assemble(content, {
    identity: body,
    br: brotliCompressSync(body, brotliOptions(body)),
    gzip: gzipSync(body),
  })
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

function brotliOptions(body: Buffer) {
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  }
}

function assemble(content: Content, bodies: Record<Coding, Buffer>): FinishedDocument {
  const tag = createHash('sha256')
    .update(`${content.buildId}\n${content.language}\n`)
    .update(bodies.identity)
    .digest('base64url')
    .slice(0, 22)
  const { status, url, language, headers, outerSeconds = 1 } = content
  const about = { status, language, headers, outerSeconds }
  const gzipped = bodies.gzip
  return {
    status,
    url,
    br: represent(about, bodies.br, 'br', `"${tag}-br"`),
    gzip: represent(about, gzipped, 'gzip', `"${tag}-gz"`),
    identity: () => represent(about, gunzipSync(gzipped), 'identity', `"${tag}"`),
    bytes: bodies.br.length + bodies.gzip.length + overheadBytes,
  }
}

/** What headers, tags and references weigh beside the bodies, roughly. */
const overheadBytes = 6000

function represent(
  content: Pick<Content, 'status' | 'language' | 'headers' | 'outerSeconds'>,
  body: Buffer,
  coding: Coding,
  etag: string,
): Representation {
  const caching = cacheControl(content.status, content.outerSeconds)
  const shared = ['ETag', etag, 'Vary', 'Accept-Encoding', 'Cache-Control', caching]
  const headers = [
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Length',
    String(body.length),
    'Content-Language',
    content.language,
    ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
    ...shared,
    ...content.headers,
  ]
  const hit = ['Cache-Status', 'Tribune; hit']
  return { body, etag, headers: [...headers, ...hit], unchangedHeaders: [...shared, ...hit] }
}
