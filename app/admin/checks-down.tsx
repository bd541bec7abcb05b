import { When } from '@/components/when'
import type { Down } from '@/lib/moderation/queries-checks'
import { say } from '@/messages/say'
import { checkName } from './rules/check-name'

/** The checks that failed within the last ten minutes, and what becomes of comments meanwhile; nothing while all work. */
export function ChecksDown({ down }: { down: readonly Down[] }) {
  if (down.length === 0) return null
  return (
    <aside aria-label={say('desk.checksDown')} className="my-5 border-hold border-s-3 bg-wash px-4 py-3">
      {down.map(({ check, since, count, onFailure }) => (
        <p key={check}>
          {say('desk.checkDown', { check: checkName(check), count, date: '' })}
          <When at={since} />. {say(`desk.checkDown.${onFailure}`)}
        </p>
      ))}
    </aside>
  )
}
