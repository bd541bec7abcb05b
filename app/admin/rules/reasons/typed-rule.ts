import { z } from 'zod'
import { keptText } from '@/app/(private)/kept-text'

const typed = z.object({
  code: z.string().optional(),
  title: z.string(),
  reason: z.string(),
  text: z.string(),
})

/** What an editor wrote that was not taken: of a rule by its code, or of a new one. */
export type TypedRule = z.infer<typeof typed>

export async function typedRule(): Promise<TypedRule | null> {
  const kept = await keptText('house-rule')
  if (!kept) return null
  try {
    return typed.safeParse(JSON.parse(kept.body)).data ?? null
  } catch (error) {
    // Cut where it was longer than what is kept.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
