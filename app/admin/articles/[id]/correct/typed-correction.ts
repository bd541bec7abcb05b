import { z } from 'zod'
import { keptText } from '@/app/(private)/kept-text'
import { readKept } from '../typed-move'

// The reports that were ticked are fields by their numbers.
const typedKind = z.looseObject({ kind: z.string().default(''), note: z.string().default('') })
const typedText = z.object({
  ...{ headline: z.string().default(''), standfirst: z.string().default('') },
  body: z.string().default(''),
})
const typed = z.object({ kind: typedKind.optional(), text: typedText.optional() })

export type TypedText = z.infer<typeof typedText>
export type TypedKind = z.infer<typeof typedKind>

/** What somebody typed into the steps of a correction of one article that were not taken. */
export async function typedCorrection(articleId: number): Promise<z.infer<typeof typed>> {
  const kept = await keptText('correction')
  return (kept?.commentId === articleId && readKept(kept.body, typed)) || {}
}
