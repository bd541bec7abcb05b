import type { ServerResponse } from 'node:http'
import type { TalkEvent } from '@/lib/comments/queries-talk-events'
import { eventText, resetText } from './talk-wire'

export type ReadEvents = (articleId: number, after: bigint, take: number) => Promise<TalkEvent[]>

/** The open pages of one conversation. */
export type TalkRoom = {
  /** Tells a page what happened after `after`, and from then on whatever happens. */
  join(res: ServerResponse, after: bigint): Promise<void>
  leave(res: ServerResponse): void
  /** Something may have happened: it is read once for all. */
  moved(): void
  size(): number
  each(visit: (res: ServerResponse) => void): void
  close(): void
}

type Listener = { after: bigint; isCatchingUp: boolean; missed: boolean }
type Options = { read: ReadEvents; failed(error: unknown): void; now(): number }

/** Who missed more than this reads the page again. */
const mostMissed = 500
/** In a storm the database is asked four times a second, whoever listens. */
const pauseMs = 250
/** A page that takes nothing any more is let go before it fills the memory. */
const mostUnsentBytes = 256 * 1024

/** `newest` is the last event before the room was opened. */
export function createTalkRoom(articleId: number, newest: bigint, { read, failed, now }: Options): TalkRoom {
  const listeners = new Map<ServerResponse, Listener>()
  let last = newest
  let readAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let isReading = false
  let isStale = false

  async function refresh(): Promise<void> {
    timer = undefined
    isReading = true
    isStale = false
    readAt = now()
    try {
      const events = await read(articleId, last, mostMissed)
      last = events.at(-1)?.id ?? last
      if (events.length > 0) broadcast(events)
      if (events.length === mostMissed) isStale = true
    } catch (error) {
      // The next change, or the next catch-up of the topics, tries again.
      failed(error)
    } finally {
      isReading = false
      if (isStale) moved()
    }
  }

  function broadcast(events: readonly TalkEvent[]): void {
    const told = eventText(events)
    const first = events[0]?.id ?? 0n
    for (const [res, listener] of listeners) {
      if (listener.isCatchingUp) listener.missed = true
      else {
        tell(res, listener.after < first ? told : eventText(events.filter(({ id }) => id > listener.after)))
        if (last > listener.after) listener.after = last
      }
    }
  }

  function tell(res: ServerResponse, text: string): void {
    if (text === '') return
    if (res.writableLength > mostUnsentBytes) res.destroy()
    else res.write(text)
  }

  function moved(): void {
    isStale = true
    if (isReading || timer !== undefined || listeners.size === 0) return
    timer = setTimeout(refresh, Math.max(0, readAt + pauseMs - now()))
  }

  async function catchUp(res: ServerResponse, listener: Listener): Promise<void> {
    do {
      listener.missed = false
      const events = await read(articleId, listener.after, mostMissed)
      if (events.length === mostMissed) {
        tell(res, resetText)
        listener.after = last
      } else {
        tell(res, eventText(events))
        listener.after = events.at(-1)?.id ?? listener.after
      }
    } while (listener.missed)
    listener.isCatchingUp = false
  }

  return {
    async join(res, after) {
      const listener = { after, isCatchingUp: true, missed: false }
      listeners.set(res, listener)
      await catchUp(res, listener)
    },
    leave: (res) => void listeners.delete(res),
    moved,
    size: () => listeners.size,
    each(visit) {
      for (const res of listeners.keys()) visit(res)
    },
    close: () => clearTimeout(timer),
  }
}
