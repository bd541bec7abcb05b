import { env } from '@/lib/env'
import { noteOverdue } from '@/lib/moderation/commands-overdue'
import type { Channel } from '@/lib/outbox'

/** Finds saved queues whose promise is broken, and has the newsroom told. */
export async function watchClocks(now: Date): Promise<void> {
  await noteOverdue(waysToTell(), now)
}

function waysToTell(): Channel[] {
  const { ALERT_MAIL, ALERT_WEBHOOK_URL } = env()
  return [
    ...(ALERT_MAIL.length > 0 ? ['mail' as const] : []),
    ...(ALERT_WEBHOOK_URL ? ['webhook' as const] : []),
  ]
}
