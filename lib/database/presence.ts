/** Whether the database answers. `unsure` from the first doubt until it was asked. */
export type Presence = {
  readonly state: 'there' | 'unsure' | 'away'
  /** Asks the database, at once and together with whoever else asks: is it away? Never rejects. */
  isAway(): Promise<boolean>
  /** Something took long or broke: it will be asked, and nobody waits for the answer. */
  doubt(): void
  /** It has just been heard. */
  heard(): void
  /** Calls back once, as soon as the database is found away, unless the function it returns was called before. */
  onAway(callback: () => void): () => void
  close(): void
}

export type PresenceOptions = {
  /** Rejects when the database does not answer, soon: everybody waits for it. */
  ask(): Promise<void>
  /** True for a site that starts without its database. */
  startsAway?: boolean
  everyMs?: number
  log(line: Record<string, unknown>): void
}

/** Asks nothing while nobody doubts; while the database is away it is asked every second. */
export function watchPresence({ ask, startsAway = false, everyMs = 1000, log }: PresenceOptions): Presence {
  let state: Presence['state'] = startsAway ? 'away' : 'there'
  let question: Promise<boolean> | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let heards = 0
  const waiting = new Set<() => void>()

  function become(next: 'there' | 'away', error?: unknown): void {
    if (next === 'away' && state !== 'away') log({ event: 'database-away', error: String(error) })
    if (next === 'there' && state === 'away') log({ event: 'database-back' })
    state = next
    clearTimeout(timer)
    if (next === 'there' || isClosed) return
    timer = setTimeout(() => void isAway(), everyMs).unref()
    for (const callback of [...waiting]) callback()
    waiting.clear()
  }

  function isAway(): Promise<boolean> {
    const before = heards
    question ??= ask()
      .then(
        () => become('there'),
        // A machine that is too busy to ask in time has heard all the same.
        (error) => become(heards === before ? 'away' : 'there', error),
      )
      .then(() => state === 'away')
      .finally(() => {
        question = undefined
      })
    return question
  }

  if (startsAway) timer = setTimeout(() => void isAway(), everyMs).unref()

  return {
    get state() {
      return state
    },
    isAway,
    doubt() {
      if (state === 'there') state = 'unsure'
      void isAway()
    },
    heard() {
      heards += 1
      if (state !== 'there') become('there')
    },
    onAway(callback) {
      if (state === 'away') {
        callback()
        return () => undefined
      }
      waiting.add(callback)
      return () => waiting.delete(callback)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
