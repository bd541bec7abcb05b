// The process that holds libvips: started for the first missing picture, ended when there is nothing to do
// (picture-encoder.ts).
import { readFile, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import sharp, { type Sharp } from 'sharp'
import type { TakenIn } from '@/lib/taken-in'
import { type CardJob, drawCard } from './draw-card'
import type { Encoded, EncodeJob } from './picture-encoder'
import { type IntakeJob, takeIn } from './take-in-picture'

// Readers' requests come first.
setPriority(19)
sharp.cache(false)
sharp.concurrency(1)
// What is not a picture of the kinds that are kept is not even looked at.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Svg', 'Jpeg', 'Png', 'Webp'].map((kind) => `VipsForeignLoad${kind}`) })

const mostPixels = 60_000_000
/** What the bytes must be, by what the original's name says. */
const formats: Record<string, string> = { svg: 'svg', jpg: 'jpeg', png: 'png', webp: 'webp' }

/**
 * Effort 2 makes AVIF files a tenth larger than the default 4, in a seventh of the time; full colour resolution keeps
 * drawn edges clean. The qualities were chosen by looking at the drawings three times enlarged.
 */
const encoders: Record<EncodeJob['format'], (image: Sharp) => Sharp> = {
  avif: (image) => image.avif({ quality: 55, effort: 2, chromaSubsampling: '4:4:4' }),
  webp: (image) => image.webp({ quality: 80, effort: 4, smartSubsample: true }),
  jpg: (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }),
  png: (image) => image.png({ compressionLevel: 9, adaptiveFiltering: true }),
}

process.on('message', (job: EncodeJob | IntakeJob | CardJob) => {
  carryOut(job).then(answer, (error: unknown) => answer({ outcome: 'failed', detail: String(error) }))
})
process.on('disconnect', () => process.exit())

async function carryOut(job: EncodeJob | IntakeJob | CardJob): Promise<Encoded | TakenIn> {
  if ('takeIn' in job) return takeIn(job)
  if (!('card' in job)) return { outcome: await make(job) }
  await drawCard(job)
  return { outcome: 'made' }
}

function answer(done: Encoded | TakenIn): void {
  if (process.connected) process.send?.(done)
}

/** Writes `job.to`, or says that this variant of this picture is not to exist. */
async function make(job: EncodeJob): Promise<'made' | 'refused'> {
  const { kind, width, format } = job
  const bytes = await readFile(job.from)
  const found = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
  if (found.format !== formats[kind]) throw new Error(`${kind} expected, ${found.format} found`)
  // EXIF may turn a picture on its side.
  const ownWidth = found.autoOrient.width
  if (kind !== 'svg' && width > ownWidth && width !== job.smallest) return 'refused'

  const density = kind === 'svg' ? { density: Math.min(2400, Math.max(1, (72 * width) / ownWidth)) } : {}
  const { data, info } = await sharp(bytes, { ...density, limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width, withoutEnlargement: kind !== 'svg' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const opaque = isOpaque(data, info.channels)
  // Nothing shows through: JPEG says the same in a fraction of the bytes.
  if (format === 'png' && opaque) return 'refused'

  const raw = sharp(data, { raw: info })
  const flat = opaque && info.channels === 4 ? raw.removeAlpha() : raw
  await writeFile(job.to, await encoders[format](flat).toBuffer())
  return 'made'
}

function isOpaque(pixels: Buffer, channels: number): boolean {
  if (channels === 1 || channels === 3) return true
  for (let at = channels - 1; at < pixels.length; at += channels) if (pixels[at] !== 255) return false
  return true
}
