import type { Transaction } from './db'
import { env } from './env'

/** `burst` at once, then one every `everySeconds`. */
export type Allowance = { burst: number; everySeconds: number }

/**
 * Takes one from the allowance under `key`, or answers when the next may be taken; nothing is taken then (take_allowance
 * in the migrations, with its source). With RATE_LIMITS=off everything is allowed and nothing is written.
 */
export async function takeAllowance(
  tx: Transaction,
  key: string,
  allowance: Allowance,
  now: Date,
): Promise<{ retryAt: Date } | null> {
  const limited = allowanceInForce(allowance)
  if (!limited) return null
  const { burst, everySeconds } = limited
  const [row] = await tx.$queryRaw<{ retryAt: Date | null }[]>`
    select take_allowance(${key}, ${burst}::int, ${everySeconds}::float8, ${now}::timestamptz) as "retryAt"`
  return row?.retryAt ? { retryAt: row.retryAt } : null
}

/** An allowance as it counts here: none with RATE_LIMITS=off. */
export function allowanceInForce(allowance: Allowance): Allowance | null {
  return env().RATE_LIMITS === 'off' ? null : allowance
}
