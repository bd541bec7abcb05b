import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

export type File = { path: string; size: number }

export type PictureFolder = {
  /** The file of this name; finding it counts as a use. */
  find(name: string): Promise<File | undefined>
  /** A path to write to. It becomes the file of this name, whole and at once, when `keep` is called. */
  draft(name: string): Promise<string>
  keep(name: string, draft: string): Promise<File>
  discard(draft: string): Promise<void>
}

/**
 * Files that can be made again, bounded by bytes: those longest unused leave. Several processes may share the folder:
 * each counts again after some files of its own, so together they stay near the limit.
 */
export function createPictureFolder(folder: string, limitBytes: number, now: () => number): PictureFolder {
  let roomBytes = 0
  let addedSinceCount = countAgainAfter
  let drafts = 0

  async function makeRoom(): Promise<void> {
    const files = (await Promise.all((await readdir(folder)).map(look))).flatMap((file) => file ?? [])
    let bytes = files.reduce((total, { size }) => total + size, 0)
    addedSinceCount = 0
    if (bytes > limitBytes)
      for (const { path, size } of files.sort((a, b) => a.usedAt - b.usedAt)) {
        if (bytes <= limitBytes * fullness) break
        await rm(path, { force: true })
        bytes -= size
      }
    roomBytes = limitBytes - bytes
  }

  async function look(name: string): Promise<(File & { usedAt: number }) | undefined> {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    return found?.isFile() ? { path, size: found.size, usedAt: found.mtimeMs } : undefined
  }

  return {
    async find(name) {
      const file = await look(name)
      if (file === undefined) return undefined
      // Once an hour is often enough to tell what is used. It may have left meanwhile, or not be ours to touch.
      if (now() - file.usedAt > hourMs) {
        const moment = new Date(now())
        await utimes(file.path, moment, moment).catch(() => undefined)
      }
      return file
    },
    async draft(name) {
      await mkdir(folder, { recursive: true })
      drafts += 1
      return join(folder, `${name}.${process.pid}-${drafts}.part`)
    },
    async keep(name, draft) {
      const path = join(folder, name)
      const { size } = await stat(draft)
      await rename(draft, path)
      roomBytes -= size
      addedSinceCount += 1
      if (roomBytes < 0 || addedSinceCount > countAgainAfter) await makeRoom()
      return { path, size }
    },
    discard: (draft) => rm(draft, { force: true }),
  }
}

const hourMs = 3_600_000
const countAgainAfter = 64
/** How full the folder is left, so that not every further file asks for room. */
const fullness = 0.9
