import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Meta } from '@/components/meta'
import { ProsePage } from '@/components/prose-page'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import { wordsOf } from '@/components/words-of'
import { articlePath } from '@/lib/articles/slug'
import { currentViewer } from '@/lib/auth'
import { editableUntil } from '@/lib/comments/edit-window'
import { findReceipt, type Receipt } from '@/lib/comments/queries-own'
import { standingDecision } from '@/lib/moderation/appeal'
import { listOwnAppeals } from '@/lib/moderation/queries-own-appeals'
import { wordingAt } from '@/lib/moderation/queries-rules'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { clock } from '@/lib/site-time'
import { say } from '@/messages/say'
import { Appeals } from './appeals'
import { ruleSentence } from './rule-sentence'

type Props = { params: Promise<{ id: string }> }

const looks = {
  held: 'border-hold text-hold',
  published: 'border-ok text-ok',
  rejected: 'border-accent text-accent',
  deleted: 'border-edge text-quiet',
}

export function generateMetadata(): Metadata {
  return { title: `${say('receipt.title')} · ${site().name}` }
}

/** What became of a comment, for its author alone: to everyone else there is nothing here. */
export default async function ReceiptPage({ params }: Props) {
  const id = publicId((await params).id)
  const viewer = await currentViewer()
  if (!viewer && id !== null) redirect(`/sign-in?next=/comments/${id}/receipt`)
  const receipt = viewer && id !== null ? await findReceipt(viewer, id) : null
  if (!viewer || !receipt) notFound()
  const appeals = await listOwnAppeals(viewer, receipt.id)
  const { id: articleId, shown } = receipt.article
  return (
    <ProsePage title={say('receipt.title')}>
      <Standing receipt={receipt} />
      <Appeals receipt={receipt} appeals={appeals} now={new Date()} />
      <h2 className="mt-8 mb-1 font-[650] font-sans text-base tracking-normal">{say('receipt.yourText')}</h2>
      <RenderedText text={receipt.text} />
      <Meta>
        {shown ? (
          <a href={articlePath({ id: articleId, ...shown })} {...wordsOf(shown)}>
            {shown.headline}
          </a>
        ) : (
          say('receipt.onHidden')
        )}
        <When at={receipt.createdAt} />
      </Meta>
      {shown && (
        <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 font-semibold">
          {receipt.isPublic && <a href={`/comments/${receipt.id}`}>{say('receipt.show')}</a>}
          <a href={articlePath({ id: articleId, ...shown })}>{say('receipt.toArticle')}</a>
        </p>
      )}
      {receipt.isAnonymous && <p className="mt-4 text-quiet text-small">{say('receipt.anonymous')}</p>}
      <Verbs receipt={receipt} now={new Date()} />
      <Wordings receipt={receipt} />
      <History receipt={receipt} />
    </ProsePage>
  )
}

function Standing({ receipt }: { receipt: Receipt }) {
  const { state, isPublic } = receipt
  // A refusal that was appealed against is still told as it was.
  const decision = standingDecision(receipt.decisions)
  const last = decision?.rule === 'appeal-overturned' ? null : decision
  const text = state === 'held' && isPublic ? say('receipt.heldEdit') : say(`receipt.${state}Text`)
  return (
    <div className={`border-s-3 ps-4 ${looks[state]}`}>
      <p className="font-[560] font-serif text-second">{say(`receipt.${state}`)}</p>
      <p className="text-ink">{text}</p>
      {last?.reason && <Reason code={last.reason} at={last.createdAt} />}
      {last?.note && <p className="mt-1 text-ink">{say('receipt.note', { note: last.note })}</p>}
    </div>
  )
}

/** The rule it was refused by, as it was then; the way to it while it is in force. */
async function Reason({ code, at }: { code: string; at: Date }) {
  const rule = await wordingAt(code, at)
  if (!rule) return null
  return (
    <p className="mt-1 text-ink">
      {say('receipt.reason', { reason: rule.reason })}{' '}
      <span className="text-quiet">
        {say('receipt.rule')} {rule.isLive ? <a href={`/rules#${code}`}>{rule.title}</a> : rule.title}
      </span>
    </p>
  )
}

/** What its author may still do with it. */
function Verbs({ receipt, now }: { receipt: Receipt; now: Date }) {
  const until = editableUntil(receipt.createdAt)
  const editable =
    (receipt.state === 'held' || receipt.state === 'published') && receipt.article.isOpen && now <= until
  if (receipt.state === 'deleted') return null
  return (
    <p className="mt-4 flex flex-wrap items-baseline gap-x-5 text-quiet text-small">
      <a href={`/comments/${receipt.id}/delete`} className="font-semibold text-ink">
        {say('receipt.delete')}
      </a>
      {editable && (
        <span>
          <a href={`/comments/${receipt.id}/edit`} className="me-3 font-semibold text-ink">
            {say('receipt.edit')}
          </a>
          {say('receipt.editUntil', { time: clock(until, site()) })}
        </span>
      )}
    </p>
  )
}

/** What it said before, where it was edited. */
function Wordings({ receipt: { wordings } }: { receipt: Receipt }) {
  if (wordings.length < 2) return null
  return (
    <section aria-label={say('receipt.wordings')} className="mt-10">
      <h2 className="mb-2 font-[650] font-sans text-base tracking-normal">{say('receipt.wordings')}</h2>
      {wordings.map(({ number, text, createdAt, isPublic }) => (
        <div key={number} className="border-rule border-t py-3">
          <Meta>
            {say('receipt.wording', { number })}
            <When at={createdAt} />
            {isPublic && <strong>{say('receipt.wordingPublic')}</strong>}
          </Meta>
          <RenderedText text={text} />
        </div>
      ))}
    </section>
  )
}

function History({ receipt }: { receipt: Receipt }) {
  return (
    <section className="mt-10">
      <h2 className="mb-2 font-[650] font-sans text-base tracking-normal">{say('receipt.history')}</h2>
      <ol className="divide-y divide-rule border-rule border-t text-small">
        {receipt.decisions.map((decision, index) => (
          <li key={index} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span>{ruleSentence(decision.rule)}</span>
            <span className="text-quiet">
              <When at={decision.createdAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
