import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import type { LogFilter } from '@/lib/moderation/log-filter'
import { decisionKinds, ruleKinds } from '@/lib/moderation/log-kinds'
import { staffActions } from '@/lib/moderation/staff-action'
import { say } from '@/messages/say'

type Props = {
  filter: LogFilter
  /** What was typed, where it could not be read: it is there to be mended. */
  typed: Record<string, string | string[] | undefined>
  people: { id: number; name: string }[]
  isOpen: boolean
}

const look = 'min-h-11 w-full rounded-[3px] border border-edge bg-paper px-2 text-[1rem] text-ink'

/** What to look for in the log. It is asked for by an address, which can be kept and sent to a colleague. */
export function LogForm({ filter, typed, people, isOpen }: Props) {
  const text = (name: string) => {
    const value = typed[name]
    return typeof value === 'string' ? value : ''
  }
  return (
    <details open={isOpen} className="mt-4 border-rule border-y py-2">
      <summary className="cursor-pointer py-1 font-semibold">{say('log.filter')}</summary>
      <form method="get" action="/admin/log" aria-label={say('log.filter')} className="pt-2 pb-3">
        <div className="grid grid-cols-2 gap-x-4 gap-y-3 pad:grid-cols-4">
          <Labelled name="by" label={say('log.by')}>
            <select id="by" name="by" defaultValue={String(filter.by ?? '')} className={look}>
              <option value="">{say('log.by.anybody')}</option>
              <option value="rules">{say('log.by.rules')}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled name="kind" label={say('log.kind')}>
            <Kinds kind={filter.kind} />
          </Labelled>
          <Labelled name="reader" label={say('log.reader')}>
            <input
              id="reader"
              name="reader"
              defaultValue={text('reader')}
              maxLength={81}
              autoCapitalize="off"
              spellCheck={false}
              placeholder={say('log.reader.hint')}
              className={look}
            />
          </Labelled>
          {(['comment', 'article'] as const).map((name) => (
            <Labelled key={name} name={name} label={say(`log.${name}Number`)}>
              <input
                id={name}
                name={name}
                inputMode="numeric"
                defaultValue={text(name)}
                maxLength={10}
                className={look}
              />
            </Labelled>
          ))}
          {(['from', 'to'] as const).map((name) => (
            <Labelled key={name} name={name} label={say(`log.${name}`)}>
              <input id={name} name={name} type="date" defaultValue={text(name)} className={look} />
            </Labelled>
          ))}
        </div>
        <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit">{say('log.show')}</Button>
          <a href="/admin/log">{say('log.clear')}</a>
        </p>
      </form>
    </details>
  )
}

function Kinds({ kind }: { kind: string | null }) {
  return (
    <select id="kind" name="kind" defaultValue={kind ?? ''} className={look}>
      <option value="">{say('log.kind.any')}</option>
      <optgroup label={say('log.kinds.decisions')}>
        {decisionKinds.map((each) => (
          <option key={each} value={each}>
            {say(`log.kind.${each}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={say('log.kinds.actions')}>
        {staffActions.map((each) => (
          <option key={each} value={each}>
            {say(`log.kind.${each}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={say('log.kinds.rules')}>
        {ruleKinds.map((each) => (
          <option key={each} value={each}>
            {say(`log.kind.${each}`)}
          </option>
        ))}
      </optgroup>
    </select>
  )
}

function Labelled({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="mb-0.5 block text-quiet text-small">
        {label}
      </label>
      {children}
    </div>
  )
}
