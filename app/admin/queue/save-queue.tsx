import { Notice } from '@/components/notice'
import type { SavedQueue } from '@/lib/moderation/queries-saved'
import { type QueuePlace, writePlace } from '@/lib/moderation/queue-place'
import { say } from '@/messages/say'

const problems = ['bad-name', 'bad-promise', 'name-taken', 'too-many'] as const
const field = 'min-h-11 rounded-[3px] border border-edge bg-paper px-3 text-ink'
const button = 'min-h-11 rounded-[3px] border border-edge px-4 font-semibold'

type Props = { place: QueuePlace; query: Record<string, string | string[] | undefined> }

/** Keeps what is shown for the whole newsroom, under a name. */
export function SaveQueue({ place, query }: Props) {
  const known = problems.find((each) => each === query.unsaved)
  // What was typed comes back with what was wrong.
  const typed = (name: string) => (known && typeof query[name] === 'string' ? query[name] : undefined)
  return (
    <details open={known !== undefined} className="mt-8 border-rule border-t text-small">
      <summary className="py-2">{say('keepQueue.title')}</summary>
      {known && <Notice kind="problem" title={say(`keepQueue.${known}`)} />}
      <form method="post" action="/api/admin/queues" className="flex flex-wrap items-end gap-3 pb-3">
        <input type="hidden" name="from" value={writePlace(place)} />
        <label className="grid gap-0.5 text-quiet">
          {say('keepQueue.name')}
          <input
            name="name"
            required
            maxLength={60}
            dir="auto"
            defaultValue={typed('name')}
            className={field}
          />
        </label>
        <label className="grid gap-0.5 text-quiet">
          {say('keepQueue.minutes')}
          <input
            name="minutes"
            inputMode="numeric"
            pattern="[0-9]*"
            defaultValue={typed('minutes')}
            className={`w-32 ${field}`}
          />
        </label>
        <button type="submit" className={button}>
          {say('keepQueue.save')}
        </button>
      </form>
      <p className="max-w-measure pb-3 text-quiet">{say('keepQueue.text')}</p>
    </details>
  )
}

export function RemoveQueue({ queue }: { queue: SavedQueue }) {
  if (!queue.mayRemove) return null
  return (
    <form method="post" action={`/api/admin/queues/${queue.id}/remove`} className="mt-8 text-small">
      <button type="submit" className={button}>
        {say('keepQueue.remove')}
      </button>
    </form>
  )
}
