import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { longestWords, mostMinutes } from '@/lib/moderation/commands-sanction'
import { sanctionKinds } from '@/lib/readers/sanction'
import { say } from '@/messages/say'
import { ReasonSelect } from '../../reason-select'

type Props = {
  readerId: number
  /** What was typed and not taken. */
  typed: Record<string, string> | null
}

/** Lays a sanction on a reader: what, why, for how long, and a word to them. Nothing is chosen beforehand. */
export function SanctionForm({ readerId, typed }: Props) {
  return (
    <details open={typed !== null} className="mt-4 max-w-measure">
      <summary className="py-1 font-semibold">{say('readers.sanction')}</summary>
      <form method="post" action={`/api/admin/readers/${readerId}/sanction`} className="mt-2">
        <fieldset>
          <legend className="mb-1 font-semibold">{say('readers.sanction.kind')}</legend>
          {sanctionKinds.map((kind) => (
            <label key={kind} className="flex items-baseline gap-3 py-1.5">
              <input type="radio" name="kind" value={kind} defaultChecked={typed?.kind === kind} required />
              <span>
                <b className="font-semibold">{say(`readers.kind.${kind}`)}.</b>{' '}
                <span className="text-quiet">{say(`readers.kind.${kind}.text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label htmlFor="sanction-reason" className="mt-4 mb-1 block font-semibold">
          {say('readers.sanction.reason')}
        </label>
        <ReasonSelect id="sanction-reason" {...(typed?.reason ? { usual: typed.reason } : {})} />
        <div className="grid gap-x-6 desk:grid-cols-2">
          <Field
            label={say('readers.sanction.days')}
            hint={say('readers.sanction.days.hint')}
            name="days"
            defaultValue={typed?.days}
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}"
          />
          <Field
            label={say('readers.sanction.minutes')}
            hint={say('readers.sanction.minutes.hint', { most: mostMinutes })}
            name="minutes"
            defaultValue={typed?.minutes}
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}"
          />
        </div>
        <label htmlFor="words" className="mb-1 block font-semibold">
          {say('readers.sanction.words')}
        </label>
        <textarea
          id="words"
          name="words"
          rows={3}
          maxLength={longestWords}
          defaultValue={typed?.words}
          dir="auto"
          aria-describedby="words-hint"
          className="w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink"
        />
        <p id="words-hint" className="mb-4 text-quiet text-small">
          {say('readers.sanction.words.hint')}
        </p>
        <label className="mb-4 flex items-baseline gap-3 py-1">
          <input type="checkbox" name="all" value="1" defaultChecked={typed?.all === '1'} />
          {say('readers.sanction.all')}
        </label>
        <Button type="submit" look="reject">
          {say('readers.sanction.submit')}
        </Button>
      </form>
    </details>
  )
}
