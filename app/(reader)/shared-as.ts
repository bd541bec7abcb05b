import type { Metadata } from 'next'
import { site } from '@/lib/site'

type Shared = {
  /** What the page is called beside the name of the site. */
  title: string
  description: string | null
  url: URL
}

export const cardShape = { width: 1200, height: 630 } as const

/** What every page says where it is shared: Open Graph's tags, from which X takes everything but the form of its card. */
export function sharedAs(
  shared: Shared & { card: `/og/${string}.png` },
  type: 'website' | 'profile' = 'website',
): Pick<Metadata, 'openGraph' | 'twitter'> {
  return { openGraph: { type, ...everywhere(shared), images: [cardAt(shared.card, shared.title)] }, twitter }
}

/** The picture of a page where it is shared (documents/cards.ts), with the words in it for who does not see it. */
export function cardAt(path: string, alt: string) {
  return { url: new URL(path, site().url), ...cardShape, alt, type: 'image/png' }
}

export const twitter = { card: 'summary_large_image' } as const

/** What every page that is shared says, whatever it is besides. */
export function everywhere({ title, description, url }: Shared) {
  // As a string: of a URL Next takes the origin alone, and puts the page's own path to it.
  return { title, ...(description ? { description } : {}), url: url.href, siteName: site().name }
}
