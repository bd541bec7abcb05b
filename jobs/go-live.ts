import { goLive } from '@/lib/newsroom/commands-go-live'
import type { Log } from './schedule'

/** Publishes what was scheduled, or under embargo, and whose time has come. */
export async function publishWhatIsDue(now: Date, log: Log): Promise<void> {
  const live = await goLive(now)
  if (live.length > 0) log({ event: 'articles-gone-live', live })
}
