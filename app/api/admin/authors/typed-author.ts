import { z } from 'zod'

export const typedAuthor = z.strictObject({
  name: z.string(),
  slug: z.string(),
  bio: z.string(),
  handle: z.string(),
  picture: z.string(),
})
