import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { keptForm } from '@/app/(private)/kept-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { RenderedText } from '@/components/rendered-text'
import { findHandles } from '@/lib/comments/queries-handles'
import { render } from '@/lib/comments/render'
import { findRedactable, type Redactable } from '@/lib/moderation/queries-redaction'
import { withoutPassage } from '@/lib/moderation/redaction'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { deniedSentence } from '../../../denied-sentence'
import { DeskPage } from '../../../desk-page'
import { requireModerator } from '../../../guard'
import { ReasonSelect } from '../../../reason-select'

type Asked = string | string[] | undefined
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, Asked>> }

export function generateMetadata(): Metadata {
  return { title: `${say('redact.title')} · ${site().name}` }
}

/** Takes a passage out of a comment: its exact words first, then a look at what is left, then the decision. */
export default async function RedactPage({ params, searchParams }: Props) {
  const { id: asked } = await params
  const moderator = await requireModerator(`/admin/comments/${asked}/redact`)
  const id = publicId(asked)
  const comment = id === null ? null : await findRedactable(moderator, id)
  if (!comment) notFound()
  const query = await searchParams
  const passage = passageAsked(comment, query)
  const typed = query.problem || passage !== null ? await keptForm('redaction', comment.id) : null
  const left = passage === null ? null : withoutPassage(comment.source, passage, say('redact.mark'))
  return (
    <DeskPage title={say('redact.title')} moderator={moderator}>
      <div className="max-w-measure">
        {typeof query.problem === 'string' && (
          <Notice kind="problem" title={say('desk.conflict')}>
            <p>{problemSentence(query.problem)}</p>
          </Notice>
        )}
        <p className="mt-3">
          <a href={`/admin/comments/${comment.id}`}>{say('desk.file', { id: String(comment.id) })}</a>
        </p>
        <blockquote
          dir="auto"
          className="my-4 whitespace-pre-wrap border-rule border-y py-3 font-serif text-comment [overflow-wrap:anywhere]"
        >
          {comment.source}
        </blockquote>
        <PassageForm comment={comment} passage={passage ?? typed?.passage ?? ''} />
        {left && passage !== null && (
          <section aria-labelledby="left" className="mt-8">
            <h2 id="left" className="mb-2 text-brief">
              {say('redact.preview', { times: left.times })}
            </h2>
            <div className="border-hold border-s-3 ps-4">
              <RenderedText text={render(left.text, await findHandles(left.text))} />
            </div>
            <ConfirmForm comment={comment} passage={passage} typed={typed} />
          </section>
        )}
      </div>
    </DeskPage>
  )
}

function PassageForm({ comment, passage }: { comment: Redactable; passage: string }) {
  return (
    <form method="post" action={`/api/admin/comments/${comment.id}/redact`}>
      <Read comment={comment} />
      <label htmlFor="passage" className="mb-1 block font-semibold">
        {say('redact.passage')}
      </label>
      <textarea
        id="passage"
        name="passage"
        rows={2}
        required
        dir="auto"
        defaultValue={passage}
        spellCheck={false}
        aria-describedby="passage-hint"
        className="w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink"
      />
      <p id="passage-hint" className="mb-3 text-quiet text-small">
        {say('redact.passage.hint')}
      </p>
      <Button type="submit" name="preview" value="1" look="quiet">
        {say('redact.look')}
      </Button>
    </form>
  )
}

type ConfirmProps = { comment: Redactable; passage: string; typed: Record<string, string> | null }

function ConfirmForm({ comment, passage, typed }: ConfirmProps) {
  return (
    <form method="post" action={`/api/admin/comments/${comment.id}/redact`} className="mt-5">
      <Read comment={comment} />
      <textarea name="passage" defaultValue={passage} hidden readOnly />
      <label htmlFor="reason" className="mb-1 block font-semibold">
        {say('readers.sanction.reason')}
      </label>
      <ReasonSelect id="reason" usual={typed?.reason ?? 'private-details'} />
      <label htmlFor="note" className="mt-4 mb-1 block font-semibold">
        {say('desk.noteHint')}
      </label>
      <input
        id="note"
        name="note"
        maxLength={500}
        dir="auto"
        defaultValue={typed?.note}
        className="mb-4 min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3"
      />
      <Button type="submit" look="reject">
        {say('redact.submit')}
      </Button>
    </form>
  )
}

/** The wording and the decision that were read: of others nothing is taken out. */
function Read({ comment }: { comment: Redactable }) {
  return (
    <>
      <input type="hidden" name="revision" value={comment.revisionId} />
      <input type="hidden" name="seen" value={comment.seen} />
    </>
  )
}

/** The passage that was looked for, by its place in the wording that it was found in. */
function passageAsked(comment: Redactable, query: Record<string, Asked>): string | null {
  const [revision, to] = [numberIn(query.revision), numberIn(query.to)]
  const from = numberIn(query.from)
  if (revision !== comment.revisionId || from === null || to === null || from >= to) return null
  return comment.source.slice(from, to) || null
}

function numberIn(text: Asked): number | null {
  return typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : null
}

function problemSentence(problem: string): string {
  if (problem === 'signed-out') return say('desk.signedOut')
  if (problem === 'no-passage') return say('redact.noPassage')
  if (problem === 'edit-waits') return say('redact.editWaits')
  if (problem === 'too-long') return say('redact.tooLong')
  if (problem === 'edited-meanwhile') return say('redact.edited')
  if (problem === 'decided-meanwhile') return say('redact.decided')
  return deniedSentence(problem) ?? say('desk.conflict.nothing')
}
