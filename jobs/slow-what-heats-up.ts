import { settleHeat } from '@/lib/moderation/commands-heat'
import type { Log } from './schedule'

/** Slows the conversations that heat up, and those that have cooled down no more. */
export async function slowWhatHeatsUp(now: Date, log: Log): Promise<void> {
  const settled = await settleHeat(now)
  if (settled > 0) log({ event: 'conversations-slowed-or-quickened', settled })
}
