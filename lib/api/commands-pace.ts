import { addressBlock } from '@/lib/address-block'
import { inTransaction } from '@/lib/db'
import { takeAllowance } from '@/lib/pace'

/** Enough to fetch a newsroom's week at once, and to look every second for as long as one likes. */
const pace = { burst: 60, everySeconds: 1 }

/** Whether a program at this address may ask now; else when. */
export function mayAsk(address: string, now: Date): Promise<{ retryAt: Date } | null> {
  return inTransaction((tx) => takeAllowance(tx, `api ${addressBlock(address)}`, pace, now))
}
