import { Button } from '@/components/button'
import { type QueuePlace, writePlace } from '@/lib/moderation/queue-place'
import { usualReason } from '@/lib/moderation/reasons'
import { say } from '@/messages/say'
import { bulkForm } from './bulk-form'
import { TickAll } from './tick-all'

type Props = { place: QueuePlace; rules: readonly { code: string; reason: string }[] }

/** Decides about all that are ticked, as one action that one press takes back. */
export function BulkBar({ place, rules }: Props) {
  return (
    <form
      id={bulkForm}
      method="post"
      action="/api/admin/batches"
      aria-label={say('bulk.title')}
      // While something is ticked it stays in sight, over the line that says what was done.
      className="mt-5 flex flex-wrap items-center gap-3 border-rule border-y bg-paper py-3 pad:in-[:has(article_input:checked)]:sticky pad:in-[:has(article_input:checked)]:bottom-9"
    >
      {/* Enter in a field presses a form's first button. */}
      <button type="submit" disabled hidden aria-hidden />
      <input type="hidden" name="from" value={writePlace(place)} />
      <TickAll
        form={bulkForm}
        words={{ label: say('bulk.all'), count: say('bulk.count', { count: '{count}' }) }}
      />
      <Button type="submit" name="move" value="approve" look="quiet">
        {say('bulk.approve')}
      </Button>
      <Button type="submit" name="move" value="reject" look="quiet">
        {say('bulk.reject')}
      </Button>
      <label className="flex min-w-0 items-center gap-2 text-quiet text-small">
        {say('desk.reason')}
        <select
          name="reason"
          defaultValue={usualReason}
          className="min-h-11 min-w-0 rounded-[3px] border border-edge bg-paper px-2 text-ink"
        >
          {rules.map(({ code, reason }) => (
            <option key={code} value={code}>
              {reason}
            </option>
          ))}
        </select>
      </label>
    </form>
  )
}
