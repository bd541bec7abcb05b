import type { FinishedDocument } from './document'
import type { Cell, Versions } from './versions'

export type StandingOptions = {
  status: number
  topics: readonly string[]
  /** Whether it shows something of the database. Without it, it is then not made. */
  asksDatabase: boolean
  make(): Promise<FinishedDocument>
  versions: Pick<Versions, 'claim' | 'release'>
  now(): number
  log(line: Record<string, unknown>): void
}
export type Standing = {
  /** As it was last made. */
  document(): FinishedDocument | undefined
  /** Whether nothing that it shows has changed since. */
  isCurrent(): boolean
  /** Has it made once more where it is old, at most once a second. */
  renew(): void
  /** Rejects never. */
  tryToMake(): Promise<void>
}

/** `versions` is undefined for a page that was made while the database could not be asked. */
type Held = {
  document: FinishedDocument
  cells: readonly Cell[]
  versions: readonly number[] | undefined
}

/** A page that stands ready in memory, and is made anew behind those who ask for it. */
export function createStanding(options: StandingOptions): Standing {
  const { status, topics, asksDatabase, versions, now, log } = options
  let held: Held | undefined
  let triedAt: number | undefined

  async function make(): Promise<void> {
    const claimed = await versions.claim(topics).catch(() => undefined)
    const cells = claimed ?? []
    if (claimed === undefined && (asksDatabase || held !== undefined)) return
    const before = claimed?.map((cell) => cell.version)
    try {
      const document = await options.make()
      const old = held
      held = { document, cells, versions: before }
      if (old !== undefined) versions.release(old.cells)
    } catch (error) {
      versions.release(cells)
      throw error
    }
  }

  async function tryToMake(): Promise<void> {
    triedAt = now()
    await make().catch((error) => log({ event: 'error-page-failed', status, error: String(error) }))
  }

  function isCurrent(): boolean {
    return held?.versions?.every((version, index) => held?.cells[index]?.version === version) ?? false
  }

  return {
    document: () => held?.document,
    isCurrent,
    renew() {
      const waitedMs = now() - (triedAt ?? now())
      if (!isCurrent() && waitedMs >= retryAfterMs) void tryToMake()
    },
    tryToMake,
  }
}

const retryAfterMs = 1000
