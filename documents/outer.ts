import type { DocumentPage } from './match'
import type { HeaderList, Policies } from './policy'

/** What a document says to the outside beside itself. */
export type Outside = {
  /** Security headers, and whatever else belongs to this answer. */
  headers: HeaderList
  /** How long outer caches may keep it. Default one second. */
  outerSeconds?: number | undefined
}

/** What the documents of this site say to the outside, by who reads them, how long they live and what they show. */
export type OutsideOf = (page: Pick<DocumentPage, 'isPage' | 'lives'>, topics: readonly string[]) => Outside

/** A page that changes by the clock is no outer cache's to keep: no topic tells it. */
export function createOutside(
  policies: Pick<Policies, 'document' | 'program'>,
  purging: Purging | undefined,
): OutsideOf {
  return ({ isPage, lives }, topics) => {
    const headers = isPage ? policies.document : policies.program
    if (purging === undefined) return { headers }
    return {
      headers: [...headers, ...tagHeader(topics)],
      outerSeconds: lives === Number.POSITIVE_INFINITY ? purging.maxAge : 1,
    }
  }
}

/** The purge hook as documents see it: whether outer caches hear of changes just now, and how long they may keep. */
export type Purging = { readonly trusted: boolean; maxAge: number }

/**
 * What outer caches may do with an answer of this status: `seconds` for a page, one second for what may change without
 * a topic. Errors and withdrawn pages are never theirs to keep.
 */
export function cacheControl(status: number, seconds = 1): string {
  if (status === 200)
    return `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=1, stale-if-error=86400`
  if (status === 404 || status === 308) return 'public, max-age=0, s-maxage=1'
  return 'no-store'
}

/**
 * What takes the place of a page's prepared Cache-Control. Only a current hit carries the long word, and only while
 * purges arrive: an answer that was made or became old meanwhile might reach the outer cache after the purge that was
 * to remove it. Bytes known to be old are not to be served stale once more.
 */
export function shortened(
  status: number,
  cacheStatus: string,
  purging: Purging | undefined,
): HeaderList | undefined {
  if (status !== 200) return undefined
  // A second and a half old at the most, and nobody may make it older.
  if (cacheStatus.endsWith('detail=being-renewed')) return ['Cache-Control', 'private, no-cache']
  if (knownOld.test(cacheStatus))
    return ['Cache-Control', 'public, max-age=0, s-maxage=1, stale-if-error=86400']
  if (purging === undefined || (cacheStatus === 'hit' && purging.trusted)) return undefined
  return ['Cache-Control', cacheControl(200)]
}

/** Topics as tags of an answer, for caches that drop by tag. */
export function tagHeader(topics: readonly string[]): HeaderList {
  return ['Cache-Tag', [...new Set(topics)].filter(isTag).join(', ')]
}

/** Whether a topic can stand in a header; what every document shows (`site`) can, so that none is without a tag. */
export function isTag(topic: string): boolean {
  return /^[\w:.-]{1,250}$/.test(topic)
}

const knownOld = /detail=(?:renewed-within-a-second|render-failed)$/
