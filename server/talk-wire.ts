import type { TalkEvent } from '@/lib/comments/queries-talk-events'
import { writeTalkMark } from '@/lib/comments/talk-mark'
import type { TalkNews } from '@/lib/comments/talk-news'
import { say } from '@/messages/say'

/** A page missed more than is told one by one: it has to be read again. */
export const resetText = 'event: reset\ndata: {}\n\n'

/**
 * Events as a stream of server-sent events says them (HTML, 9.2). Of several counts of one comment the last is told.
 */
export function eventText(events: readonly TalkEvent[]): string {
  const lastCount = new Map<number, bigint>()
  for (const { kind, commentId, id } of events) if (kind === 'counted') lastCount.set(commentId, id)
  return events
    .filter(({ kind, commentId, id }) => kind !== 'counted' || lastCount.get(commentId) === id)
    .map((event) => `id: ${writeTalkMark(event)}\nevent: talk\ndata: ${JSON.stringify(newsOf(event))}\n\n`)
    .join('')
}

function newsOf({ kind, commentId, parentId, rootId, recommendCount, commentCount }: TalkEvent): TalkNews {
  return {
    kind,
    id: commentId,
    parent: parentId,
    root: rootId,
    recommends: recommendCount,
    total: say('article.comments', { count: commentCount }),
  }
}
