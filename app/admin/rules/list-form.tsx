import { Button } from '@/components/button'
import type { ListText } from '@/lib/moderation/checks/check'
import { mostEntries } from '@/lib/moderation/house-list'
import { say } from '@/messages/say'

type Props = { list: ListText; mayChange: boolean; isBegun: boolean }

/** The lists, one entry a line. Sending them holds nothing yet: they are rehearsed first. */
export function ListForm({ list, mayChange, isBegun }: Props) {
  return (
    <section aria-labelledby="lists" className="mt-8 max-w-measure">
      <h2 id="lists" className="mb-2 text-brief">
        {say('rules.lists')}
      </h2>
      {mayChange && (
        <p className="text-quiet text-small">
          {isBegun ? (
            say('rules.begun')
          ) : (
            <>
              <a href="/admin/rules?begin=words#lists">{say('rules.begin')}</a> {say('rules.begin.text')}
            </>
          )}
        </p>
      )}
      {/* Parts, and not one encoded line: five thousand words of any letters are no larger than they are. */}
      <form method="post" action="/api/admin/rules" encType="multipart/form-data">
        <Lines
          name="words"
          label={say('rules.words')}
          hint={say('rules.words.hint', { most: mostEntries })}
          lines={list.words}
          mayChange={mayChange}
        />
        <Lines
          name="hosts"
          label={say('rules.hosts')}
          hint={say('rules.hosts.hint')}
          lines={list.deniedHosts}
          mayChange={mayChange}
        />
        <Lines
          name="allowed"
          label={say('rules.allowed')}
          hint={say('rules.allowed.hint')}
          lines={list.allowedHosts}
          mayChange={mayChange}
        />
        {mayChange ? (
          <Button type="submit">{say('rules.rehearse')}</Button>
        ) : (
          <p className="text-quiet">{say('rules.editorsOnly')}</p>
        )}
      </form>
    </section>
  )
}

type LinesProps = { name: string; label: string; hint: string; lines: string[]; mayChange: boolean }

function Lines({ name, label, hint, lines, mayChange }: LinesProps) {
  return (
    <div className="my-5">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <textarea
        id={name}
        name={name}
        rows={Math.min(16, Math.max(5, lines.length + 2))}
        defaultValue={lines.join('\n')}
        readOnly={!mayChange}
        spellCheck={false}
        autoCapitalize="off"
        dir="auto"
        aria-describedby={`${name}-hint`}
        className="w-full rounded-[3px] border border-edge bg-paper px-3 py-2 font-mono text-[1rem] text-ink leading-6"
      />
      <p id={`${name}-hint`} className="mt-1 text-quiet text-small">
        {hint}
      </p>
    </div>
  )
}
