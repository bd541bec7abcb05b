import { readFile, writeFile } from 'node:fs/promises'
import ExifReader from 'exifreader'
import sharp, { type Sharp } from 'sharp'
import type { IntakeRefusal, TakenIn } from '@/lib/taken-in'

/** A file somebody sent, to be looked at and written anew. */
export type IntakeJob = { takeIn: string; to: string }

const mostPixels = 60_000_000
const longestSide = 20_000
const shortestSide = 16
/** Twice the widest that is ever shown. */
const keptSide = 2880

/**
 * Believes the bytes and nothing else, and writes a picture of its own: upright, in sRGB, no larger than will ever be
 * shown, with nothing in it but pixels. The credit is read before it goes with everything else a camera notes.
 */
export async function takeIn(job: IntakeJob): Promise<TakenIn> {
  const bytes = await readFile(job.takeIn)
  const kind = kindOf(bytes)
  if (kind === null) return refuse('kind')
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!found) return refuse('damaged')
  if (found.format !== kind) return refuse('kind')
  const { width, height, pages = 1 } = found
  // Before a single pixel is made of it: a few hundred bytes can ask for gigabytes.
  if (width * height > mostPixels || Math.max(width, height) > longestSide) return refuse('too-many-pixels')
  if (Math.min(width, height) < shortestSide) return refuse('too-small')
  if (pages > 1 || isAnimated(bytes, kind)) return refuse('animated')
  const pixels = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: keptSide, height: keptSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null)
  if (!pixels) return refuse('damaged')
  const { data, info } = pixels
  const hasAlpha = isSeenThrough(data, info.channels)
  const raw = sharp(data, { raw: info })
  const flat = hasAlpha || info.channels === 1 || info.channels === 3 ? raw : raw.removeAlpha()
  await writeFile(job.to, await encoded(flat, kind).toBuffer())
  const size = { width: info.width, height: info.height }
  return { outcome: 'taken', mediaType: `image/${kind}`, ...size, hasAlpha, ...wordsIn(bytes) }
}

type Kind = 'jpeg' | 'png' | 'webp'

function kindOf(bytes: Buffer): Kind | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  return null
}

/** sharp reads an animated PNG as its first frame; it says what it is before its pixels begin. */
function isAnimated(bytes: Buffer, kind: Kind): boolean {
  return kind === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL')
}

function encoded(image: Sharp, kind: Kind): Sharp {
  if (kind === 'jpeg') return image.jpeg({ quality: 90, mozjpeg: true, chromaSubsampling: '4:4:4' })
  if (kind === 'webp') return image.webp({ quality: 92, effort: 4 })
  return image.png({ compressionLevel: 9 })
}

function isSeenThrough(pixels: Buffer, channels: number): boolean {
  if (channels === 1 || channels === 3) return false
  for (let at = channels - 1; at < pixels.length; at += channels) if (pixels[at] !== 255) return true
  return false
}

const longest = 300

/** Who made it and what it shows, as agencies and cameras write it down: IPTC first, then XMP, then EXIF. */
function wordsIn(bytes: Buffer): { credit: string; alt: string } {
  try {
    const { iptc, xmp, exif } = ExifReader.load(bytes, { expanded: true, includeUnknown: false })
    const maker = wordsOf(iptc?.['By-line']) || wordsOf(xmp?.creator) || wordsOf(exif?.Artist)
    const house = wordsOf(iptc?.Credit) || wordsOf(xmp?.Credit)
    const right = wordsOf(iptc?.['Copyright Notice']) || wordsOf(xmp?.rights) || wordsOf(exif?.Copyright)
    const credit = [...new Set([maker, house].filter(Boolean))].join(' / ') || right
    return { credit: credit.slice(0, longest), alt: wordsOf(xmp?.AltTextAccessibility).slice(0, longest) }
  } catch {
    // Metadata is what somebody wrote; a picture without any is as good.
    return { credit: '', alt: '' }
  }
}

function wordsOf(tag: unknown): string {
  if (Array.isArray(tag)) return tag.map(wordsOf).filter(Boolean).join(', ')
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return ''
  return String(tag.description)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
}

function refuse(reason: IntakeRefusal): TakenIn {
  return { outcome: 'not-taken', reason }
}
