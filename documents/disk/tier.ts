import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outside } from '../outer'
import { readPage, type StoredPage, writePage } from './file'
import { type Heard, openHeard } from './heard'
import { createWriteQueue } from './queue'
import { createRoom } from './room'

export type DiskOptions = {
  folder: string
  limitBytes: number
  /** Everything beside topics that a page's bytes depend on: the build, and the settings that pages show. */
  edition: readonly string[]
  now(): number
  log(line: Record<string, unknown>): void
  /** The same page is written at most this often. */
  writeEveryMs?: number
  /** When what other editions left is removed: not before the start is sure to have succeeded. */
  cleanAfterMs?: number
}

/** Finished documents in a folder, for the process after this one and for when memory is too small. Never rejects. */
export type DiskTier = {
  /**
   * The page as it was stored, whether or not it is still current: that is for the asker to find out. `outside` gives
   * what it says beside itself, which may have changed since.
   */
  read(key: string, outside: (topics: readonly string[]) => Outside): Promise<StoredPage | undefined>
  /** Stores the page in a while; of several under one key the last. */
  put(page: StoredPage): void
  forget(key: string): void
  heard: Heard
  close(): Promise<void>
}

/** Opens the tier. A folder that cannot be used is logged once, and the site goes on without. */
export async function openDiskTier(options: DiskOptions): Promise<DiskTier> {
  const { folder, limitBytes, now, log } = options
  const own = createHash('sha256')
    .update(JSON.stringify([...options.edition, limitBytes]))
    .digest('hex')
  const edition = own.slice(0, 16)
  const root = join(folder, edition)
  const room = createRoom(root, limitBytes, now)
  const self = randomUUID().slice(0, 8)
  let isFailing = false
  let restsUntil = Number.NEGATIVE_INFINITY

  function failed(error: unknown): void {
    if (!isFailing) log({ event: 'disk-tier-failed', folder, error: String(error) })
    isFailing = true
    restsUntil = now() + restMs
  }

  function placeOf(key: string): { shelf: string; path: string } {
    const hash = createHash('sha256').update(key).digest('hex')
    const shelf = room.shelfOf(hash)
    return { shelf, path: join(root, shelf, hash.slice(0, 40)) }
  }

  async function write(key: string, page: StoredPage): Promise<void> {
    if (now() < restsUntil) return
    const { shelf, path } = placeOf(key)
    const bytes = writePage(edition, page)
    if (!room.admits(bytes.length)) return
    const unfinished = join(root, shelf, `.${self}`)
    try {
      await room.make(shelf, bytes.length)
      await writeFile(unfinished, bytes).catch(async (error) => {
        if (error.code !== 'ENOENT') throw error
        await mkdir(join(root, shelf), { recursive: true })
        await writeFile(unfinished, bytes)
      })
      await rename(unfinished, path)
      isFailing = false
    } catch (error) {
      failed(error)
      await rm(unfinished, { force: true }).catch(() => undefined)
    }
  }

  await mkdir(root, { recursive: true }).catch(failed)
  const heard = await openHeard(join(folder, 'heard'), { now, failed })
  const queue = createWriteQueue({
    write,
    everyMs: options.writeEveryMs ?? 2000,
    mostBytes: Math.min(limitBytes, 32 * 1024 * 1024),
  })
  const cleaning = setTimeout(
    () => void removeOthers(folder, edition).catch(failed),
    options.cleanAfterMs ?? 60_000,
  ).unref()

  return {
    heard,
    put: (page) => queue.put(page.key, page, page.document.bytes),
    forget(key) {
      queue.drop(key)
      void rm(placeOf(key).path, { force: true }).catch(failed)
    },
    async read(key, outside) {
      const bytes = await readUsed(placeOf(key).path, now()).catch(() => undefined)
      return bytes && readPage(bytes, { edition, key, outside })
    },
    async close() {
      clearTimeout(cleaning)
      await queue.flush()
      await heard.close()
    },
  }
}

/** Whether the folder has any page of this edition that may stand in while the database is away. Changes nothing. */
export async function hasStandIns(options: DiskOptions): Promise<boolean> {
  const { folder, now } = options
  const root = join(folder, editionOf(options))
  const shelves = await readdir(root).catch(() => [])
  for (const shelf of shelves) {
    const names = await readdir(join(root, shelf)).catch(() => [])
    if (!names.some((name) => !name.startsWith('.'))) continue
    const heard = await openHeard(join(folder, 'heard'), { now, failed: () => undefined })
    const until = await heard.vouchesFor({ topics: [], beganAt: now() })
    await heard.close()
    return until !== undefined && until > now()
  }
  return false
}

function editionOf({ edition, limitBytes }: DiskOptions): string {
  // The limit decides in which folder a page lies.
  return createHash('sha256')
    .update(JSON.stringify([...edition, limitBytes]))
    .digest('hex')
    .slice(0, 16)
}

/** After a failure, writing rests for so long. */
const restMs = 60_000
/** A use is written down at most this often. */
const useMs = 600_000

/** A file's bytes, and the note that it was used: what is longest unused leaves first. */
async function readUsed(path: string, now: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size, mtimeMs } = await file.stat()
    const bytes = Buffer.allocUnsafeSlow(size)
    const { bytesRead } = await file.read(bytes, 0, size, 0)
    if (now - mtimeMs > useMs) await utimes(path, now / 1000, now / 1000).catch(() => undefined)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Removes what other builds and other settings stored: nothing of theirs is ever read again. */
async function removeOthers(folder: string, edition: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const isEdition = /^[0-9a-f]{16}$/.test(name) && (await stat(join(folder, name))).isDirectory()
    if (isEdition && name !== edition) await rm(join(folder, name), { recursive: true, force: true })
  }
}
