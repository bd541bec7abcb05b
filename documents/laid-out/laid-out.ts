import { createHmac } from 'node:crypto'
import type { FinishedDocument, Representation } from '../document'
import { nextMidnight } from '../midnight'
import type { HeaderList } from '../policy'
import type { Changes } from '../purge'
import type { Kept } from '../store'
import type { Versions } from '../versions'
import type { LaidFiles } from './files'

export type LaidOutOptions = {
  files: LaidFiles
  /** What every document says that may be laid out: nginx has it from the configuration, and not from the file. */
  headers: HeaderList
  secret: string
  timeZone: string
  /** Beyond these everything is removed, and what is still read is laid out again. */
  limits: { pages: number; bytes: number }
  now(): number
  log(line: Record<string, unknown>): void
}

export type LaidOut = {
  /** Takes a document that was asked for and is current; `isCurrent` says later whether it still is. Never waits. */
  offer(kept: Kept, isCurrent: (kept: Kept) => boolean): void
  /** Takes in what changed, and removes what shows it before it returns. */
  moved(changes: Changes): void
  /** From here on everything is removed when changes are not heard of any more, and at midnight. */
  watch(versions: Pick<Versions, 'hearing'>): void
  /** At the end of a process that is not closed. */
  empty(): void
  close(): Promise<void>
}

/**
 * Lays finished documents out as files, for an nginx on this machine. A document lies there only while this process
 * would serve it as a hit: it is laid out when it is asked for and current, and removed by whoever hears of a change.
 * Nothing is remembered of what lies there: as nginx asks for what does not, at most once a second, it comes back.
 */
export function createLaidOut(options: LaidOutOptions): LaidOut {
  const { files, limits, now, log, timeZone } = options
  const headers = JSON.stringify(options.headers)
  const waiting = new Map<string, Offer>()
  let working: Promise<void> | undefined
  let midnight = nextMidnight(now(), timeZone)
  let filled = { pages: 0, bytes: 0 }
  let isClosed = false
  let failing = false
  let timer: NodeJS.Timeout | undefined

  function secondOf(etag: string): number {
    return createHmac('sha256', options.secret).update(etag).digest().readUInt32BE() >>> 1
  }

  function empty(): void {
    filled = { pages: 0, bytes: 0 }
    attempt(() => void files.empty().catch(failed))
  }

  function attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      failed(error)
    }
  }

  function failed(error: unknown): void {
    if (!failing) log({ event: 'laying-out-failed', error: String(error) })
    failing = true
  }

  async function lay({ kept, document, path, isCurrent }: Offer): Promise<void> {
    const forms = (['br', 'gzip'] as const).map((coding) => {
      const { body, etag } = document[coding]
      return { coding, body, second: secondOf(etag) }
    })
    const topics = kept.cells.map((cell) => cell.name)
    const bytes = await files.lay({ path, topics, forms }, () => !isClosed && isCurrent(kept))
    failing = false
    if (bytes > 0) filled = { pages: filled.pages + 1, bytes: filled.bytes + bytes }
    if (filled.pages > limits.pages || filled.bytes > limits.bytes) empty()
  }

  async function work(): Promise<void> {
    for (const [key, offer] of waiting) {
      waiting.delete(key)
      await lay(offer).catch(failed)
    }
    working = undefined
  }

  return {
    offer(kept, isCurrent) {
      const at = now()
      if (Math.abs(at - (kept.offeredAt ?? Number.NEGATIVE_INFINITY)) < offeredEveryMs) return
      kept.offeredAt = at
      const { document } = kept
      if (isClosed || waiting.size >= mostWaiting || document === 'missing' || kept.expiresAt < midnight)
        return
      const { status, url: path } = document
      if (status !== 200 || path === undefined || !isPlain(path)) return
      if (JSON.stringify(sharedHeaders(document.br)) !== headers) return
      waiting.set(kept.key, { kept, document, path, isCurrent })
      working ??= work()
    },
    moved(changes) {
      if (changes === 'everything') empty()
      else for (const topic of changes.keys()) attempt(() => files.removeFor(topic))
    },
    watch(versions) {
      let heard = true
      timer = setInterval(() => {
        const isNextDay = now() >= midnight
        if (isNextDay) midnight = nextMidnight(now(), timeZone)
        if (isNextDay || (heard && !versions.hearing)) empty()
        heard = versions.hearing
      }, watchedEveryMs).unref()
    },
    empty,
    async close() {
      isClosed = true
      clearInterval(timer)
      await working
      await files.empty().catch(failed)
    },
  }
}

type Offer = {
  kept: Kept
  document: FinishedDocument
  path: string
  isCurrent: (kept: Kept) => boolean
}

const offeredEveryMs = 1000
const watchedEveryMs = 250
/** What comes while more wait is offered again when it is asked for again. */
const mostWaiting = 100

/** What an answer says that is the same for every document of its kind. */
export function sharedHeaders({ headers }: Pick<Representation, 'headers'>): HeaderList {
  return headers.filter((_, index) => !ofOneAnswer.has(headers[index - (index % 2)] ?? ''))
}

const ofOneAnswer = new Set(['Content-Length', 'Content-Encoding', 'ETag', 'Cache-Status'])

/**
 * Whether a path is in the alphabet that deploy/nginx looks for ($tribune_page): one way to write it, nothing that a file
 * system reads as more than a name, no dot, so that no page is another's file, and short enough to be one name.
 */
function isPlain(path: string): boolean {
  return path.length <= 180 && /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/.test(path)
}
