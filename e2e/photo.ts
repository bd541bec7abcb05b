import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** A picture that nobody else has, of noise: it is as large in bytes as it looks. */
export function photo(width = 640, height = 480): Promise<Buffer> {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer()
}
