import { ownStorage } from './own-storage'

/** Where a text is to go. `parent` is empty for a comment of its own. */
export type Place = { article: string; parent: string }
export type Draft = {
  text: string
  /** When it was last touched, in milliseconds since 1970. */
  at: number
  /** Names this very text to the site, so that sending it twice posts it once. */
  key?: string
  /** Set once it went the way without scripts, where the site keeps it for a day and it may be posted. */
  sent?: boolean
}

const prefix = 'tribune.draft.'
const mostDrafts = 20
const longest = 20_000
const dayMs = 86_400_000
const daysKept = { written: 30, sent: 1 }

/** The text kept on this device for a place, while it is. */
export function readDraft(place: Place, now: number, storage = ownStorage()): Draft | null {
  const draft = parse(storage?.getItem(keyOf(place)) ?? null)
  return draft && !isOld(draft, now) ? draft : null
}

/** Keeps a text on this device, the newest twenty of them. False when it could not be kept. */
export function keepDraft(place: Place, draft: Draft, storage = ownStorage()): boolean {
  if (!storage || draft.text.length > longest) return false
  try {
    storage.setItem(keyOf(place), JSON.stringify(draft))
    letGo(storage, draft.at)
    return true
  } catch {
    // Full, or forbidden here: whoever leaves the page is warned instead.
    return false
  }
}

export function dropDraft(place: Place, storage = ownStorage()): void {
  storage?.removeItem(keyOf(place))
}

/** Lets those go that went the way without scripts from an article. */
export function dropSentDrafts(article: string, storage = ownStorage()): void {
  for (const { key, draft } of draftsIn(storage, `${prefix}${article}.`))
    if (draft?.sent) storage?.removeItem(key)
}

/** Lets drafts go that are too old or too many, the oldest first. */
function letGo(storage: Storage, now: number): void {
  const drafts = draftsIn(storage, prefix).sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0))
  for (const [index, { key, draft }] of drafts.entries())
    if (index >= mostDrafts || !draft || isOld(draft, now)) storage.removeItem(key)
}

function draftsIn(storage: Storage | null, start: string): { key: string; draft: Draft | null }[] {
  return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
    .filter((key) => key.startsWith(start))
    .map((key) => ({ key, draft: parse(storage?.getItem(key) ?? null) }))
}

function isOld({ at, sent }: Draft, now: number): boolean {
  return now - at > (sent ? daysKept.sent : daysKept.written) * dayMs
}

function parse(json: string | null): Draft | null {
  try {
    const found = JSON.parse(json ?? 'null')
    return typeof found?.text === 'string' && typeof found.at === 'number' ? found : null
  } catch {
    return null
  }
}

function keyOf({ article, parent }: Place): string {
  return `${prefix}${article}.${parent || 0}`
}
