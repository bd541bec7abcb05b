import { site } from '@/lib/site'
import { clock } from '@/lib/site-time'

type Asked = string | string[] | undefined

/** The time of an instant that came in an address, in the site's zone; an unreadable one is now. */
export function readTime(text: Asked): string {
  return clock(readInstant(text) ?? new Date(), site())
}

export function readInstant(text: Asked): Date | null {
  const instant = new Date(typeof text === 'string' ? text : Number.NaN)
  return Number.isNaN(instant.getTime()) ? null : instant
}
