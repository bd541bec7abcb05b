import type { Metadata } from 'next'
import { site } from '@/lib/site'

type Shared = {
  /** What the page is called beside the name of the site. */
  title: string
  description: string | null
  url: URL
}

/** What a page is called wherever its address is shared: Open Graph's tags, from which Twitter's takes everything but its card. */
export function sharedAs(
  { title, description, url }: Shared,
  type: 'website' | 'profile' = 'website',
): Pick<Metadata, 'openGraph' | 'twitter'> {
  return { openGraph: { type, ...everywhere({ title, description, url }) }, twitter: { card: 'summary' } }
}

/** What every page that is shared says, whatever it is besides. */
export function everywhere({ title, description, url }: Shared) {
  // As a string: of a URL Next takes the origin alone, and puts the page's own path to it.
  return { title, ...(description ? { description } : {}), url: url.href, siteName: site().name }
}
