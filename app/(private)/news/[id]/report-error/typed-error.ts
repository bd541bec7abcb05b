import { z } from 'zod'
import { keptText } from '@/app/(private)/kept-text'

const typed = z.object({ quote: z.string(), words: z.string() })

/** What a reader reported of an article that was not taken; null where nothing was kept. */
export async function typedError(articleId: number): Promise<z.infer<typeof typed> | null> {
  const kept = await keptText('error-report')
  if (kept?.commentId !== articleId) return null
  try {
    return typed.safeParse(JSON.parse(kept.body)).data ?? null
  } catch (error) {
    // Cut where it was longer than what is kept.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
