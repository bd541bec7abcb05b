import type { PublicTalk } from '@/lib/articles/queries-talk-mode'
import { site } from '@/lib/site'
import { day } from '@/lib/site-time'
import { say } from '@/messages/say'

/** When what is written here is read: before it appears, or after. */
export function ModeLine({ talk: { mode } }: { talk: PublicTalk }) {
  return mode === 'closed' ? null : say(`talk.mode.${mode}`)
}

/** How long everybody waits between two comments here. */
export function SlowLine({ seconds }: { seconds: number }) {
  const [unit, count] =
    seconds % 60 === 0 ? (['minutes', seconds / 60] as const) : (['seconds', seconds] as const)
  return <span className="font-[650] text-hold">{say(`talk.slow.${unit}`, { count })}</span>
}

export function closedSentence({ closedByAgeAt }: PublicTalk): string {
  return closedByAgeAt ? say('talk.closedByAge', { date: day(closedByAgeAt, site()) }) : say('talk.closed')
}
