import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { isTag, type Purging } from './outer'

export type PurgeOptions = {
  url: URL
  /** Seconds that outer caches may keep a document while they are told of changes. */
  maxAge: number
  /** What the signing key is made from. */
  secret: string
  now(): number
  log(line: Record<string, unknown>): void
  times?: Partial<PurgeTimes>
}

/** Topics with their versions as they were heard of, or `everything` when it is not known what changed before. */
export type Changes = ReadonlyMap<string, number> | 'everything'

export type Purge = Purging & {
  /** Takes in what changed; a version that was announced before is no news. Never throws and never waits. */
  announce(changes: Changes): void
  /** Tries once more to send what waits, for at most a second. */
  close(): Promise<void>
}

type PurgeTimes = {
  /** What is announced within it goes out together. */
  gatherMs: number
  /** After a confirmed purge the same goes out once more: for an old answer that was on its way meanwhile. */
  repeatMs: number
  /** From the first failure on, doubled until the last. */
  retryMs: [first: number, last: number]
  /** How long one request may take. */
  limitMs: number
  /** From then on what was announced and is not confirmed makes `trusted` false. */
  doubtMs: number
}

/**
 * Tells an outer cache what changed (docs/operating.md has the protocol): one request at a time, with all that waits,
 * again and again until it is confirmed with 2xx, and a second time a moment later. Every process sends its own, after
 * it has heard the change itself: what it handed out before is then old by its own purge, whoever sent one earlier.
 * What waits is bounded: past a thousand topics everything is purged, under the one topic that all documents show.
 */
export function createPurge(options: PurgeOptions): Purge {
  const { url, secret, now, log } = options
  const times = { ...usualTimes, ...options.times }
  const key = createHmac('sha256', secret).update('tribune purge').digest()
  const closing = new AbortController()
  const known = new Map<string, number>()
  /** By tag, how often it is still to be sent. */
  const waiting = new Map<string, number>()
  let waitingSince: number | undefined
  let underWaySince: number | undefined
  let failures = 0
  let began = false
  let wake: () => void = () => undefined

  function announce(changes: Changes): void {
    if (changes === 'everything') enqueue(all, 2)
    else
      for (const [topic, version] of changes)
        if (isNews(topic, version)) enqueue(isTag(topic) ? topic : all, 2)
  }

  function isNews(topic: string, version: number): boolean {
    if ((known.get(topic) ?? -1) >= version) return false
    known.delete(topic)
    known.set(topic, version)
    // Forgetting one costs a purge too many, no more.
    for (const oldest of known.keys()) {
      if (known.size <= mostKnown) break
      known.delete(oldest)
    }
    return true
  }

  function enqueue(tag: string, sendings: number): void {
    waiting.set(tag, Math.max(sendings, waiting.get(tag) ?? 0))
    if (waiting.size > mostWaiting) {
      waiting.clear()
      waiting.set(all, 2)
    }
    waitingSince ??= now()
    wake()
  }

  async function work(): Promise<void> {
    while (!closing.signal.aborted) {
      if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve))
      await later(failures > 0 ? backoff(failures) : times.gatherMs)
      if (!closing.signal.aborted) await sendOnce()
    }
  }

  async function sendOnce(): Promise<void> {
    const batch = takeBatch(waiting)
    const tags = [...batch.keys()]
    underWaySince = waitingSince
    waitingSince = waiting.size > 0 ? now() : undefined
    try {
      await send(tags, times.limitMs, closing.signal)
      if (failures > 0) log({ event: 'purge-recovered', attempts: failures + 1 })
      failures = 0
      began = true
      repeatLater([...batch].filter(([, sendings]) => sendings > 1).map(([tag]) => tag))
    } catch (error) {
      for (const [tag, sendings] of batch) enqueue(tag, sendings)
      if (closing.signal.aborted) return
      failures += 1
      log({ event: 'purge-failed', error: String(error), tags: tags.length, retryInMs: backoff(failures) })
    }
    underWaySince = undefined
  }

  function repeatLater(tags: readonly string[]): void {
    void later(times.repeatMs).then(() => {
      if (!closing.signal.aborted) for (const tag of tags) enqueue(tag, 1)
    })
  }

  function backoff(attempts: number): number {
    const [first, last] = times.retryMs
    return Math.min(first * 2 ** (attempts - 1), last)
  }

  async function send(tags: readonly string[], limitMs: number, also?: AbortSignal): Promise<void> {
    const body = JSON.stringify({ tags })
    const seconds = Math.floor(now() / 1000)
    const proof = createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')
    const limit = AbortSignal.timeout(limitMs)
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: also === undefined ? limit : AbortSignal.any([limit, also]),
      headers: {
        'Content-Type': 'application/json',
        'Cache-Tag': tags.join(', '),
        'Tribune-Signature': `t=${seconds}, v1=${proof}`,
      },
      body,
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
  }

  function later(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
  }

  const working = work()

  return {
    maxAge: options.maxAge,
    get trusted() {
      if (!began || failures > 0) return false
      const oldest = underWaySince ?? waitingSince
      return oldest === undefined || now() - oldest < times.doubtMs
    },
    announce,
    async close() {
      closing.abort()
      wake()
      await working
      if (waiting.size > 0) await send([...takeBatch(waiting).keys()], 1000).catch(() => undefined)
    },
  }
}

/** The topic that every document shows. */
const all = 'site'
const mostKnown = 10_000
const mostWaiting = 1000
/** Header lines of 8 kB are what caches take; a batch stays far below. */
const mostCharacters = 4000
const usualTimes: PurgeTimes = {
  gatherMs: 20,
  repeatMs: 1000,
  retryMs: [100, 5000],
  limitMs: 3000,
  doubtMs: 1000,
}

/** As many as one request takes; everything, if that is among them, makes the others needless. */
function takeBatch(waiting: Map<string, number>): Map<string, number> {
  const everything = waiting.get(all)
  if (everything !== undefined) {
    waiting.clear()
    return new Map([[all, everything]])
  }
  const batch = new Map<string, number>()
  let characters = 0
  for (const [tag, sendings] of waiting) {
    characters += tag.length + 2
    if (characters > mostCharacters && batch.size > 0) break
    batch.set(tag, sendings)
    waiting.delete(tag)
  }
  return batch
}
