import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import type { Seen } from './file'

/** The numbers and the one name that a heard file holds. A number that was never written is 0. */
export type HeardFile = {
  began: Slot
  upTo: Slot
  newest(): Promise<Seen | undefined>
  setNewest(seen: Seen): Promise<void>
  /** The highest version noted at a place. */
  noted(place: number): Promise<number>
  /** Another process may write a lower one in between; it has yet to hear of this change, and will raise it too. */
  raise(place: number, version: number): Promise<void>
  close(): Promise<void>
}
export type Slot = { read(): Promise<number>; write(value: number): Promise<void> }

/** Where a topic's versions are noted. */
export function placeOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32LE(0) % places
}

/** The file, or a new one in the place of what is none. */
export async function openHeardFile(path: string, now: number): Promise<HeardFile> {
  const file = await openWhole(path, now)
  return {
    began: slot(file, beganBegins),
    upTo: slot(file, upToBegins),
    newest: () => readNewest(file),
    setNewest: (seen) => writeNewest(file, seen),
    noted: (place) => slot(file, placesBegin + place * 8).read(),
    async raise(place, version) {
      const { read, write } = slot(file, placesBegin + place * 8)
      if ((await read()) < version) await write(version)
    },
    close: () => file.close(),
  }
}

const places = 2 ** 20
const mark = Buffer.from('TRIBHRD1')
const [beganBegins, upToBegins, newestBegins, placesBegin] = [8, 16, 24, 4096]
const longestName = 1000

/** Of processes that make it at once one wins. */
async function openWhole(path: string, now: number): Promise<FileHandle> {
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
    await slot(made, beganBegins).write(now)
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

function slot(file: FileHandle, at: number): Slot {
  return {
    async read() {
      const { buffer } = await file.read(Buffer.alloc(8), 0, 8, at)
      const value = buffer.readDoubleLE(0)
      return Number.isNaN(value) ? 0 : value
    },
    async write(value) {
      const buffer = Buffer.alloc(8)
      buffer.writeDoubleLE(value, 0)
      await file.write(buffer, 0, buffer.length, at)
    },
  }
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
