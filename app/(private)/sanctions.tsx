import { reasonSentence, whySentence } from '@/app/sanction-sentence'
import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { Notice } from '@/components/notice'
import { When } from '@/components/when'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import type { OwnSanction } from '@/lib/readers/queries-sanction'
import { say } from '@/messages/say'

/** What somebody is under: what it is, why, since and until when, and how to appeal. */
export async function Sanctions({ sanctions }: { sanctions: OwnSanction[] }) {
  if (sanctions.length === 0) return null
  const reasons = await reasonSentences()
  return (
    <section id="sanctions" aria-labelledby="sanctions-title" className="mt-8 scroll-my-14">
      <h2 id="sanctions-title" className="mb-2 text-second">
        {say('sanction.title')}
      </h2>
      {sanctions.map((sanction) => (
        <div key={sanction.id} className="mb-4 border-accent border-s-3 ps-4">
          <p className="font-semibold">{titleOf(sanction)}</p>
          <p dir="auto" className="[overflow-wrap:anywhere]">
            {whySentence(sanction.reason, reasons)}
          </p>
          {sanction.words && (
            <p dir="auto" className="[overflow-wrap:anywhere]">
              {say('sanction.words', { words: sanction.words })}
            </p>
          )}
          <Meta>
            <span>
              {say('sanction.since', { date: '' })}
              <When at={sanction.createdAt} />
            </span>
            {sanction.kind !== 'warn' && <End until={sanction.until} />}
            {sanction.kind === 'warn' && sanction.seenAt && say('sanction.wasRead')}
          </Meta>
          {sanction.kind === 'warn' && !sanction.seenAt && <ReadIt id={sanction.id} />}
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

function titleOf({ kind, minutes }: OwnSanction): string {
  if (kind === 'slow') return say('sanction.slow', { minutes: minutes ?? 0 })
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
