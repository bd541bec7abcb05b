import type { Rehearsal } from '@/lib/moderation/queries-rehearse'
import { say } from '@/messages/say'

/** What lists would have done, in numbers first, then by entry, then by example. */
export function RehearsalTable({ rehearsal, days }: { rehearsal: Rehearsal; days: number }) {
  const { lookedAt, isPart, held, approved, heldAnyway, letGo, byEntry, shown } = rehearsal
  return (
    <>
      <p className="mt-3 font-semibold">{say('rules.wouldHold', { count: held, of: lookedAt, days })}</p>
      {isPart && <p className="text-quiet text-small">{say('rules.isPart')}</p>}
      <ul className="mt-1">
        {held > 0 && <li>{say('rules.approvedAmong', { count: approved })}</li>}
        {held > 0 && <li>{say('rules.heldAnyway', { count: heldAnyway })}</li>}
        {letGo > 0 && <li>{say('rules.letGo', { count: letGo })}</li>}
      </ul>
      {byEntry.length > 0 && (
        <table className="mt-3 w-full text-small">
          <thead>
            <tr className="border-rule border-b text-start">
              <th scope="col" className="py-1 text-start">
                {say('rules.entry')}
              </th>
              <th scope="col" className="py-1 text-end">
                {say('rules.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {byEntry.map(({ entry, count }) => (
              <tr key={entry} className="border-rule border-b">
                <td className="py-1 font-mono">
                  <bdi>{entry}</bdi>
                </td>
                <td className="py-1 text-end tabular-nums">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer py-1 font-semibold">{say('rules.examples')}</summary>
          <ul className="mt-1 grid gap-2">
            {shown.map(({ id, entry, text, approved: wasApproved }) => (
              <li key={id} className="border-rule border-s-2 ps-3">
                <a href={`/admin/comments/${id}`} dir="auto">
                  {text}
                </a>{' '}
                <span className="text-quiet text-small">
                  <bdi className="font-mono">{entry}</bdi>
                  {wasApproved && ` · ${say('rules.wasApproved')}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
