import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { sendJson } from '@/documents/pass'
import type { NextHandler } from '@/documents/render'
import { addressBlock } from '@/lib/address-block'

export type Exposure = {
  /** Answers `POST /api/news/ID/seen`; everything else goes on. */
  handle: NextHandler
  /** Writes what has gathered. Never rejects. */
  flush(): Promise<void>
  close(): Promise<void>
}

export type ExposureOptions = {
  next: NextHandler
  /** The article itself was read, by whoever this address and program are. */
  read(articleId: number, by: { address: string; agent: string }): void
  /** How often each comment of an article was seen since the last time. */
  store(articleId: number, counts: ReadonlyMap<number, number>): Promise<void>
  /** Mixed into what is remembered of an address, so that it says nothing afterwards. */
  secret: string
  log(line: Record<string, unknown>): void
  everyMs?: number
  /** Comments that wait to be written; what comes on top is not counted. */
  mostWaiting?: number
  /** Who saw what: two halves of this many, of which the older is forgotten when the younger is full. */
  mostRemembered?: number
}

/** A page holds 20 threads with 3 answers each. */
const mostAtOnce = 100
const mostBytes = 2_000

const place = /^\/api\/news\/([1-9]\d{0,9})\/seen$/
const told = z.object({
  ids: z.array(z.int().min(1).max(2_147_483_647)).max(mostAtOnce),
  isRead: z.boolean().default(false),
})

/**
 * Counts before how many readers' eyes each comment was, as their pages say. An address counts once for each comment
 * while it is remembered. Counts gather here and are written in turn: what a process had gathered when it was killed
 * is lost, which no order of comments depends on.
 */
export function createExposure(options: ExposureOptions): Exposure {
  const { next, read, store, secret, log, everyMs = 10_000 } = options
  const { mostWaiting = 50_000, mostRemembered = 200_000 } = options
  const waiting = new Map<number, Map<number, number>>()
  let size = 0
  let [young, old] = [new Set<string>(), new Set<string>()]

  function note(articleId: number, commentIds: readonly number[], from: string): void {
    for (const id of new Set(commentIds)) {
      if (size >= mostWaiting || !isFirst(`${from} ${id}`)) continue
      const counts = waiting.get(articleId) ?? new Map<number, number>()
      waiting.set(articleId, counts)
      if (!counts.has(id)) size += 1
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }

  function isFirst(sight: string): boolean {
    const key = createHash('sha256').update(`${secret} ${sight}`).digest('base64url').slice(0, 12)
    if (young.has(key) || old.has(key)) return false
    if (young.size >= mostRemembered) [young, old] = [new Set(), young]
    young.add(key)
    return true
  }

  async function flush(): Promise<void> {
    const gathered = [...waiting]
    waiting.clear()
    size = 0
    for (const [articleId, counts] of gathered)
      await store(articleId, counts).catch((error) =>
        log({ event: 'exposure-not-stored', articleId, error: String(error) }),
      )
  }

  let flushing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    flushing = flushing.then(flush)
  }, everyMs)
  timer.unref()

  return {
    async handle(req, res) {
      const articleId = Number(place.exec(req.url ?? '')?.[1])
      if (req.method !== 'POST' || !(articleId <= 2_147_483_647)) return next(req, res)
      const seen = told.safeParse(await readJson(req))
      if (!seen.success) return sendJson(res, 422, { error: 'bad-fields' })
      const address = String(req.headers['x-tribune-address'] ?? '')
      note(articleId, seen.data.ids, addressBlock(address))
      if (seen.data.isRead) read(articleId, { address, agent: req.headers['user-agent'] ?? '' })
      res.writeHead(204, { 'Cache-Control': 'no-store' }).end()
    },
    flush,
    async close() {
      clearInterval(timer)
      await flushing
      await flush()
    },
  }
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of req) {
    text += chunk
    if (text.length > mostBytes) return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
