import { recheckHeld } from '@/lib/moderation/commands-recheck'
import type { Log } from './schedule'

/** What is left waits for the next time. */
const mostAtOnce = 50

/** Lets what waits because a check failed through the checks again. */
export async function recheck(now: Date, log: Log): Promise<void> {
  const { published, held } = await recheckHeld(mostAtOnce, now)
  if (published + held > 0) log({ event: 'rechecked', published, held })
}
