import { goLive } from '@/lib/newsroom/commands-go-live'
import { goLiveUpdates } from '@/lib/newsroom/commands-go-live-update'
import type { Log } from './schedule'

/** Publishes what was scheduled, or under embargo, and whose time has come: articles, and updates of public ones. */
export async function publishWhatIsDue(now: Date, log: Log): Promise<void> {
  const live = await goLive(now)
  if (live.length > 0) log({ event: 'articles-gone-live', live })
  const updated = await goLiveUpdates(now)
  if (updated.length > 0) log({ event: 'updates-gone-live', updated })
}
