import { keepMostRead } from '@/lib/articles/commands-reads'
import type { Log } from './schedule'

/** Keeps the front's list of what is read most as readers make it. */
export async function keepWhatIsReadMost(now: Date, log: Log): Promise<void> {
  const { changed } = await keepMostRead(now)
  if (changed) log({ event: 'most-read-changed' })
}
