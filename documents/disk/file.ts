import { createHash } from 'node:crypto'
import { type FinishedDocument, type PackedDocument, packDocument, unpackDocument } from '../document'
import type { Outside } from '../outer'

/** A topic's name and the version a page was rendered under. */
export type Seen = readonly [name: string, version: number]

/** A page as it lies on disk. Times are milliseconds. */
export type StoredPage = {
  key: string
  document: FinishedDocument
  topics: readonly Seen[]
  beganAt: number
  expiresAt: number
}

/**
 * A page as the bytes of one file: a mark, the lengths of what follows, a SHA-256 over all of that, then the facts
 * as JSON and the two compressed bodies.
 */
export function writePage(
  edition: string,
  { key, document, topics, beganAt, expiresAt }: StoredPage,
): Buffer {
  const { facts, br, gzip } = packDocument(document)
  const lives = expiresAt === Number.POSITIVE_INFINITY ? null : expiresAt
  const head = Buffer.from(JSON.stringify({ edition, key, topics, beganAt, expiresAt: lives, facts }))
  const lengths = Buffer.alloc(12)
  for (const [index, part] of [head, br, gzip].entries()) lengths.writeUInt32LE(part.length, index * 4)
  return Buffer.concat([mark, lengths, digest([lengths, head, br, gzip]), head, br, gzip])
}

/**
 * The page in a file's bytes; undefined unless every byte is there and as it was written, and it is the page of this
 * key from this edition of the site.
 */
export function readPage(
  bytes: Buffer,
  wanted: { edition: string; key: string; outside: (topics: readonly string[]) => Outside },
): StoredPage | undefined {
  if (bytes.length < headBegins || !bytes.subarray(0, mark.length).equals(mark)) return undefined
  const lengths = bytes.subarray(mark.length, mark.length + 12)
  const brBegins = headBegins + lengths.readUInt32LE(0)
  const gzipBegins = brBegins + lengths.readUInt32LE(4)
  if (gzipBegins + lengths.readUInt32LE(8) !== bytes.length) return undefined
  const sum = bytes.subarray(mark.length + 12, headBegins)
  if (!digest([lengths, bytes.subarray(headBegins)]).equals(sum)) return undefined
  // The sum proves that these are the words written above, so their shape is known.
  const head: Head = JSON.parse(bytes.toString('utf8', headBegins, brBegins))
  const { edition, key, topics, beganAt, facts } = head
  if (edition !== wanted.edition || key !== wanted.key) return undefined
  const packed = { facts, br: bytes.subarray(brBegins, gzipBegins), gzip: bytes.subarray(gzipBegins) }
  const expiresAt = head.expiresAt ?? Number.POSITIVE_INFINITY
  return {
    key,
    document: unpackDocument(packed, wanted.outside(topics.map(([name]) => name))),
    topics,
    beganAt,
    expiresAt,
  }
}

type Head = Pick<StoredPage, 'key' | 'topics' | 'beganAt'> &
  Pick<PackedDocument, 'facts'> & { edition: string; expiresAt: number | null }

const mark = Buffer.from('TRIBUNE1')
const headBegins = mark.length + 12 + 32

function digest(parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
