import { rankOtherView } from '@/lib/comments/commands-other-view'
import type { Log } from './schedule'

/** About a second of work; what is left waits for the next time. */
const mostAtOnce = 100

/** Gives comments whose votes changed their place in the other view. */
export async function rankOther(now: Date, log: Log): Promise<void> {
  const ranked = await rankOtherView(mostAtOnce, now)
  if (ranked === mostAtOnce) log({ event: 'other-view-behind', ranked })
}
