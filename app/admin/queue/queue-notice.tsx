import { Notice } from '@/components/notice'
import { findCommentFile } from '@/lib/moderation/queries'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { clock } from '@/lib/site-time'
import { say } from '@/messages/say'

const done = ['approved', 'rejected', 'edit-rejected', 'undone'] as const

type Props = { moderator: Moderator; query: Record<string, string | string[] | undefined> }

/**
 * What became of the last decision: done, or taken by somebody faster. The address names only the comment and what
 * happened; every word shown is read from the record.
 */
export async function QueueNotice({ moderator, query }: Props) {
  const id = typeof query.comment === 'string' ? publicId(query.comment) : null
  const file = id === null ? null : await findCommentFile(moderator, id, new Date())
  const rule = done.find((each) => each === query.done)
  if (rule && file)
    return (
      <Notice kind="done">
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <p>{say(`desk.done.${rule}`, { name: file.author.name })}</p>
          {rule !== 'undone' && file.decisions.at(-1)?.rule === rule && (
            <UndoForm item={file} after={typeof query.after === 'string' ? query.after : null} />
          )}
        </div>
      </Notice>
    )
  if (!query.conflict) return null
  return (
    <Notice kind="problem" title={say('desk.conflict')}>
      <p>{conflictSentence(query.conflict, file?.decisions.at(-1))}</p>
    </Notice>
  )
}

type Last = { rule: string; by: string | null; createdAt: Date }

function conflictSentence(conflict: string | string[], last: Last | undefined): string {
  if (conflict === 'decided-meanwhile' && last?.by)
    return say('desk.conflict.decided', { by: last.by, what: last.rule, time: clock(last.createdAt, site()) })
  if (conflict === 'edited-meanwhile') return say('desk.conflict.edited')
  if (conflict === 'no-comment') return say('desk.conflict.gone')
  return say('desk.conflict.nothing')
}

function UndoForm({ item, after }: { item: { id: number; seen: number }; after: string | null }) {
  return (
    <form method="post" action={`/api/admin/comments/${item.id}/undo`}>
      <input type="hidden" name="seen" value={item.seen} />
      {after !== null && <input type="hidden" name="after" value={after} />}
      <button type="submit" className="py-1 font-semibold underline underline-offset-[.18em]">
        {say('desk.undo')}
      </button>
    </form>
  )
}
