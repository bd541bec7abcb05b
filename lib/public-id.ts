// PostgreSQL's integer: what News IDs and comment ids are kept in.
const largest = 2_147_483_647

/** A positive integer within range, written the one way it is printed; anything else is null, and so a 404. */
export function publicId(text: string): number | null {
  if (!/^[1-9]\d{0,9}$/.test(text)) return null
  const id = Number(text)
  return id <= largest ? id : null
}
