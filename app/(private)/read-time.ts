import { site } from '@/lib/site'
import { clock } from '@/lib/site-time'

/** The time of an instant that came in an address, in the site's zone; an unreadable one is now. */
export function readTime(text: string | string[] | undefined): string {
  const instant = new Date(typeof text === 'string' ? text : Number.NaN)
  return clock(Number.isNaN(instant.getTime()) ? new Date() : instant, site())
}
