import { env } from './env'

/** What pages need to know of the site they are on. */
export function site(): { name: string; language: string; timeZone: string; url: URL } {
  const { SITE_NAME, SITE_LANGUAGE, SITE_TIMEZONE, SITE_URL } = env()
  return { name: SITE_NAME, language: SITE_LANGUAGE, timeZone: SITE_TIMEZONE, url: SITE_URL }
}
