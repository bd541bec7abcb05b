import { Notice } from '@/components/notice'
import { site } from '@/lib/site'
import { clock } from '@/lib/site-time'
import { say } from '@/messages/say'

const done = ['approved', 'rejected', 'edit-rejected'] as const

/** What became of the last decision: done, or taken by somebody faster. */
export function QueueNotice({ query }: { query: Record<string, string | string[] | undefined> }) {
  const { done: rule, author, conflict } = query
  const known = done.find((each) => each === rule)
  if (known)
    return (
      <Notice kind="done">
        <p>{say(`desk.done.${known}`, { name: text(author) })}</p>
      </Notice>
    )
  if (conflict)
    return (
      <Notice kind="problem" title={say('desk.conflict')}>
        <p>{conflictSentence(query)}</p>
      </Notice>
    )
  return null
}

function conflictSentence({ error, by, what, at }: Record<string, string | string[] | undefined>): string {
  switch (error) {
    case 'decided-meanwhile': {
      const instant = new Date(text(at))
      const time = Number.isNaN(instant.getTime()) ? '' : clock(instant, site())
      return say('desk.conflict.decided', { by: text(by), what: text(what), time })
    }
    case 'edited-meanwhile':
      return say('desk.conflict.edited')
    case 'no-comment':
      return say('desk.conflict.gone')
    default:
      return say('desk.conflict.nothing')
  }
}

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 100) : ''
}
