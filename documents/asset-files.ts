import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Place } from './asset-index'
import type { Ready, Representation } from './document'

export type AssetFiles = {
  /** A file in every coding, ready to be sent; undefined when it is no longer there. */
  read(place: Place): Promise<Ready | undefined>
  bytes(): number
}

/**
 * Files in memory, those longest unused dropped beyond the limit. A file is read once however many ask for it at the
 * same time, and compressed only where the build has not put the compressed forms beside it.
 */
export function createAssetFiles(limitBytes: number): AssetFiles {
  const held = new Map<string, Ready>()
  const reading = new Map<string, Promise<Ready | undefined>>()
  let bytes = 0

  function hold(file: string, asset: Ready): void {
    held.set(file, asset)
    bytes += asset.bytes
    for (const [oldest, { bytes: weight }] of held) {
      if (bytes <= limitBytes) break
      held.delete(oldest)
      bytes -= weight
    }
  }

  async function readNow(place: Place): Promise<Ready | undefined> {
    try {
      const asset = await makeAsset(place)
      hold(place.file, asset)
      return asset
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    } finally {
      reading.delete(place.file)
    }
  }

  return {
    async read(place) {
      const known = held.get(place.file)
      if (known !== undefined) {
        held.delete(place.file)
        held.set(place.file, known)
        return known
      }
      const begun = reading.get(place.file) ?? readNow(place)
      reading.set(place.file, begun)
      return begun
    },
    bytes: () => bytes,
  }
}

async function makeAsset(place: Place): Promise<Ready> {
  const plain = await readFile(place.file)
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const identity = represent(place, plain, `"${tag}"`)
  const about = { status: 200, url: undefined, identity: () => identity }
  if (!place.compresses)
    return { ...about, br: identity, gzip: identity, bytes: plain.length + overheadBytes }
  const [br, gz] = await Promise.all([
    readCompressed(`${place.file}.br`, () => compressBrotli(plain, brotliOptions(plain))),
    readCompressed(`${place.file}.gz`, () => compressGzip(plain, { level: 9 })),
  ])
  return {
    ...about,
    br: br.length < plain.length ? represent(place, br, `"${tag}-br"`, 'br') : identity,
    gzip: gz.length < plain.length ? represent(place, gz, `"${tag}-gz"`, 'gzip') : identity,
    bytes: plain.length + br.length + gz.length + overheadBytes,
  }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

function brotliOptions(plain: Buffer) {
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  }
}

async function readCompressed(file: string, compress: () => Promise<Buffer>): Promise<Buffer> {
  return readFile(file).catch((error) => {
    if (isAbsent(error)) return compress()
    throw error
  })
}

function represent(place: Place, body: Buffer, etag: string, coding?: 'br' | 'gzip'): Representation {
  const lifetime = place.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
  const vary = place.compresses ? ['Vary', 'Accept-Encoding'] : []
  const shared = ['ETag', etag, ...vary, 'Cache-Control', lifetime]
  const encoding = coding === undefined ? [] : ['Content-Encoding', coding]
  const content = ['Content-Type', place.type, 'Content-Length', String(body.length), ...encoding]
  const hit = ['Cache-Status', 'Tribune; hit']
  return { body, etag, headers: [...content, ...shared, ...hit], unchangedHeaders: [...shared, ...hit] }
}

/** What headers, tags and references weigh beside the bodies, roughly. */
const overheadBytes = 2000

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
