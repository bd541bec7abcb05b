// The process that holds libvips: started for the first missing picture, ended when there is nothing to do
// (picture-encoder.ts). Plain JavaScript, so that Node runs it as it stands, in little memory.
import { readFile, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import sharp from 'sharp'

// Readers' requests come first.
setPriority(10)
sharp.cache(false)
sharp.concurrency(1)
// What is not a picture of the kinds that are kept is not even looked at.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Svg', 'Jpeg', 'Png', 'Webp'].map((kind) => `VipsForeignLoad${kind}`),
})

const mostPixels = 60_000_000
const formats = { svg: 'svg', jpg: 'jpeg', png: 'png', webp: 'webp' }

/**
 * Effort 2 makes AVIF files 5 % larger than the default 4, in a seventh of the time; full colour resolution keeps
 * drawn edges clean. The qualities were chosen by looking at the drawings at twice their size.
 */
const encoders = {
  avif: (image) => image.avif({ quality: 55, effort: 2, chromaSubsampling: '4:4:4' }),
  webp: (image) => image.webp({ quality: 80, effort: 4, smartSubsample: true }),
  jpg: (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }),
  png: (image) => image.png({ compressionLevel: 9, adaptiveFiltering: true }),
}

process.on('message', (job) =>
  make(job).then(
    (outcome) => process.send({ outcome }),
    (error) => process.send({ outcome: 'failed', detail: String(error) }),
  ),
)
process.on('disconnect', () => process.exit())

/** Writes `job.to`, or says that this variant of this picture is not to exist. */
async function make({ from, kind, width, smallest, format, to }) {
  const bytes = await readFile(from)
  const found = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
  if (found.format !== formats[kind]) throw new Error(`${kind} expected, ${found.format} found`)
  // EXIF may turn a picture on its side.
  const ownWidth = found.autoOrient.width
  if (kind !== 'svg' && width > ownWidth && width !== smallest) return 'refused'

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
  await writeFile(
    to,
    await encoders[format](opaque && info.channels === 4 ? raw.removeAlpha() : raw).toBuffer(),
  )
  return 'made'
}

function isOpaque(pixels, channels) {
  if (channels === 1 || channels === 3) return true
  for (let at = channels - 1; at < pixels.length; at += channels) if (pixels[at] !== 255) return false
  return true
}
