import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from '@/documents/pass'
import type { Changes } from '@/documents/purge'
import type { NextHandler } from '@/documents/render'
import { addressBlock } from '@/lib/address-block'
import { hoursOfEventsKept } from '@/lib/comments/queries-talk-events'
import { mayHaveMissed, readTalkMark, type TalkMark } from '@/lib/comments/talk-mark'
import { createTalkRoom, type ReadEvents, type TalkRoom } from './talk-room'
import { resetText } from './talk-wire'

export type TalkStreams = {
  /** Answers `GET /api/news/ID/live`; everything else goes on. */
  handle: NextHandler
  /** Topics moved: conversations among them are read again. */
  moved(changes: Changes): void
  /** Ends every stream, and refuses new ones. Pages come back by themselves, not all at once. */
  close(): void
}

export type TalkStreamsOptions = {
  next: NextHandler
  /** The newest event there is; null where there is no conversation. */
  newest(articleId: number): Promise<TalkMark | null>
  read: ReadEvents
  now(): number
  random(): number
  log(line: Record<string, unknown>): void
  mostStreams?: number
  mostOfOneAddress?: number
}

const address = /^\/api\/news\/([1-9]\d{0,9})\/live(?:\?(.*))?$/
/** Below what proxies wait for a byte (60 s). */
const beatMs = 20_000
const retrySeconds = '30'

/**
 * What happens in conversations, told to their open pages as server-sent events: one read of the database for all
 * pages of a conversation. A page says what it knows (`after`, or `Last-Event-ID` when the browser comes back) and is
 * told everything since; where that is not known any more, `reset`.
 */
export function createTalkStreams(options: TalkStreamsOptions): TalkStreams {
  const { next, newest, read, now, random, log, mostStreams = 10_000, mostOfOneAddress = 2_000 } = options
  const rooms = new Map<number, TalkRoom>()
  const streamsOf = new Map<string, number>()
  let streams = 0
  let isClosed = false
  const failed = (error: unknown) => log({ event: 'talk-not-read', error: String(error) })

  async function open(
    req: IncomingMessage,
    res: ServerResponse,
    articleId: number,
    asked: string,
  ): Promise<void> {
    const from = addressBlock(String(req.headers['x-tribune-address'] ?? ''))
    const isFull = streams >= mostStreams || (streamsOf.get(from) ?? 0) >= mostOfOneAddress
    if (isClosed || isFull) {
      res.setHeader('Retry-After', retrySeconds)
      return sendJson(res, 503, { error: 'too-many-streams' })
    }
    count(from, 1)
    res.once('close', () => count(from, -1))
    const last = await newest(articleId)
    if (!last) return sendJson(res, 404, { error: 'no-article' })
    if (res.destroyed) return
    const known = readTalkMark(saidMark(req.headers['last-event-id'], asked)) ?? last
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    })
    // When the connection breaks all pages notice at once; they come back spread over some seconds.
    res.write(`retry: ${1500 + Math.floor(random() * 6000)}\n\n`)
    const hasMissed = mayHaveMissed(known, last, hoursOfEventsKept, new Date(now()))
    if (hasMissed) res.write(resetText)
    const room = rooms.get(articleId) ?? createTalkRoom(articleId, last.id, { read, failed, now })
    rooms.set(articleId, room)
    res.once('close', () => {
      room.leave(res)
      if (room.size() > 0 || rooms.get(articleId) !== room) return
      room.close()
      rooms.delete(articleId)
    })
    room.join(res, hasMissed ? last.id : known.id).catch((error) => {
      failed(error)
      res.end()
    })
  }

  function count(from: string, change: 1 | -1): void {
    streams += change
    const left = (streamsOf.get(from) ?? 0) + change
    if (left > 0) streamsOf.set(from, left)
    else streamsOf.delete(from)
  }

  const beat = setInterval(() => {
    for (const room of rooms.values()) room.each((res) => void res.write(':\n\n'))
  }, beatMs)
  beat.unref()

  return {
    async handle(req, res) {
      const match = req.method === 'GET' ? address.exec(req.url ?? '') : null
      const articleId = Number(match?.[1])
      if (!match || articleId > 2_147_483_647) return next(req, res)
      await open(req, res, articleId, match[2] ?? '')
    },
    moved(changes) {
      for (const [articleId, room] of rooms)
        if (changes === 'everything' || changes.has(`talk:${articleId}`)) room.moved()
    },
    close() {
      isClosed = true
      clearInterval(beat)
      for (const room of rooms.values()) {
        room.close()
        room.each((res) => res.end())
      }
    },
  }
}

/** What a browser says when it comes back, or what the page was rendered with. */
function saidMark(header: string | string[] | undefined, query: string): string {
  return typeof header === 'string' ? header : (new URLSearchParams(query).get('after') ?? '')
}
