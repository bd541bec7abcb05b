import type { ReactNode } from 'react'
import { Meta } from '@/components/meta'
import { Sentence } from '@/components/sentence'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import { isDecisionKind, isRuleKind, isStaffAction } from '@/lib/moderation/log-kinds'
import type { LogEntry } from '@/lib/moderation/queries-log'
import { say } from '@/messages/say'

/** One entry of the log as a sentence, with what was said to it and what became of it. */
export function LogLine({ entry, reasons }: { entry: LogEntry; reasons: Map<string, string> }) {
  const { reason, note, undone } = entry
  return (
    <li className="py-3">
      <p className="[overflow-wrap:anywhere]">
        <Sentence text={sentenceOf(entry)} parts={partsOf(entry)} />
      </p>
      <Meta>
        <When at={entry.at} />
        {reason && say('log.reason', { reason: reasons.get(reason) ?? reason })}
        {note && (
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {say('log.note', { note })}
          </span>
        )}
        {undone && (
          <span>
            {say('log.undone', { by: undone.by ?? '', date: '' })}
            <When at={undone.at} />
          </span>
        )}
        {entry.count !== null && entry.count > 0 && (
          <a href={`/admin/log?action=${entry.id}`}>{say('log.oneByOne')}</a>
        )}
      </Meta>
    </li>
  )
}

// Links and names take the places of these; what is only said is said by the message.
const [who, comment, reader, headline] = ['{who}', '{comment}', '{reader}', '{headline}']

function sentenceOf({ kind, toState, count, title }: LogEntry): string {
  if (isDecisionKind(kind) || isStaffAction(kind))
    return say(`log.did.${kind}`, { who, comment, reader, headline, count: count ?? 0, title: title ?? '' })
  if (isRuleKind(kind))
    return say('log.did.rule', {
      rule: say(`log.kind.${kind}`),
      comment,
      reader,
      headline,
      state: toState ?? 'held',
    })
  return say('log.did.other', { who, kind })
}

function partsOf({ by, about, commentId, article, isUnderAppeal }: LogEntry): Record<string, ReactNode> {
  return {
    who: isUnderAppeal ? say('log.underAppeal') : by && <bdi className="font-semibold">{by.name}</bdi>,
    comment:
      commentId === null ? (
        say('log.comment')
      ) : (
        <a href={`/admin/comments/${commentId}`}>{say('log.comment')}</a>
      ),
    reader: about && (
      <a href={`/admin/log?reader=${encodeURIComponent(about.handle)}`}>
        <bdi>{about.name}</bdi>
      </a>
    ),
    headline: article && headlineOf(article),
  }
}

// An article that nothing was published of is at the desk only.
function headlineOf(article: NonNullable<LogEntry['article']>): ReactNode {
  const { id, headline } = article
  if (headline === '') return <a href={`/admin/articles/${id}`}>{say('log.article', { id: String(id) })}</a>
  return <a href={articlePath(article)}>{say('log.headline', { headline })}</a>
}
