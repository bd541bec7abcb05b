import { z } from 'zod'
import { keptText } from '@/app/(private)/kept-text'

const typed = z.object({
  move: z.string().default(''),
  at: z.string().default(''),
  kind: z.string().optional(),
  note: z.string().default(''),
  reason: z.string().default(''),
  minor: z.string().optional(),
  words: z.string().default(''),
})

/** What somebody typed for an article to be published or taken back, which did not happen. */
export type TypedMove = z.infer<typeof typed>

/** The same for one article; null where nothing is kept. */
export async function typedMove(articleId: number): Promise<TypedMove | null> {
  const kept = await keptText('article-move')
  return kept?.commentId === articleId ? readKept(kept.body, typed) : null
}

/** What was kept as fields; null where it is none of these, or was cut because it was longer than what is kept. */
export function readKept<T>(body: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
