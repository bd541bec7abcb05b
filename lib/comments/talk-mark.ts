/** What a page of a conversation knows: everything up to an event (nought: none is kept), which happened `at`. */
export type TalkMark = { id: bigint; at: Date }

/** A mark as pages and streams carry it. */
export function writeTalkMark({ id, at }: TalkMark): string {
  return `${id}-${at.getTime().toString(36)}`
}

/** Reads a mark; null for anything that is none. */
export function readTalkMark(text: string): TalkMark | null {
  const match = /^(\d{1,18})-([0-9a-z]{1,9})$/.exec(text)
  if (!match?.[1] || !match[2]) return null
  const at = new Date(Number.parseInt(match[2], 36))
  return Number.isNaN(at.getTime()) ? null : { id: BigInt(match[1]), at }
}

/**
 * Whether events after `mark` may have been let go, given the newest that is kept: then the page has to be read again.
 * A number above the newest one is another database's, unless it is just old enough to have been swept itself.
 */
export function mayHaveMissed(mark: TalkMark, newest: TalkMark, keptHours: number, now: Date): boolean {
  const hours = (now.getTime() - mark.at.getTime()) / 3_600_000
  if (mark.id > newest.id) return hours < keptHours || hours > 2 * keptHours
  return mark.id < newest.id && hours > keptHours
}
