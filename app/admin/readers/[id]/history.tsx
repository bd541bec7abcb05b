import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import type { ReaderFile } from '@/lib/moderation/queries-reader-file'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import { say } from '@/messages/say'
import { ReasonSelect } from '../../reason-select'

/** What they wrote last, with its state. */
export function LastComments({ file, mayReject }: { file: ReaderFile; mayReject: boolean }) {
  const { id: readerId, comments } = file
  return (
    <section aria-labelledby="comments" className="mt-9">
      <h2 id="comments" className="mb-2 text-brief">
        {say('readers.comments')}
      </h2>
      {comments.length === 0 && <p className="text-quiet">{say('readers.noComments')}</p>}
      <ul className="divide-y divide-rule">
        {comments.map(({ id, state, createdAt, excerpt, headline }) => (
          <li key={id} className="grid gap-1 py-2">
            <Meta>
              {say(`desk.state.${state}`)}
              <When at={createdAt} />
              {say('desk.onArticle', { headline })}
              <a href={`/admin/comments/${id}`}>{say('desk.open')}</a>
            </Meta>
            <p dir="auto" className="line-clamp-2 font-serif [overflow-wrap:anywhere]">
              {excerpt}
            </p>
          </li>
        ))}
      </ul>
      {mayReject && comments.some(({ state }) => state === 'held' || state === 'published') && (
        <RejectAll readerId={readerId} />
      )}
    </section>
  )
}

/** Takes everything of theirs from its readers, as one action that can be put back. */
function RejectAll({ readerId }: { readerId: number }) {
  return (
    <details className="mt-3">
      <summary className="py-1 font-semibold">{say('readers.rejectAll')}</summary>
      <form
        method="post"
        action={`/api/admin/readers/${readerId}/reject-all`}
        className="mt-2 flex flex-wrap items-end gap-3"
      >
        <span className="min-w-0 grow basis-56">
          <label htmlFor="all-reason" className="mb-0.5 block text-quiet text-small">
            {say('readers.sanction.reason')}
          </label>
          <ReasonSelect id="all-reason" usual="spam" />
        </span>
        <Button type="submit" look="reject">
          {say('readers.rejectAll.submit')}
        </Button>
        <p className="w-full text-quiet text-small">{say('readers.rejectAll.hint')}</p>
      </form>
    </details>
  )
}

const told = [
  'warned',
  'review-required',
  'slowed',
  'suspended',
  'banned',
  'lifted',
  'sanction-appeal-upheld',
  'sanction-appeal-overturned',
  'noted',
  'messaged',
  'role-changed',
  'signed-out-everywhere',
  'trusted',
  'trust-ended',
  'expert-named',
  'expert-ended',
  'batch-decided',
  'batch-undone',
] as const

/** What people of the newsroom did about them, the last first. */
export async function Actions({ file: { id: readerId, actions } }: { file: ReaderFile }) {
  const reasons = await reasonSentences()
  return (
    <section aria-labelledby="actions" className="mt-9">
      <h2 id="actions" className="mb-2 text-brief">
        {say('readers.actions')}
      </h2>
      {actions.length === 0 && <p className="text-quiet">{say('readers.noActions')}</p>}
      <ol className="divide-y divide-rule text-small">
        {actions.map(({ id, kind, reason, note, createdAt, by, canPutBack }) => (
          <li key={id} className="flex flex-wrap gap-x-4 py-2">
            <span className="font-semibold">{actionSentence(kind)}</span>
            <bdi>{by === null ? say('readers.underAppeal') : say('readers.by', { by })}</bdi>
            {reason && <span>{reasons.get(reason) ?? reason}</span>}
            {note && (
              <span dir="auto" className="[overflow-wrap:anywhere]">
                {note}
              </span>
            )}
            {canPutBack && (
              <form method="post" action={`/api/admin/readers/${readerId}/put-back`}>
                <input type="hidden" name="action" value={id} />
                <button type="submit" className="font-semibold underline underline-offset-[.18em]">
                  {say('readers.putBack')}
                </button>
              </form>
            )}
            <span className="ms-auto text-quiet">
              <When at={createdAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function actionSentence(kind: string): string {
  const known = told.find((each) => each === kind)
  return known ? say(`readers.action.${known}`) : say('readers.action.other', { kind })
}
