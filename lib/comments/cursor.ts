/** Where a page of comments goes on: after the comment posted at `at` with this id. Ends in the id, so ties are kept apart. */
export type Cursor = { at: Date; id: number }

/** A cursor as it stands in an address. */
export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime().toString(36)}-${id.toString(36)}`
}

/** Reads a cursor; null for anything that is none, which then counts as the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  const match = /^([0-9a-z]{1,9})-([0-9a-z]{1,6})$/.exec(text ?? '')
  if (!match?.[1] || !match[2]) return null
  const at = new Date(Number.parseInt(match[1], 36))
  const id = Number.parseInt(match[2], 36)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || id > 2_147_483_647 ? null : { at, id }
}
