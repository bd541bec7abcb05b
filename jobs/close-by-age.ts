import { settleAges } from '@/lib/moderation/commands-age'
import type { Log } from './schedule'

/** A page of topics; what is left waits for the next time, and what is written there meanwhile is refused all the same. */
const mostAtOnce = 500

/** Closes the conversations whose days are over. */
export async function closeByAge(now: Date, log: Log): Promise<void> {
  const settled = await settleAges(mostAtOnce, now)
  if (settled > 0) log({ event: 'conversations-closed-by-age', settled })
}
