import { When } from '@/components/when'
import type { Receipt } from '@/lib/comments/queries-own'
import { refusalIn } from '@/lib/moderation/appeal'
import type { OwnAppeal } from '@/lib/moderation/queries-own-appeals'
import { site } from '@/lib/site'
import { dayAndTime } from '@/lib/site-time'
import { say } from '@/messages/say'

type Props = { receipt: Receipt; appeals: OwnAppeal[]; now: Date }

/** The way to appeal while there is one, and what became of appeals. */
export function Appeals({ receipt, appeals, now }: Props) {
  const refusal = refusalIn(receipt.decisions)
  const isNew = refusal !== null && !appeals.some(({ decisionId }) => decisionId === refusal.decision.id)
  if (!isNew && appeals.length === 0) return null
  return (
    <section id="appeal" aria-labelledby="appeal-title" className="mt-8 scroll-mt-6">
      <h2 id="appeal-title" className="mb-2 font-[650] font-sans text-base tracking-normal">
        {say('receipt.appeal')}
      </h2>
      {appeals.map((appeal) => (
        <Made key={appeal.createdAt.getTime()} appeal={appeal} />
      ))}
      {isNew && now > refusal.until && <p className="text-quiet">{say('receipt.appeal.over')}</p>}
      {isNew && now <= refusal.until && (
        <p>
          <a href={`/comments/${receipt.id}/appeal`} className="me-3 font-semibold">
            {say('receipt.appeal.make')}
          </a>
          <span className="text-quiet text-small">
            {say('receipt.appeal.may', { time: dayAndTime(refusal.until, site()) })}
          </span>
        </p>
      )}
    </section>
  )
}

function Made({ appeal: { words, createdAt, settled } }: { appeal: OwnAppeal }) {
  return (
    <div className="mb-4">
      <p className="text-quiet text-small">
        {say('receipt.appeal.made')} <When at={createdAt} />
      </p>
      <Words text={words} />
      {settled ? (
        <p className="font-semibold">
          {say(`receipt.appeal.${settled.outcome}`)}{' '}
          <span className="font-normal text-quiet text-small">
            <When at={settled.at} />
          </span>
        </p>
      ) : (
        <p>{say('receipt.appeal.open')}</p>
      )}
      {settled?.answer && (
        <>
          <p className="mt-2 text-quiet text-small">{say('receipt.appeal.answer')}</p>
          <Words text={settled.answer} />
        </>
      )}
    </div>
  )
}

function Words({ text }: { text: string }) {
  return (
    <blockquote
      dir="auto"
      className="my-1.5 whitespace-pre-line border-rule border-s-2 ps-3 font-serif text-comment [overflow-wrap:anywhere]"
    >
      {text}
    </blockquote>
  )
}
