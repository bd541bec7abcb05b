import { Field } from '@/components/field'
import { mostDays } from '@/lib/articles/talk-mode'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { say } from '@/messages/say'
import type { TalkMode } from '@/prisma/generated/enums'

export const modes = ['after', 'newcomers', 'before', 'closed'] as const satisfies TalkMode[]
/** As many digits as `mostDays` has, or none. */
export const daysPattern = `[0-9]{0,${String(mostDays).length}}`

type Props = {
  choices: readonly TalkMode[]
  mode: TalkMode | null
  /** What it is called to say nothing here; none where something has to be said. */
  asAbove?: string
}

/** What comments go by, one of these. */
export function ModeFields({ choices, mode, asAbove }: Props) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{say('settings.mode')}</legend>
      {asAbove && (
        <label className="flex items-baseline gap-3 py-1.5">
          <input type="radio" name="mode" value="" defaultChecked={mode === null} />
          <b className="font-semibold">{asAbove}</b>
        </label>
      )}
      {choices.map((choice) => (
        <label key={choice} className="flex items-baseline gap-3 py-1.5">
          <input type="radio" name="mode" value={choice} required defaultChecked={mode === choice} />
          <span>
            <b className="font-semibold">{say(`settings.mode.${choice}`)}.</b>{' '}
            <span className="text-quiet">
              {say(`settings.mode.${choice}.text`, { needed: approvalsNeeded })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** After how many days it closes by itself. */
export function DaysField({ id, days, hint }: { id?: string; days: number | null; hint: string }) {
  return (
    <NumberField
      {...(id ? { id } : {})}
      name="days"
      label={say('settings.days')}
      hint={hint}
      number={days}
      pattern={daysPattern}
    />
  )
}

type NumberProps = {
  id?: string
  name: string
  label: string
  hint: string
  number: number | null
  pattern: string
}

export function NumberField({ number, ...field }: NumberProps) {
  return <Field {...field} inputMode="numeric" autoComplete="off" defaultValue={number ?? ''} />
}
