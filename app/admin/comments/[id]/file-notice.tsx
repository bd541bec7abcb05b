import { Notice } from '@/components/notice'
import type { CommentFile } from '@/lib/moderation/queries-file'
import { say } from '@/messages/say'
import { conflictSentence } from '../../queue/queue-notice'

type Props = {
  file: CommentFile
  query: Record<string, string | string[] | undefined>
  /** Its author has appealed: nothing of the decision is told. */
  isBlind: boolean
}

/** What became of what was just decided about a comment from its file, by the record alone. */
export function FileNotice({ file, query, isBlind }: Props) {
  const last = file.decisions.at(-1)
  if (query.done === 'redacted' && last?.rule === 'redacted')
    return (
      <Notice kind="done">
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <p>{say('redact.done', { name: file.author.name })}</p>
          <UndoForm file={file} label={say('desk.undo')} />
        </div>
      </Notice>
    )
  if (query.done === 'undone' && last?.rule === 'undone')
    return (
      <Notice kind="done">
        <p>{say('desk.done.undone', { name: file.author.name })}</p>
      </Notice>
    )
  if (!query.conflict) return null
  return (
    <Notice kind="problem" title={say('desk.conflict')}>
      <p>{conflictSentence(query.conflict, isBlind ? undefined : last)}</p>
    </Notice>
  )
}

/** Takes the last decision back, and comes back to the file. */
export function UndoForm({ file, label }: { file: { id: number; seen: number }; label: string }) {
  return (
    <form method="post" action={`/api/admin/comments/${file.id}/undo`}>
      <input type="hidden" name="seen" value={file.seen} />
      <input type="hidden" name="on" value="file" />
      <button type="submit" className="py-1 font-semibold underline underline-offset-[.18em]">
        {label}
      </button>
    </form>
  )
}
