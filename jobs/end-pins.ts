import { endPins as end } from '@/lib/newsroom/commands-front'
import type { Log } from './schedule'

/** Takes what is pinned to the front page off it when its time is over. */
export async function endPins(now: Date, log: Log): Promise<void> {
  const ended = await end(now)
  if (ended > 0) log({ event: 'front-pins-ended', ended })
}
