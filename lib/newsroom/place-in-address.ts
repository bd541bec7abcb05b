import { isReservedSlug, slugOf } from '@/lib/articles/slug'

export const longestSlug = 100

/**
 * What something is called in its address: as typed, or made of its name where nothing was. Null where it is not
 * lower-case words with hyphens, as documents/match.ts reads them, or stands for something else there.
 */
export function slugFor(typed: string, name: string): string | null {
  const slug = typed.trim() === '' ? slugOf(name) : typed.trim().toLowerCase()
  const isPlain = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)
  return isPlain && slug.length <= longestSlug && !isReservedSlug(slug) ? slug : null
}
