import { dueOf, type SavedQueue } from '@/lib/moderation/queries-saved'
import { site } from '@/lib/site'
import { clockOrDay } from '@/lib/site-time'
import { say } from '@/messages/say'
import { saySpan } from '@/messages/span'

type Props = { queue: SavedQueue; since: Date | null }

/** Within which time a queue is read, and until when that can still be kept. */
export function PromiseKept({ queue: { promisedMinutes }, since }: Props) {
  if (promisedMinutes === null) return null
  const now = new Date()
  const due = dueOf(since, promisedMinutes)
  if (!due) return say('desk.promise', { span: saySpan(promisedMinutes) })
  const span = saySpan(Math.ceil(Math.abs(due.getTime() - now.getTime()) / 60_000))
  const time = clockOrDay(due, now, site())
  return due < now ? (
    <strong className="text-accent">{say('desk.overdue', { span, time })}</strong>
  ) : (
    say('desk.due', { span, time })
  )
}
