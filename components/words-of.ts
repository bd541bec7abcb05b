import type { Written } from '@/lib/articles/written'
import { site } from '@/lib/site'
import type { Direction } from '@/prisma/generated/enums'

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/**
 * The attributes of what holds an article's own words, and nothing of the page's: `lang` where it is not the site's, and
 * the direction that was chosen, else its language's, else that of its letters.
 */
export function wordsOf({ language, direction }: Written): { lang?: string; dir: Direction | 'auto' } {
  if (!language || language === site().language) return { dir: direction ?? 'auto' }
  return { lang: language, dir: direction ?? directionOf(language) }
}

/** A tag may have the form of one and be none: then the letters say. */
function directionOf(language: string): Direction | 'auto' {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'auto'
  }
}
