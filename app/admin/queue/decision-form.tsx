'use client'

import { Button } from '@/components/button'
import type { Move } from '@/lib/moderation/moves'
import { usualReason } from '@/lib/moderation/reasons'

export type DecisionWords = { approve: string; reject: string; reason: string; note: string }
export type Rule = { code: string; reason: string }

type Props = {
  item: { id: number; revisionId: number; seen: number }
  /** Where in the queue to go on, as an address has it; without it at its beginning. */
  from?: string
  moves: readonly Move[]
  words: DecisionWords
  rules: readonly Rule[]
  /** What was typed with a decision that was not taken. */
  typed?: { reason: string; note: string } | null
}

/** Approve or reject this revision. The reason goes to the author with a rejection, and is ignored with an approval. */
export function DecisionForm({ item, from, moves, words, rules, typed }: Props) {
  const field = (name: string) => `${name}-${item.id}`
  return (
    <form
      method="post"
      action={`/api/admin/comments/${item.id}/decide`}
      className="flex flex-wrap items-end gap-3"
    >
      {/* Enter in the note presses a form's first button: it must not approve what a reason is being given against. */}
      <button type="submit" disabled hidden aria-hidden />
      <input type="hidden" name="revision" value={item.revisionId} />
      <input type="hidden" name="seen" value={item.seen} />
      {from !== undefined && <input type="hidden" name="from" value={from} />}
      {moves.includes('approve') && (
        <Button type="submit" name="move" value="approve" look="approve">
          {words.approve}
        </Button>
      )}
      {moves.includes('reject') && (
        <>
          <Button type="submit" name="move" value="reject" look="reject">
            {words.reject}
          </Button>
          <span className="min-w-0 grow basis-56">
            <label htmlFor={field('reason')} className="mb-0.5 block text-quiet text-small">
              {words.reason}
            </label>
            <select
              id={field('reason')}
              name="reason"
              defaultValue={typed?.reason ?? usualReason}
              className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-2"
            >
              {rules.map(({ code, reason }) => (
                <option key={code} value={code}>
                  {reason}
                </option>
              ))}
            </select>
          </span>
          <span className="min-w-0 grow basis-56">
            <label htmlFor={field('note')} className="mb-0.5 block text-quiet text-small">
              {words.note}
            </label>
            <input
              id={field('note')}
              name="note"
              maxLength={500}
              defaultValue={typed?.note}
              className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3"
            />
          </span>
        </>
      )}
      <p hidden data-problem="" role="alert" className="w-full border-accent border-s-3 bg-wash px-4 py-3" />
    </form>
  )
}
