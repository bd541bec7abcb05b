import { z } from 'zod'

const address = z.email().max(254)

/** An address as it is kept and compared: trimmed, lower-case. Null when it is none. */
export function readEmail(input: string): string | null {
  const parsed = address.safeParse(input.trim().toLowerCase())
  return parsed.success ? parsed.data : null
}
