import type { Finding } from '@/lib/moderation/checks/check'
import { holdingReasons } from '@/lib/moderation/checks/holding'
import { matchedIn } from '@/lib/moderation/matched'
import type { QueueItem } from '@/lib/moderation/queries'
import { riskyFrom } from '@/lib/moderation/queue-filter'
import { say } from '@/messages/say'

/** Why a comment is here, in words. */
export type WhyFacts = {
  reasons: string
  /** The comment that it is like. */
  like: { href: string; text: string } | null
  reported: { reason: string; note: string | null }[]
  /** The words on the list where they stand. */
  passages: { before: string; match: string; after: string }[]
  risk: { text: string; isHigh: boolean } | null
  reach: string | null
  normalised: string
  version: string | null
}

/** Why a comment is here: what each check found and where, what was reported, how urgent that makes it. */
export function whyOf(item: QueueItem, rules: readonly { code: string; reason: string }[]): WhyFacts {
  const { findings, source, normalised, desk, reported } = item
  const version = findings.find((finding) => finding.version !== undefined)?.version
  const holding = findings.filter(({ verdict }) => verdict === 'hold')
  const like = holding.find(({ detail }) => typeof detail.comment === 'number')?.detail.comment
  const reasons = [
    ...(reported.length > 0 ? [say('desk.why.reports', { count: reported.length })] : []),
    ...holding.map(sentence),
  ]
  return {
    reasons: reasons.length > 0 ? reasons.join(' · ') : say('desk.why.edit'),
    like:
      like === undefined
        ? null
        : { href: `/admin/comments/${like}`, text: say('desk.compare', { comment: like }) },
    reported: reported.map(({ reason, note }) => ({
      reason: rules.find(({ code }) => code === reason)?.reason ?? reason,
      note,
    })),
    passages: holding.flatMap(({ detail: { entry } }) =>
      typeof entry === 'string' ? (matchedIn(source, entry) ?? []) : [],
    ),
    risk: desk && {
      text: say('desk.risk', { percent: Math.round(desk.risk * 100) }),
      isHigh: desk.risk >= riskyFrom,
    },
    reach: desk && say('desk.reach', { reach: Math.round(desk.reach * 10) / 10 }),
    normalised,
    version: version === undefined ? null : say('desk.checksVersion', { version }),
  }
}

/** What one check found, with its number against the one that passes. */
function sentence({ check, detail }: Finding): string {
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
