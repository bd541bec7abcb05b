import { z } from 'zod'
import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail'
import { type Clock, readClocks } from '@/lib/moderation/queries-overdue'
import type { Note } from '@/lib/outbox-sending'
import { postSigned } from '@/lib/webhook'
import { say } from '@/messages/say'
import { saySince, saySpan } from '@/messages/span'

const overdue = z.object({ queueId: z.int(), channel: z.enum(['mail', 'webhook']) })

/** Tells the newsroom of a queue that waits longer than promised, as it is now; of one that is read or gone meanwhile, nobody. */
export async function tellOverdue(note: Note, now: Date): Promise<void> {
  const { queueId, channel } = overdue.parse(note.payload)
  const [clock] = await readClocks(now, queueId)
  if (!clock?.since || clock.overdueSince === null) return
  const { ALERT_MAIL, ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET } = env()
  const told = sentences({ ...clock, since: clock.since }, now)
  if (channel === 'mail' && ALERT_MAIL.length > 0)
    await sendMail({ id: `outbox-${note.id}`, to: ALERT_MAIL, subject: told.subject, text: told.text })
  if (channel === 'webhook' && ALERT_WEBHOOK_URL && ALERT_WEBHOOK_SECRET) {
    const { id, name, count, since, promisedMinutes } = clock
    const queue = { id, name, waiting: count, since, promisedMinutes, url: told.url }
    // What a queue is called pings nobody: Slack reads <!channel> and &.
    const text = `${told.text}`.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
    await postSigned(ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET, { text, kind: note.kind, queue }, now)
  }
}

function sentences(clock: Clock & { since: Date }, now: Date) {
  const { name, count, promisedMinutes } = clock
  const url = new URL(`/admin/queue?saved=${clock.id}`, env().SITE_URL).href
  const [span, promised] = [saySince(clock.since, now), saySpan(promisedMinutes)]
  return {
    url,
    subject: say('alert.overdue.subject', { name, span }),
    text: `${say('alert.overdue.text', { name, count, span, promised })}\n${url}`,
  }
}
