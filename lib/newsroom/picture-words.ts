import { z } from 'zod'

const share = z.coerce
  .number()
  .min(0)
  .max(100)
  .transform((percent) => percent / 100)
const line = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' ').trim().toWellFormed())
  .pipe(z.string().max(500))

/** What a form says of a picture; its focal point in hundredths from its left and top edge. */
export const pictureWords = z.strictObject({ alt: line, credit: line, focalX: share, focalY: share })
export type PictureWords = z.infer<typeof pictureWords>

/** The same of one that is being sent. */
export const uploadWords = z.object({ alt: line.default(''), credit: line.default('') })
