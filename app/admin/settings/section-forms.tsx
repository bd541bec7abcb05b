import type { ReactNode } from 'react'
import type { SectionModes } from '@/lib/moderation/queries-modes'
import { say } from '@/messages/say'
import { daysPattern, modes } from './mode-fields'
import { RehearseButton } from './rehearsed'

const field = 'min-h-11 rounded-[3px] border border-edge bg-paper px-3 text-ink'

type Props = {
  sections: SectionModes[]
  mayChange: boolean
  /** What was asked to be rehearsed of one of them, and what came of it. */
  rehearsed: { section: SectionModes; told: ReactNode } | null
}

/** What each section goes by, where that is not what the site does. */
export function SectionForms({ sections, mayChange, rehearsed }: Props) {
  return (
    <section aria-labelledby="sections" className="mt-9 max-w-measure border-rule border-t pt-6">
      <h2 id="sections" className="mb-1 text-brief">
        {say('settings.sections')}
      </h2>
      <p className="text-quiet text-small">{say('settings.days.sections')}</p>
      <ul className="mt-2 divide-y divide-rule">
        {sections.map((section) => (
          <li key={section.id} className="py-3">
            <SectionForm
              section={section.id === rehearsed?.section.id ? rehearsed.section : section}
              mayChange={mayChange}
            />
            {section.id === rehearsed?.section.id && rehearsed.told}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SectionForm({ section, mayChange }: { section: SectionModes; mayChange: boolean }) {
  const { id, name, mode, closesAfterDays } = section
  return (
    <form method="post" action={`/api/admin/settings/sections/${id}`} aria-label={name}>
      <fieldset disabled={!mayChange} className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <legend className="mb-1 font-semibold">{name}</legend>
        <label className="grid gap-0.5 text-quiet text-small">
          {say('settings.mode')}
          <select name="mode" defaultValue={mode ?? ''} className={`w-44 ${field}`}>
            <option value="">{say('settings.asSite')}</option>
            {modes.map((each) => (
              <option key={each} value={each}>
                {say(`settings.mode.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-0.5 text-quiet text-small">
          {say('settings.days.above')}
          <input
            name="days"
            inputMode="numeric"
            autoComplete="off"
            pattern={daysPattern}
            defaultValue={closesAfterDays ?? ''}
            className={`w-24 ${field}`}
          />
        </label>
        {mayChange && (
          <button type="submit" className="min-h-11 rounded-[3px] border border-edge px-4 font-semibold">
            {say('settings.saveOf', { name })}
          </button>
        )}
        {mayChange && <RehearseButton of={String(id)} />}
      </fieldset>
    </form>
  )
}
