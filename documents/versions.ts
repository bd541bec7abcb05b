/** A topic as this process knows it. Whoever claimed it may keep the reference: `version` is always the newest seen. */
export type Cell = { readonly name: string; readonly version: number }

export type VersionOf = ReadonlyMap<string, number>
export type Cells = {
  /**
   * The cells of these topics, read from the database where they are not held yet (a topic without a row has
   * version 0). They are kept up to date until released. Rejects when the database cannot be asked.
   */
  claim(names: readonly string[]): Promise<readonly Cell[]>
  /** Gives back what `claim` gave, once; a cell that nobody holds is forgotten. */
  release(cells: readonly Cell[]): void
  /** How many topics are held. */
  size(): number
  /** Takes in a version from a notification or a catch-up. Versions only grow: a lower one is ignored. */
  hear(name: string, version: number): void
}

export type Versions = Pick<Cells, 'claim' | 'release' | 'size'> & {
  /** False once the database has not been heard of for six seconds: what the cells say may be old. */
  readonly hearing: boolean
  /** When (ms) the database was last heard; minus infinity before the first time. */
  readonly heardAt: number
  /** A moment by which everything committed so far has happened. Rejects when the database cannot be asked. */
  moment(): Promise<string>
  /**
   * The versions of topics of which none has moved since a moment, so that whatever was read after it is of these very
   * versions. Undefined where one has, or may have. Rejects likewise.
   */
  unmovedSince(moment: string, names: readonly string[]): Promise<VersionOf | undefined>
  close(): Promise<void>
}

/**
 * The cells that some kept document uses, and no others. `read` asks the database for the versions of some topics;
 * a cell is in place before it is asked for, so an announcement that arrives meanwhile is not lost.
 */
export function createCells(read: (names: readonly string[]) => Promise<VersionOf>): Cells {
  const cells = new Map<string, HeldCell>()

  function hear(name: string, version: number): void {
    const cell = cells.get(name)
    if (cell !== undefined && version > cell.version) cell.version = version
  }

  function hold(name: string): HeldCell {
    const cell = cells.get(name) ?? { name, version: unread, holders: 0 }
    cell.holders += 1
    cells.set(name, cell)
    return cell
  }

  function release(given: readonly Cell[]): void {
    for (const { name } of given) {
      const cell = cells.get(name)
      if (cell === undefined) continue
      cell.holders -= 1
      if (cell.holders === 0) cells.delete(name)
    }
  }

  async function claim(names: readonly string[]): Promise<readonly Cell[]> {
    const held = [...new Set(names)].map(hold)
    const missing = held.filter((cell) => cell.version === unread).map((cell) => cell.name)
    if (missing.length === 0) return held
    try {
      const versions = await read(missing)
      for (const name of missing) hear(name, versions.get(name) ?? 0)
      return held
    } catch (error) {
      release(held)
      throw error
    }
  }

  return { claim, release, hear, size: () => cells.size }
}

type HeldCell = { name: string; version: number; holders: number }

const unread = -1
