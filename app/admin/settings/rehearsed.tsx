import { Notice } from '@/components/notice'
import { daysRehearsed } from '@/lib/moderation/queries-rehearse'
import type { ModesRehearsed } from '@/lib/moderation/rehearse-modes'
import { say } from '@/messages/say'

/** What a proposal would have done to the comments of the last month. Nothing is saved yet. */
export function Rehearsed({ rehearsed }: { rehearsed: ModesRehearsed & { isPart: boolean } }) {
  const { lookedAt, isPart, closed, held, approved, heldAnyway, letGo, slowed, slowedNow } = rehearsed
  return (
    <Notice kind="wait" title={say('settings.rehearsed')}>
      <p>{say('rules.wouldHold', { count: held, of: lookedAt, days: daysRehearsed })}</p>
      {isPart && <p className="text-quiet text-small">{say('rules.isPart')}</p>}
      <ul className="mt-1">
        {held > 0 && <li>{say('rules.approvedAmong', { count: approved })}</li>}
        {held > 0 && <li>{say('rules.heldAnyway', { count: heldAnyway })}</li>}
        {letGo > 0 && <li>{say('rules.letGo', { count: letGo })}</li>}
        {closed > 0 && <li>{say('settings.wouldClose', { count: closed })}</li>}
        {slowed + slowedNow > 0 && <li>{say('settings.wouldSlow', { count: slowed, now: slowedNow })}</li>}
      </ul>
    </Notice>
  )
}

/** Asks for the rehearsal with what is typed in the form, which stays typed. */
export function RehearseButton({ of }: { of: string }) {
  return (
    <button
      type="submit"
      formMethod="get"
      formAction="/admin/settings"
      name="rehearse"
      value={of}
      className="min-h-11 px-2 font-semibold underline underline-offset-[.18em]"
    >
      {say('settings.rehearse')}
    </button>
  )
}
