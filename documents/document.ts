import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gunzipSync, gzip, gzipSync } from 'node:zlib'
import type { Coding } from './accept'
import { cacheControl, type Outside } from './outer'
import type { Packet } from './packet'

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

/** An answer that stands ready in every coding. */
export type Ready = {
  status: number
  /** Since when these are the bytes, as `Last-Modified` says it. */
  modified?: string | undefined
  /** The only path and query under which it is sent; under any other it answers 308. Undefined: under all. */
  url: string | undefined
  br: Representation
  gzip: Representation
  /** Unpacked anew for each request that cannot take a coding. */
  identity(): Representation
  bytes: number
}

/** A finished page. Only its compressed forms are in memory: nearly nobody asks for another. */
export type FinishedDocument = Ready & {
  /** What the heads and the tags were made of. */
  facts: DocumentFacts
}
export type DocumentFacts = {
  status: number
  url: string | undefined
  language: string
  tag: string
  type: string
  /** Milliseconds, of a whole second; only of what programs read. */
  modifiedAt?: number | undefined
}

/** A document without what is made from the rest: how it is kept elsewhere. */
export type PackedDocument = { facts: DocumentFacts; br: Buffer; gzip: Buffer }

/** The form of a document in a coding. */
export function representationOf(document: Ready, coding: Coding): Representation {
  return coding === 'identity' ? document.identity() : document[coding]
}

export type Content = Outside & {
  status: number
  html: string
  /** Default HTML. */
  type?: string
  /** When it was made, and what it takes the place of, for documents that say since when they are as they are. */
  dated?: { at: number; before: DocumentFacts | undefined }
  url?: string | undefined
  language: string
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

export function packDocument({ facts, br, gzip }: FinishedDocument): PackedDocument {
  return { facts, br: br.body, gzip: gzip.body }
}

/** The document again, under the headers of its edition. */
export function unpackDocument({ facts, br, gzip }: PackedDocument, outside: Outside): FinishedDocument {
  const { status, url, language, tag, type, modifiedAt } = facts
  const modified = modifiedAt === undefined ? undefined : new Date(modifiedAt).toUTCString()
  const about = { status, language, type, modified, ...outside }
  return {
    status,
    modified,
    url,
    facts,
    br: represent(about, br, 'br', `"${tag}-br"`),
    gzip: represent(about, gzip, 'gzip', `"${tag}-gz"`),
    identity: () => represent(about, gunzipSync(gzip), 'identity', `"${tag}"`),
    bytes: br.length + gzip.length + overheadBytes,
  }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * A window of 64 kB is searched with a table of 600 kB; in a wider one quality 8 takes 16 MB for each page that is made
 * just then, and most of its time is the system's that hands them over and takes them back. Quality 9 then takes as long
 * as 8 for a few bytes less, and a page of 91 kB is three thousandths longer than with the widest window. Quality 11
 * saves an eighth, and half of what a reader may wait would go into it.
 */
function brotliOptions(body: Buffer) {
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } = constants
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants
  return {
    params: {
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
      [BROTLI_PARAM_SIZE_HINT]: body.length,
      [BROTLI_PARAM_QUALITY]: 9,
      [BROTLI_PARAM_LGWIN]: 16,
    },
  }
}

function assemble(content: Content, bodies: Record<Coding, Buffer>): FinishedDocument {
  const tag = createHash('sha256')
    .update(`${content.buildId}\n${content.language}\n`)
    .update(bodies.identity)
    .digest('base64url')
    .slice(0, 22)
  const { status, url, language, type = 'text/html; charset=utf-8', dated } = content
  const facts = { status, url, language, tag, type, modifiedAt: dated && dateOf(tag, dated) }
  return unpackDocument({ facts, br: bodies.br, gzip: bodies.gzip }, content)
}

/** The second since when these are the bytes: as before while they are the same, and never that of others. */
function dateOf(tag: string, { at, before }: NonNullable<Content['dated']>): number {
  const second = at - (at % 1000)
  if (before?.modifiedAt === undefined) return second
  return before.tag === tag ? before.modifiedAt : Math.max(second, before.modifiedAt + 1000)
}

/** What headers, tags and references weigh beside the bodies, roughly. */
const overheadBytes = 6000

function represent(
  content: Outside & Pick<DocumentFacts, 'status' | 'language' | 'type'> & { modified: string | undefined },
  body: Buffer,
  coding: Coding,
  etag: string,
): Representation {
  const caching = cacheControl(content.status, content.outerSeconds)
  const dated = content.modified === undefined ? [] : ['Last-Modified', content.modified]
  const shared = ['ETag', etag, ...dated, 'Vary', 'Accept-Encoding', 'Cache-Control', caching]
  const headers = [
    'Content-Type',
    content.type,
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
