import { whySentence } from '@/app/sanction-sentence'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import { say } from '@/messages/say'
import { saySpan } from '@/messages/span'
import type { SanctionKind } from '@/prisma/generated/enums'

export type Told = {
  kind: SanctionKind
  reason: string
  words: string | null
  minutes: number | null
  createdAt: Date
  until: Date | null
}

/** A sanction as it is told to the one who is under it, and to whoever judges their appeal: what, why, since and until when. */
export async function SanctionTold({ sanction, wasRead = false }: { sanction: Told; wasRead?: boolean }) {
  const reasons = await reasonSentences()
  const { kind, reason, words, createdAt, until } = sanction
  return (
    <>
      <p className="font-semibold">{titleOf(sanction)}</p>
      <p dir="auto" className="[overflow-wrap:anywhere]">
        {whySentence(reason, reasons)}
      </p>
      {words && (
        <p dir="auto" className="[overflow-wrap:anywhere]">
          {say('sanction.words', { words })}
        </p>
      )}
      <Meta>
        <span>
          {say('sanction.since', { date: '' })}
          <When at={createdAt} />
        </span>
        {kind !== 'warn' && <End until={until} />}
        {wasRead && say('sanction.wasRead')}
      </Meta>
    </>
  )
}

function titleOf({ kind, minutes }: Told): string {
  if (kind === 'slow') return say('sanction.slow', { span: saySpan(minutes ?? 0) })
  return say(`sanction.${kind}`)
}

function End({ until }: { until: Date | null }) {
  if (!until) return say('sanction.noEnd')
  return (
    <span>
      {say('sanction.until', { date: '' })}
      <When at={until} />
    </span>
  )
}
