import type { Env } from './env'
import { shared } from './shared'

/** What pages need to know of the site they are on. */
export function site(): { name: string; language: string; timeZone: string; url: URL; hub: URL | undefined } {
  const { SITE_NAME, SITE_LANGUAGE, SITE_TIMEZONE, SITE_URL, WEBSUB_HUB } = env()
  return {
    name: SITE_NAME,
    language: SITE_LANGUAGE,
    timeZone: SITE_TIMEZONE,
    url: SITE_URL,
    hub: WEBSUB_HUB,
  }
}

/** Where to tell of a hole: as it is set, else the page that says whom to write to. */
export function securityContact(): string {
  const { SECURITY_CONTACT, SITE_URL } = env()
  return SECURITY_CONTACT ?? new URL('/contact', SITE_URL).href
}

/** The key under which search engines are told of changes; none is without. */
export function indexNowKey(): string | undefined {
  return env().INDEXNOW_KEY
}

/** Whether a service of the newsroom's own is asked about comments (lib/comments/queries-house-check.ts). */
export function hasOwnCheck(): boolean {
  return env().CHECK_URL !== undefined
}

// Not lib/env's own: pages that are drawn once (decision 0035) are built for browsers too, where none is read.
function env(): Env {
  const { env } = shared()
  if (!env) throw new Error('the environment has not been read')
  return env
}
