import { z } from 'zod'
import { keptText } from '@/app/(private)/kept-text'
import { type StandingPage, standingPages } from '@/lib/articles/standing-page'

const typed = z.object({ title: z.string(), text: z.string() })

/** Where the text of a page waits: pages are told apart by a number there. */
export function placeOfPage(slug: StandingPage): number {
  return standingPages.indexOf(slug) + 1
}

/** What an editor typed for a page that is not published; null where nothing was kept. */
export async function typedPage(slug: StandingPage): Promise<z.infer<typeof typed> | null> {
  const kept = await keptText('standing-page')
  if (kept?.commentId !== placeOfPage(slug)) return null
  try {
    return typed.safeParse(JSON.parse(kept.body)).data ?? null
  } catch (error) {
    // Cut where it was longer than what is kept.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
