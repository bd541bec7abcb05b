import { Meta } from '@/components/meta'
import type { Finding } from '@/lib/moderation/checks/check'
import { holdingReasons } from '@/lib/moderation/checks/holding'
import { matchedIn } from '@/lib/moderation/matched'
import type { QueueItem } from '@/lib/moderation/queries'
import { riskyFrom } from '@/lib/moderation/queue-filter'
import { say } from '@/messages/say'

type Props = {
  item: Pick<QueueItem, 'findings' | 'source' | 'normalised' | 'desk' | 'reported'>
  rules: readonly { code: string; reason: string }[]
}

/** Why a comment is here: what each check found and where, what was reported, how urgent that makes it. */
export function Why({ item, rules }: Props) {
  const { findings, source, normalised, desk, reported } = item
  const version = findings.find((finding) => finding.version !== undefined)?.version
  const holding = findings.filter(({ verdict }) => verdict === 'hold')
  const like = holding.find(({ detail }) => typeof detail.comment === 'number')?.detail.comment ?? null
  const reasons = [
    ...(reported.length > 0 ? [say('desk.why.reports', { count: reported.length })] : []),
    ...holding.map(sentence),
  ]
  return (
    <div className="text-small">
      <p>
        <strong>{say('desk.why')}:</strong> {reasons.length > 0 ? reasons.join(' · ') : say('desk.why.edit')}
        {like !== null && (
          <>
            {' '}
            <a href={`/admin/comments/${like}`}>{say('desk.compare', { comment: like })}</a>
          </>
        )}
      </p>
      {reported.length > 0 && (
        <ul className="my-1">
          {reported.map(({ reason, note }, index) => (
            <li key={index} className="[overflow-wrap:anywhere]">
              {rules.find(({ code }) => code === reason)?.reason ?? reason}
              {note && (
                <q dir="auto" className="ms-2 font-serif text-quiet">
                  {note}
                </q>
              )}
            </li>
          ))}
        </ul>
      )}
      {holding.map(({ check, detail }) => (
        <Passage key={check} source={source} entry={detail.entry} />
      ))}
      {desk && (
        <Meta>
          <span className={desk.risk >= riskyFrom ? 'font-[650] text-accent' : undefined}>
            {say('desk.risk', { percent: Math.round(desk.risk * 100) })}
          </span>
          {say('desk.reach', { reach: Math.round(desk.reach * 10) / 10 })}
        </Meta>
      )}
      <details>
        <summary className="py-1 text-quiet">{say('desk.normalised')}</summary>
        <p dir="auto" className="text-quiet [overflow-wrap:anywhere]">
          {normalised}
        </p>
        {version !== undefined && <p className="text-quiet">{say('desk.checksVersion', { version })}</p>}
      </details>
    </div>
  )
}

/** The words on the list, marked where they stand. */
function Passage({ source, entry }: { source: string; entry: string | number | undefined }) {
  const found = typeof entry === 'string' ? matchedIn(source, entry) : null
  if (!found) return null
  return (
    <p dir="auto" className="my-1 font-serif text-quiet [overflow-wrap:anywhere]">
      {found.before}
      <mark className="bg-wash font-semibold text-accent">{found.match}</mark>
      {found.after}
    </p>
  )
}

/** What one check found, with its number against the one that passes. */
export function sentence({ check, detail }: Finding): string {
  if (check === 'newcomer')
    return say('desk.why.newcomer', { approved: detail.approved ?? 0, needed: detail.needed ?? 0 })
  const known = holdingReasons.find((each) => each === check)
  if (!known) return say('desk.why.other', { check })
  const {
    entry = '',
    count = 0,
    most = 0,
    host = '',
    text = '',
    comment = 0,
    percent = 0,
    reason = '',
  } = detail
  return say(`desk.why.${known}`, { entry, count, most, host, text, comment, percent, reason })
}
