import { longestNote } from '@/lib/newsroom/correction-text'
import { say } from '@/messages/say'
import { NoteField } from './note-field'
import { noteWords } from './note-words'

/** The box of what readers are told of a version, with its label and what to know about it. */
export function LabelledNote({
  label,
  hint,
  initial,
  rows,
}: {
  label: string
  hint: string
  initial: string
  rows: number
}) {
  return (
    <>
      <label htmlFor="note" className="mb-1 block font-semibold">
        {label}
      </label>
      <NoteField
        initial={initial}
        rows={rows}
        maxLength={longestNote}
        describedBy="note-hint"
        words={noteWords()}
      />
      <p id="note-hint" className="mt-1 text-quiet text-small">
        {hint} {say('note.marks')}
      </p>
    </>
  )
}
