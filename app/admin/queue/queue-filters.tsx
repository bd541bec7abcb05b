import type { ReactNode } from 'react'
import { narrows, wholeQueue } from '@/lib/moderation/queue-filter'
import { type QueuePlace, queuePath, startOf } from '@/lib/moderation/queue-place'
import { say } from '@/messages/say'
import { ruleName } from './rule-name'

type Props = {
  place: QueuePlace
  byOthers: number
  sections: readonly { slug: string; name: string }[]
  /** That hold something now. */
  rules: readonly string[]
}

const waits = [30, 120, 480, 1440] as const
const reaches = [3, 10, 20] as const

/** Narrows the queue; the address that comes of it can be passed on. */
export function QueueFilters({ place, byOthers, sections, rules }: Props) {
  const { filter } = place
  const isNarrow = narrows(filter)
  return (
    // What a saved queue is narrowed by is said by its name: what waits comes first.
    <details open={isNarrow && place.saved === null} className="mt-3 border-rule border-y text-small">
      <summary className="py-2">{say('filter.title')}</summary>
      <form action="/admin/queue" className="flex flex-wrap items-end gap-3 pb-4">
        {filter.queue !== wholeQueue.queue && <input type="hidden" name="queue" value={filter.queue} />}
        <Choice name="section" label={say('filter.section')} value={filter.section}>
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Choice>
        {filter.queue !== 'new' && (
          <>
            <Choice name="rule" label={say('filter.rule')} value={filter.rule}>
              {rules.map((rule) => (
                <option key={rule} value={rule}>
                  {ruleName(rule)}
                </option>
              ))}
            </Choice>
            <Choice name="waiting" label={say('filter.waiting')} value={filter.waiting}>
              {waits.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {say('filter.minutes', { minutes })}
                </option>
              ))}
            </Choice>
            <Choice name="reach" label={say('filter.reach')} value={filter.reach}>
              {reaches.map((reach) => (
                <option key={reach} value={reach}>
                  {say('filter.atLeast', { reach })}
                </option>
              ))}
            </Choice>
          </>
        )}
        <Typed name="article" label={say('filter.article')} value={filter.article} />
        <Typed name="author" label={say('filter.author')} value={filter.author} />
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="authors" value="new" defaultChecked={filter.newAuthors} />
          {say('filter.newAuthors')}
        </label>
        <button type="submit" className="min-h-11 rounded-[3px] border border-edge px-4 font-semibold">
          {say('filter.apply')}
        </button>
        {isNarrow && (
          <a href={queuePath(startOf({ ...wholeQueue, queue: filter.queue }))} className="py-3">
            {say('filter.clear')}
          </a>
        )}
      </form>
      {filter.queue !== 'new' && (
        <p className="pb-3">
          <a href={queuePath({ ...place, all: !place.all, after: null })}>
            {place.all ? say('desk.showOwn') : say('desk.showAll')}
          </a>
          {!place.all && byOthers > 0 && (
            <span className="ms-3 text-quiet">{say('desk.byOthers', { count: byOthers })}</span>
          )}
        </p>
      )}
    </details>
  )
}

type ChoiceProps = {
  name: string
  label: string
  value: string | number | null
  children: ReactNode
}

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <label className="grid gap-0.5 text-quiet">
      {label}
      <select
        name={name}
        defaultValue={value ?? ''}
        className="min-h-11 rounded-[3px] border border-edge bg-paper px-2 text-ink"
      >
        <option value="">{say('filter.any')}</option>
        {children}
      </select>
    </label>
  )
}

function Typed({ name, label, value }: Omit<ChoiceProps, 'children'>) {
  return (
    <label className="grid gap-0.5 text-quiet">
      {label}
      <input
        name={name}
        inputMode="numeric"
        pattern="[0-9]*"
        defaultValue={value ?? ''}
        className="min-h-11 w-28 rounded-[3px] border border-edge bg-paper px-3 text-ink"
      />
    </label>
  )
}
