import { reasonSentence } from '@/app/sanction-sentence'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { When } from '@/components/when'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import type { OwnSanction } from '@/lib/readers/queries-sanction'
import { say } from '@/messages/say'
import { SanctionTold } from './sanction-told'

/** What somebody is under: what it is, why, since and until when, and how to appeal. */
export function Sanctions({ sanctions }: { sanctions: OwnSanction[] }) {
  if (sanctions.length === 0) return null
  return (
    <section id="sanctions" aria-labelledby="sanctions-title" className="mt-8 scroll-my-14">
      <h2 id="sanctions-title" className="mb-2 text-second">
        {say('sanction.title')}
      </h2>
      {sanctions.map((sanction) => (
        <div key={sanction.id} className="mb-4 border-accent border-s-3 ps-4">
          <SanctionTold sanction={sanction} wasRead={sanction.kind === 'warn' && sanction.seenAt !== null} />
          {sanction.kind === 'warn' && !sanction.seenAt && <ReadIt id={sanction.id} />}
          <Appealed sanction={sanction} />
        </div>
      ))}
      <p className="text-quiet text-small">{say('sanction.appeal')}</p>
    </section>
  )
}

/** Warnings that were not read yet, before the next comment. They stop nothing. */
export async function UnreadWarnings({ sanctions }: { sanctions: OwnSanction[] }) {
  const reasons = await reasonSentences()
  return sanctions
    .filter(({ kind, seenAt }) => kind === 'warn' && !seenAt)
    .map((warning) => (
      <Notice key={warning.id} kind="wait" title={say('sanction.warn')}>
        <p dir="auto" className="[overflow-wrap:anywhere]">
          {reasonSentence(warning, reasons)}
        </p>
        <WhyStopped />
      </Notice>
    ))
}

/** The way to what the newsroom decided, and why. */
export function WhyStopped() {
  return (
    <p>
      <a href="/account#sanctions">{say('sanction.why')}</a>
    </p>
  )
}

/** What was said against it, and what came of that; or the way to say it. */
function Appealed({ sanction: { id, appeal, wasLifted } }: { sanction: OwnSanction }) {
  if (!appeal)
    return (
      <p className="mt-1">
        <a href={`/account/sanctions/${id}/appeal`}>{say('sanction.appeal.make')}</a>
      </p>
    )
  const { words, createdAt, judged } = appeal
  const came = !judged ? 'open' : wasLifted ? 'overturned' : 'upheld'
  return (
    <div className="mt-2 text-small">
      <p className="font-semibold">
        {say('sanction.appeal.made', { date: '' })}
        <When at={createdAt} />
      </p>
      <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
        {words}
      </p>
      <p className="mt-1">{say(`sanction.appeal.${came}`)}</p>
      {judged?.answer && (
        <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
          {say('sanction.appeal.answer', { answer: judged.answer })}
        </p>
      )}
    </div>
  )
}

function ReadIt({ id }: { id: number }) {
  return (
    <form method="post" action="/api/account/warnings" className="mt-2">
      <input type="hidden" name="sanction" value={id} />
      <Button type="submit" look="quiet">
        {say('sanction.read')}
      </Button>
    </form>
  )
}
