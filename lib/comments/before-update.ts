/**
 * The first update of the article after a comment was written: what it says may be about what has changed since. Null
 * when it knew the text that stands.
 */
export function firstUpdateAfter(writtenAt: Date, updates: readonly Date[]): Date | null {
  return updates.find((update) => update > writtenAt) ?? null
}
