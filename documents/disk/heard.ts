import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import type { Seen, StoredPage } from './file'

/** What is known on disk of topics' changes, so that it outlives the process. */
export type Heard = {
  /** Takes a version in, soon. */
  note(name: string, version: number): void
  /** Every change committed before this instant (ms) has been noted. */
  upTo(instant: number): void
  /** What was noted as the newest change of all, and until when nothing was missed. Undefined: nothing is known. */
  last(): Promise<{ upTo: number; newest: Seen } | undefined>
  /** Whatever was stored until now is vouched for no more: the database is another one than it was. */
  startAnew(): Promise<void>
  /**
   * Until when (ms) a stored page may stand in while the database is away: a day after it was last heard.
   * Undefined when one of the page's topics is known to have changed since.
   */
  vouchesFor(page: Pick<StoredPage, 'topics' | 'beganAt'>): Promise<number | undefined>
  close(): Promise<void>
}

/** As `stale-if-error` allows it to caches outside. */
export const outageLimitMs = 86_400_000

/**
 * One file of fixed size, shared by every process on its folder: a head, and a million places by the hash of a
 * topic's name, each with the highest version noted there. Two topics in one place make a page look changed that is
 * not, never the other way round.
 */
export async function openHeard(
  path: string,
  { now, failed }: { now(): number; failed(error: unknown): void },
): Promise<Heard> {
  const file = await openFile(path, now()).catch((error) => {
    failed(error)
    return undefined
  })
  if (file === undefined) return deaf
  return hearInto(file, now, failed)
}

function hearInto(file: FileHandle, now: () => number, failed: (error: unknown) => void): Heard {
  const pending = new Map<number, number>()
  let newest: Seen | undefined
  let reached: number | undefined
  let savedAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> = Promise.resolve()

  /** The instant is written after what was noted before it, so that a kill in between loses no change. */
  async function save(): Promise<void> {
    const [noted, name, instant] = [[...pending], newest, reached]
    pending.clear()
    try {
      for (const [place, version] of noted) await raise(file, place, version)
      if (name !== undefined) await writeNewest(file, name)
      if (instant !== undefined) await writeNumber(file, upToBegins, instant)
    } catch (error) {
      for (const [place, version] of noted) pending.set(place, Math.max(version, pending.get(place) ?? 0))
      throw error
    }
  }

  function saveSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      saving = saving.then(save).catch(failed)
    }, 200).unref()
  }

  return {
    note(name, version) {
      const place = placeOf(name)
      if (version > (pending.get(place) ?? 0)) pending.set(place, version)
      if (newest === undefined || version > newest[1]) newest = [name, version]
      saveSoon()
    },
    upTo(instant) {
      reached = instant
      if (Math.abs(instant - savedAt) < 5000 && pending.size === 0) return
      savedAt = instant
      saveSoon()
    },
    async last() {
      const upTo = await readNumber(file, upToBegins)
      const newest = await readNewest(file)
      return upTo > 0 && upTo <= now() + outageLimitMs && newest !== undefined ? { upTo, newest } : undefined
    },
    async startAnew() {
      await writeNumber(file, beganBegins, now()).catch(failed)
    },
    async vouchesFor({ topics, beganAt }) {
      try {
        const upTo = await readNumber(file, upToBegins)
        if (upTo === 0 || beganAt < (await readNumber(file, beganBegins))) return undefined
        for (const [name, version] of topics) {
          const place = placeOf(name)
          const noted = Math.max(pending.get(place) ?? 0, await readNumber(file, beginOf(place)))
          if (noted > version) return undefined
        }
        return Math.min(upTo, now()) + outageLimitMs
      } catch (error) {
        failed(error)
        return undefined
      }
    },
    async close() {
      clearTimeout(timer)
      await saving
      await save().catch(failed)
      await file.close()
    },
  }
}

/** Where nothing can be written, nothing is vouched for. */
const deaf: Heard = {
  note: () => undefined,
  upTo: () => undefined,
  last: async () => undefined,
  startAnew: async () => undefined,
  vouchesFor: async () => undefined,
  close: async () => undefined,
}

const places = 2 ** 20
const mark = Buffer.from('TRIBHRD1')
const [beganBegins, upToBegins, newestBegins, placesBegin] = [8, 16, 24, 4096]
const longestName = 1000

function beginOf(place: number): number {
  return placesBegin + place * 8
}

function placeOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32LE(0) % places
}

/** The file, or a new one in the place of what is none. Of processes that make it at once one wins. */
async function openFile(path: string, now: number): Promise<FileHandle> {
  const there = await open(path, 'r+').catch(() => undefined)
  if (there !== undefined) {
    if (await isWhole(there)) return there
    await there.close()
    await rm(path, { force: true })
  }
  const fresh = `${path}.${randomUUID()}`
  const made = await open(fresh, 'wx')
  try {
    await made.write(mark, 0, mark.length, 0)
    await writeNumber(made, beganBegins, now)
    await made.truncate(placesBegin + places * 8)
    await link(fresh, path).catch((error) => {
      if (error.code !== 'EEXIST') return rename(fresh, path)
    })
  } finally {
    await made.close()
    await rm(fresh, { force: true })
  }
  return open(path, 'r+')
}

async function isWhole(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat()
  const { buffer } = await file.read(Buffer.alloc(mark.length), 0, mark.length, 0)
  return size === placesBegin + places * 8 && buffer.equals(mark)
}

async function readNumber(file: FileHandle, at: number): Promise<number> {
  const { buffer } = await file.read(Buffer.alloc(8), 0, 8, at)
  const value = buffer.readDoubleLE(0)
  return Number.isNaN(value) ? 0 : value
}

async function writeNumber(file: FileHandle, at: number, value: number): Promise<void> {
  const buffer = Buffer.alloc(8)
  buffer.writeDoubleLE(value, 0)
  await file.write(buffer, 0, buffer.length, at)
}

/** Another process may write a lower one in between; it has yet to hear of this change, and will then raise it too. */
async function raise(file: FileHandle, place: number, version: number): Promise<void> {
  if ((await readNumber(file, beginOf(place))) < version) await writeNumber(file, beginOf(place), version)
}

async function readNewest(file: FileHandle): Promise<Seen | undefined> {
  const { buffer } = await file.read(Buffer.alloc(12 + longestName), 0, 12 + longestName, newestBegins)
  const length = buffer.readUInt32LE(8)
  if (length === 0 || length > longestName) return undefined
  return [buffer.toString('utf8', 12, 12 + length), buffer.readDoubleLE(0)]
}

async function writeNewest(file: FileHandle, [name, version]: Seen): Promise<void> {
  const text = Buffer.from(name)
  if (text.length > longestName) return
  const head = Buffer.alloc(12)
  head.writeDoubleLE(version, 0)
  head.writeUInt32LE(text.length, 8)
  await file.write(Buffer.concat([head, text]), 0, head.length + text.length, newestBegins)
}
