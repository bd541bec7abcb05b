import { When } from '@/components/when'
import type { CommentFile } from '@/lib/moderation/queries-file'
import { say } from '@/messages/say'

/** What readers reported, the last first, and what the desk made of it. */
export function Reports({
  reports,
  reasons,
}: {
  reports: CommentFile['reports']
  reasons: Map<string, string>
}) {
  if (reports.length === 0) return null
  return (
    <section className="mt-9">
      <h2 className="mb-2 text-brief">{say('desk.reports')}</h2>
      <ol className="divide-y divide-rule text-small">
        {reports.map(({ reason, note, upheld, by, createdAt }) => (
          <li key={by} className="flex flex-wrap gap-x-4 py-2">
            <span className="font-semibold">{reasons.get(reason) ?? reason}</span>
            <span dir="auto">{say('desk.byPerson', { name: by })}</span>
            {note && (
              <span dir="auto" className="[overflow-wrap:anywhere]">
                {note}
              </span>
            )}
            <span className="text-quiet">{upheldSentence(upheld)}</span>
            <span className="ms-auto text-quiet">
              <When at={createdAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function upheldSentence(upheld: boolean | null): string {
  if (upheld === null) return say('desk.reportOpen')
  return upheld ? say('desk.reportUpheld') : say('desk.reportDismissed')
}
