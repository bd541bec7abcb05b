import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPictureFolder } from '@/documents/picture-folder'
import type { Original } from '@/documents/picture-variants'
import type { PictureStore } from '@/lib/picture-store'

/** What originals' names may end in (lib/articles/pictures.ts). */
const kinds = ['svg', 'jpg', 'png', 'webp']
const limitBytes = 1024 * 1024 * 1024

export type Originals = {
  find(hash: string): Promise<Original | undefined>
  mayExist(hash: string): Promise<boolean>
}

/** Those in the folder. */
export function folderOriginals(folder: string): Originals {
  async function find(hash: string): Promise<Original | undefined> {
    for (const kind of kinds) {
      const path = join(folder, `${hash}.${kind}`)
      const found = await stat(path).catch(() => undefined)
      if (found?.isFile()) return { path, kind, size: found.size }
    }
    return undefined
  }
  return { find, mayExist: async (hash) => (await find(hash)) !== undefined }
}

/** Those in a bucket, fetched when something is made of them and kept nearby for a while. */
export function storedOriginals(
  store: PictureStore,
  folder: string,
  nameOf: (hash: string) => Promise<string | null>,
): Originals {
  const near = createPictureFolder(folder, limitBytes, Date.now)
  return {
    async find(hash) {
      const name = await nameOf(hash)
      if (name === null) return undefined
      const kind = name.slice(name.lastIndexOf('.') + 1)
      const there = await near.find(name)
      if (there) return { ...there, kind }
      const bytes = await store.get(name)
      if (bytes === null) return undefined
      const draft = await near.draft(name)
      await writeFile(draft, bytes)
      return { ...(await near.keep(name, draft)), kind }
    },
    mayExist: async () => true,
  }
}
