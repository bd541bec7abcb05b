import { type ClientRequest, get } from 'node:http'
import type { TalkNews } from '@/lib/comments/talk-news'

export type Told = TalkNews & { event: bigint }

/** An open page's side of a conversation's stream, as a browser has it. */
export type Listening = {
  status: Promise<number>
  /** What it was told so far, in order. */
  told: Told[]
  resets(): number
  /** The number of the last event, which a browser says when it comes back. */
  lastId(): string | undefined
  /** Resolves when the connection is over. */
  over: Promise<void>
  leave(): void
}

export function listenTo(origin: string, path: string, lastEventId?: string, from = '192.0.2.1'): Listening {
  const told: Told[] = []
  let resets = 0
  let lastId = lastEventId
  let unread = ''
  let settleStatus: (status: number) => void
  let settleOver: () => void
  const status = new Promise<number>((resolve) => {
    settleStatus = resolve
  })
  const over = new Promise<void>((resolve) => {
    settleOver = resolve
  })
  const headers = {
    'x-tribune-address': from,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  }
  const req: ClientRequest = get(new URL(path, origin), { headers, agent: false }, (res) => {
    settleStatus(res.statusCode ?? 0)
    res.setEncoding('utf8')
    res.on('data', (text: string) => {
      const blocks = (unread + text).split('\n\n')
      unread = blocks.pop() ?? ''
      for (const block of blocks) hear(block)
    })
    res.on('close', () => settleOver())
  })
  req.on('error', () => settleOver())

  function hear(block: string): void {
    const lines = new Map(
      block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    )
    if (lines.get('event') === 'reset') resets += 1
    const id = lines.get('id')
    if (id === undefined) return
    lastId = id
    const news: TalkNews = JSON.parse(lines.get('data') ?? '')
    told.push({ ...news, event: BigInt(id.split('-')[0] ?? '') })
  }

  return { status, told, resets: () => resets, lastId: () => lastId, over, leave: () => void req.destroy() }
}
