import { z } from 'zod'

export const longestSourceName = 300

// Where a story's facts come from: a document, a person, another publication.
const source = z.object({
  name: z.string().trim().min(1).max(longestSourceName),
  url: z
    .string()
    .max(2_000)
    .refine((url) => /^https?:\/\//i.test(url))
    .optional(),
})
export const sourceList = z.array(source).max(50)

export type Source = z.infer<typeof source>

/** A version's sources as the database gives them. Throws when they are none: only commands write them. */
export function readSources(json: unknown): Source[] {
  return sourceList.parse(json)
}
