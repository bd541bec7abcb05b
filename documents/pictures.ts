import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { PictureFormat, VariantEncoder } from './picture-encoder'
import { createPictureFolder, type File } from './picture-folder'
import { createVariants, type Original, type Variant } from './picture-variants'
import type { NextHandler } from './render'

export type PicturesOptions = {
  /** The file of an original, by the hash of its bytes. */
  original(hash: string): Promise<Original | undefined>
  /** Who may see a picture: `key` is what the address brings along. `away`: it cannot be told now. */
  admits(hash: string, key: string | null): Promise<Admission>
  /** The folder of what is made of them, and the bytes it may hold. */
  variants: string
  limitBytes?: number
  /** Ascending. No other width is made. */
  widths: readonly number[]
  encoder: VariantEncoder
  next: NextHandler
  now(): number
  log(line: Record<string, unknown>): void
}

/** Anyone; whoever has the key, for as long as it opens; nobody. */
export type Admission = 'anyone' | 'key' | 'nobody' | 'away'

export type Pictures = {
  /** Answers `/pictures/…`; everything else goes on to `next`. */
  handle: NextHandler
  /** Makes these before they are asked for, AVIF first, in the background. */
  warm(pictures: readonly { hash: string; widths: readonly number[] }[]): Promise<void>
  close(): void
}

/**
 * Serves pictures for ever under the hash of their bytes: in the offered widths as AVIF, WebP and JPEG or PNG, and
 * drawings as they are. A picture opened on its own may run nothing and load nothing.
 */
export function createPictures(options: PicturesOptions): Pictures {
  const { original, admits, encoder, widths, next, now, log } = options
  const folder = createPictureFolder(options.variants, options.limitBytes ?? 512 * 1024 * 1024, now)
  const variants = createVariants({ original, folder, encoder, smallest: widths[0] ?? 0, now, log })

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url?.split('?')[0] ?? ''
    if (!path.startsWith('/pictures/')) return next(req, res)
    const name = readName(path, widths)
    if (name === undefined) return answerEmpty(res, 404)
    const admission = await admits(name.hash, keyOf(req.url))
    if (admission === 'nobody') return answerEmpty(res, 404)
    if (admission === 'away') return answerEmpty(res, 503, { 'Retry-After': '5' })
    const keeping = admission === 'anyone' ? forEver : forHolder
    if (!('format' in name)) return sendDrawing(req, res, name.hash, keeping)
    const found = await variants.find(name)
    if (typeof found === 'object') return sendFile(req, res, found, types[name.format], keeping)
    if (found === 'missing') answerEmpty(res, 404)
    else if (found === 'busy') answerEmpty(res, 503, { 'Retry-After': '5' })
    // Lines are sharp in every width: better the drawing itself than a hole in the page.
    else await sendDrawing(req, res, name.hash, notKept)
  }

  async function sendDrawing(req: IncomingMessage, res: ServerResponse, hash: string, keeping: string) {
    const file = await original(hash)
    if (file?.kind !== 'svg') return answerEmpty(res, 404)
    await sendFile(req, res, file, 'image/svg+xml', keeping)
  }

  return {
    handle,
    warm: (pictures) =>
      variants.warm(
        (['avif', 'webp'] as const).flatMap((format) =>
          pictures.flatMap(({ hash, widths }) => widths.map((width) => ({ hash, width, format }))),
        ),
      ),
    close: variants.close,
  }
}

const types: Record<PictureFormat, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
}
const forEver = 'public, max-age=31536000, immutable'
const forHolder = 'private, max-age=600'
const notKept = 'no-store'

function keyOf(url: string | undefined): string | null {
  return new URLSearchParams(url?.split('?')[1] ?? '').get('key')
}

/** A variant, or (without a format) a drawing itself. Undefined: a name that nothing is ever served under. */
function readName(path: string, widths: readonly number[]): Variant | { hash: string } | undefined {
  const [, hash, width, format] = /^\/pictures\/([0-9a-f]{32})(?:-(\d{1,5}))?\.([a-z]+)$/.exec(path) ?? []
  if (hash === undefined || format === undefined) return undefined
  if (width === undefined) return format === 'svg' ? { hash } : undefined
  const offered = widths.find((one) => String(one) === width)
  return offered !== undefined && isOffered(format) ? { hash, width: offered, format } : undefined
}

function isOffered(format: string): format is PictureFormat {
  return Object.hasOwn(types, format)
}

/** A whole file, which runs and loads nothing wherever it is opened. */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  file: File,
  type: string,
  keeping: string,
): Promise<void> {
  res.writeHead(200, {
    'Content-Type': type,
    'Content-Length': file.size,
    'Cache-Control': keeping,
    'Content-Security-Policy': "default-src 'none'; style-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    // Feeds and places where an article is shared show it too.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
  if (req.method === 'HEAD') {
    res.end()
    return
  }
  // A reader who goes away in the middle ends the pipeline; there is nobody left to tell.
  await pipeline(createReadStream(file.path), res).catch(() => res.destroy())
}

export function answerEmpty(res: ServerResponse, status: number, extra: Record<string, string> = {}): void {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...extra,
  })
  res.end()
}
