import type { OwnSanction } from '@/lib/readers/queries-sanction'
import { slowestOf, stopsWriting } from '@/lib/readers/sanction'
import { site } from '@/lib/site'
import { clockOrDay, dayAndTime } from '@/lib/site-time'
import { say } from '@/messages/say'
import { saySpan } from '@/messages/span'

/** What each rule of the library says, by its code. */
type Reasons = ReadonlyMap<string, string>

/** Why somebody is under a sanction, with what their moderator added: one of the reasons, or what the command line was given. */
export function reasonSentence(
  { reason, words }: Pick<OwnSanction, 'reason' | 'words'>,
  reasons: Reasons,
): string {
  const why = whySentence(reason, reasons)
  return words ? `${why} ${say('sanction.words', { words })}` : why
}

export function whySentence(reason: string, reasons: Reasons): string {
  return say('sanction.reason', { reason: reasons.get(reason) ?? reason })
}

/**
 * What stops somebody from posting, until when and why; null where nothing does any more. `retryAt` is when somebody
 * slowed may post again.
 */
export function stoppedSentence(
  sanctions: OwnSanction[],
  error: 'banned' | 'slowed',
  retryAt: Date | null,
  reasons: Reasons,
): string | null {
  const slow = slowestOf(sanctions)
  const stopping = sanctions.find(({ id, kind }) =>
    error === 'banned' ? stopsWriting.includes(kind) : id === slow?.id,
  )
  if (!stopping) return null
  return `${whatStops(stopping, retryAt)} ${reasonSentence(stopping, reasons)}`
}

function whatStops({ kind, minutes, until }: OwnSanction, retryAt: Date | null): string {
  if (kind === 'slow')
    return say('sanction.refused.slow', {
      span: saySpan(minutes ?? 0),
      time: clockOrDay(retryAt ?? new Date(), new Date(), site()),
    })
  return until
    ? say('sanction.refused.banUntil', { date: dayAndTime(until, site()) })
    : say('sanction.refused.ban')
}
