import { firstUpdateAfter } from '@/lib/comments/before-update'
import { site } from '@/lib/site'
import { clock, dayAndTime, longDate } from '@/lib/site-time'
import { say } from '@/messages/say'

/** Says of a comment that the article was changed after it was written. */
export function BeforeUpdate({ writtenAt, updates }: { writtenAt: Date; updates: readonly Date[] }) {
  const update = firstUpdateAfter(writtenAt, updates)
  if (!update) return null
  const isSameDay = longDate(writtenAt, site()) === longDate(update, site())
  return (
    <span className="text-quiet text-small">
      {isSameDay
        ? say('talk.beforeUpdate', { time: clock(update, site()) })
        : say('talk.beforeUpdateOf', { moment: dayAndTime(update, site()) })}
    </span>
  )
}
