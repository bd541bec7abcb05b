import { Button } from '@/components/button'
import { When } from '@/components/when'
import { longestNote } from '@/lib/moderation/commands-note'
import type { ReaderFile } from '@/lib/moderation/queries-reader-file'
import { say } from '@/messages/say'

type Typed = Record<string, string> | null
type Props = {
  file: ReaderFile
  mayNote: boolean
  mayMessage: boolean
  /** What was typed and not taken. */
  typed: { note: Typed; message: Typed }
}

/** What the desk keeps in mind about a reader, and what it writes to them. */
export function Notes({ file, mayNote, mayMessage, typed }: Props) {
  const at = `/api/admin/readers/${file.id}`
  return (
    <section aria-labelledby="notes" className="mt-9 max-w-measure">
      <h2 id="notes" className="mb-2 text-brief">
        {say('readers.notes')}
      </h2>
      {file.notes.length === 0 && <p className="text-quiet">{say('readers.noNotes')}</p>}
      <ul className="divide-y divide-rule">
        {file.notes.map(({ id, text, createdAt, by }) => (
          <li key={id} className="py-2">
            <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
              {text}
            </p>
            <p className="text-quiet text-small">
              <bdi>{say('readers.by', { by })}</bdi>, <When at={createdAt} />
            </p>
          </li>
        ))}
      </ul>
      {mayNote && (
        <Writing
          action={`${at}/note`}
          name="note"
          typed={typed.note}
          open={say('readers.note.open')}
          label={say('readers.note')}
          hint={say('readers.note.hint')}
          send={say('readers.note.submit')}
        />
      )}
      {mayMessage && (
        <Writing
          action={`${at}/message`}
          name="message"
          typed={typed.message}
          open={say('readers.message.open')}
          label={say('readers.message')}
          hint={say('readers.message.hint')}
          send={say('readers.message.submit')}
        />
      )}
    </section>
  )
}

type WritingProps = {
  action: string
  name: string
  typed: Typed
  open: string
  label: string
  hint: string
  send: string
}

function Writing({ action, name, typed, open, label, hint, send }: WritingProps) {
  return (
    <details open={typed !== null} className="mt-2">
      <summary className="py-1 font-semibold">{open}</summary>
      <form method="post" action={action} className="mt-2">
        <label htmlFor={name} className="mb-1 block font-semibold">
          {label}
        </label>
        <textarea
          id={name}
          name="text"
          rows={3}
          required
          maxLength={longestNote}
          defaultValue={typed?.text}
          dir="auto"
          aria-describedby={`${name}-hint`}
          className="w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink"
        />
        <p id={`${name}-hint`} className="mb-3 text-quiet text-small">
          {hint}
        </p>
        <Button type="submit" look="quiet">
          {send}
        </Button>
      </form>
    </details>
  )
}
