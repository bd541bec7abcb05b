import { Notice } from '@/components/notice'
import { findBatch } from '@/lib/moderation/queries-batch'
import { findCommentFile } from '@/lib/moderation/queries-file'
import { type QueuePlace, writePlace } from '@/lib/moderation/queue-place'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { clockOrDay } from '@/lib/site-time'
import { say } from '@/messages/say'
import { deniedSentence } from '../denied-sentence'
import { typedDecision } from './typed-decision'

const done = ['approved', 'rejected', 'edit-rejected', 'undone'] as const

type Props = {
  moderator: Moderator
  query: Record<string, string | string[] | undefined>
  place: QueuePlace
}

/**
 * What became of the last decision: done, or taken by somebody faster. The address names only the comment and what
 * happened; every word shown is read from the record.
 */
export async function QueueNotice({ moderator, query, place }: Props) {
  if (query.batch) return <BatchNotice moderator={moderator} query={query} place={place} />
  const id = typeof query.comment === 'string' ? publicId(query.comment) : null
  const file = id === null ? null : await findCommentFile(moderator, id, new Date())
  const rule = done.find((each) => each === query.done)
  if (rule && file)
    return (
      <Notice kind="done">
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <p>{say(`desk.done.${rule}`, { name: file.author.name })}</p>
          {rule !== 'undone' && file.decisions.at(-1)?.rule === rule && (
            <UndoForm action={`/api/admin/comments/${file.id}/undo`} seen={file.seen} place={place} />
          )}
        </div>
      </Notice>
    )
  if (!query.conflict) return null
  const typed = await typedDecision()
  return (
    <Notice kind="problem" title={say('desk.conflict')}>
      <p>{conflictSentence(query.conflict, file?.decisions.at(-1))}</p>
      {typed !== null && typed.commentId === id && (
        <p className="mt-1">
          {say('desk.conflict.note')} <q dir="auto">{typed.note}</q>
        </p>
      )}
    </Notice>
  )
}

type Last = { rule: string; by: string | null; createdAt: Date }

/** Why a decision, or taking one back, changed nothing. */
export function conflictSentence(conflict: string | string[], last: Last | undefined): string {
  if (conflict === 'decided-meanwhile' && last?.by)
    return say('desk.conflict.decided', {
      by: last.by,
      what: last.rule,
      time: clockOrDay(last.createdAt, new Date(), site()),
    })
  if (conflict === 'edited-meanwhile') return say('desk.conflict.edited')
  const denied = deniedSentence(conflict)
  if (denied) return denied
  if (conflict === 'no-reason') return say('desk.conflict.noReason')
  if (conflict === 'no-comment') return say('desk.conflict.gone')
  if (conflict === 'none-ticked') return say('bulk.none')
  return say('desk.conflict.nothing')
}

/** What was decided together, how much of it was left alone, and the way back. */
async function BatchNotice({ moderator, query, place }: Props) {
  const id = typeof query.batch === 'string' ? publicId(query.batch) : null
  const batch = id === null ? null : await findBatch(moderator, id)
  if (!batch) return null
  const left = typeof query.left === 'string' ? Number(publicId(query.left) ?? 0) : 0
  return (
    <Notice kind="done">
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <p>
          {say(`bulk.done.${batch.what}`, { count: batch.count })}{' '}
          {left > 0 && say('bulk.left', { count: left })}
        </p>
        {batch.canUndo && <UndoForm action={`/api/admin/batches/${batch.id}/undo`} place={place} />}
      </div>
    </Notice>
  )
}

type UndoProps = { action: string; seen?: number; place: QueuePlace }

function UndoForm({ action, seen, place }: UndoProps) {
  return (
    <form method="post" action={action}>
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      <input type="hidden" name="from" value={writePlace(place)} />
      <button type="submit" className="py-1 font-semibold underline underline-offset-[.18em]">
        {say('desk.undo')}
      </button>
    </form>
  )
}
