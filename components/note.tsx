import { readNote } from '@/lib/articles/note'
import { InlineText } from './inline-text'

/** What readers are told about a version, with its few marks, paragraph by paragraph. */
export function Note({ note, className = '' }: { note: string; className?: string }) {
  return (
    <div className={`grid gap-1.5 ${className}`}>
      {readNote(note).map((content, index) => (
        <p key={index} dir="auto" className="[overflow-wrap:anywhere]">
          <InlineText content={content} />
        </p>
      ))}
    </div>
  )
}
