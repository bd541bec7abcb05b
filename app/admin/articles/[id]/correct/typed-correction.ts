import { z } from 'zod'
import { keptText } from '@/app/(private)/kept-text'
import { readKept } from '../typed-move'

const typed = z.discriminatedUnion('step', [
  // The reports that were ticked are fields by their numbers.
  z.looseObject({ step: z.literal('kind'), kind: z.string().default(''), note: z.string().default('') }),
  z.object({
    step: z.literal('text'),
    headline: z.string().default(''),
    standfirst: z.string().default(''),
    body: z.string().default(''),
  }),
])

/** What somebody typed into a step of a correction that was not taken. */
export type TypedCorrection = z.infer<typeof typed>
export type TypedText = Extract<TypedCorrection, { step: 'text' }>
export type TypedKind = Extract<TypedCorrection, { step: 'kind' }>

/** The same for one article; null where nothing is kept. */
export async function typedCorrection(articleId: number): Promise<TypedCorrection | null> {
  const kept = await keptText('correction')
  return kept?.commentId === articleId ? readKept(kept.body, typed) : null
}
