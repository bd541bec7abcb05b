import type { Transaction } from './db'
import { env } from './env'

/** `burst` at once, then one every `everySeconds`. */
export type Allowance = { burst: number; everySeconds: number }

/**
 * Takes one from the allowance under `key`, or answers when the next may be taken; nothing is taken then.
 * The generic cell rate algorithm (ITU-T I.371, annex A) as one upsert: a row holds the instant at which the
 * bucket will be empty again. With RATE_LIMITS=off everything is allowed and nothing is written.
 */
export async function takeAllowance(
  tx: Transaction,
  key: string,
  { burst, everySeconds }: Allowance,
  now: Date,
): Promise<{ retryAt: Date } | null> {
  if (env().RATE_LIMITS === 'off') return null
  const full = new Date(now.getTime() + (burst - 1) * everySeconds * 1000)
  const taken = await tx.$queryRaw<unknown[]>`
    insert into "Pace" as pace (key, "emptyAt") values (${key}, ${now}::timestamptz + ${everySeconds} * interval '1 second')
    on conflict (key) do update set "emptyAt" = greatest(pace."emptyAt", ${now}::timestamptz) + ${everySeconds} * interval '1 second'
    where pace."emptyAt" <= ${full}::timestamptz
    returning 1`
  if (taken.length > 0) return null
  const row = await tx.pace.findUnique({ where: { key }, select: { emptyAt: true } })
  // Gone since: somebody gave the allowance back, and the next try will find it.
  if (!row) return { retryAt: now }
  return { retryAt: new Date(row.emptyAt.getTime() - (burst - 1) * everySeconds * 1000) }
}
