import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type Room = {
  /** Which of the folders a file named by this hash (hex) belongs to. */
  shelfOf(hash: string): string
  /** Whether a file of this size is ever let in. */
  admits(bytes: number): boolean
  /** Makes room for a file of this size in its folder: those longest unused leave. */
  make(shelf: string, bytes: number): Promise<void>
  shelves: number
}

/**
 * Keeps a tree of files below a limit without knowing its files: every folder has an equal share of the limit and is
 * looked through only when this process has written its share full. With several processes each may be an eighth of
 * a share ahead of what the others know, so that N of them stay below limit × (1 + N/8).
 */
export function createRoom(root: string, limitBytes: number, now: () => number): Room {
  const shelves = shelvesFor(limitBytes)
  const share = Math.floor(limitBytes / shelves)
  const known = new Map<string, { bytes: number; written: number }>()

  async function lookThrough(shelf: string, coming: number): Promise<number> {
    const folder = join(root, shelf)
    const files = await filesIn(folder)
    const abandoned = files.filter(({ name, at }) => name.startsWith('.') && now() - at > abandonedAfterMs)
    for (const { name } of abandoned) await rm(join(folder, name), { force: true })
    const left = files.filter((file) => !abandoned.includes(file)).sort((a, b) => a.at - b.at)
    let bytes = left.reduce((sum, file) => sum + file.bytes, 0)
    if (bytes + coming <= share) return bytes
    for (const file of left) {
      if (bytes + coming <= share * roomyShare) break
      await rm(join(folder, file.name), { force: true })
      bytes -= file.bytes
    }
    return bytes
  }

  return {
    shelves,
    shelfOf: (hash) => (Number.parseInt(hash.slice(0, 2), 16) % shelves).toString(16).padStart(2, '0'),
    admits: (bytes) => onDisk(bytes) <= share / 4,
    async make(shelf, bytes) {
      const coming = onDisk(bytes)
      const before = known.get(shelf)
      const isKnown =
        before !== undefined && before.bytes + coming <= share && before.written + coming <= share / 8
      const counted = isKnown ? before : { bytes: await lookThrough(shelf, coming), written: 0 }
      known.set(shelf, { bytes: counted.bytes + coming, written: counted.written + coming })
    },
  }
}

const mostShelves = 256
const smallestShare = 2 * 1024 * 1024
/** A folder that was looked through is left with some room, so that the next file does not look again. */
const roomyShare = 0.9
/** What a killed process was writing. */
const abandonedAfterMs = 60_000
const block = 4096

function shelvesFor(limitBytes: number): number {
  let shelves = 1
  while (shelves < mostShelves && limitBytes / (shelves * 2) >= smallestShare) shelves *= 2
  return shelves
}

/** A file system gives whole blocks, and something for the name. */
function onDisk(bytes: number): number {
  return Math.ceil(bytes / block) * block + 256
}

async function filesIn(folder: string): Promise<{ name: string; bytes: number; at: number }[]> {
  const names = await readdir(folder).catch(() => [])
  const found = []
  for (let index = 0; index < names.length; index += 64) {
    const some = names.slice(index, index + 64).map(async (name) => {
      // A file that another process has just removed is not there.
      const facts = await stat(join(folder, name)).catch(() => undefined)
      return facts === undefined ? [] : [{ name, bytes: onDisk(facts.size), at: facts.mtimeMs }]
    })
    found.push(...(await Promise.all(some)).flat())
  }
  return found
}
