import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** One form of a document as a file. `second` is the file's time, from which nginx makes its ETag. */
export type LaidForm = { coding: 'br' | 'gzip'; body: Buffer; second: number }
export type LaidPage = { path: string; topics: readonly string[]; forms: readonly LaidForm[] }

export type LaidFiles = {
  /**
   * Lays a page out, unless it lies there already. `isCurrent` is asked last, with nothing in between that could be
   * heard. Resolves to the bytes written. Rejects when it cannot be laid, and then nothing of it lies there.
   */
  lay(page: LaidPage, isCurrent: () => boolean): Promise<number>
  /** Removes, before it returns, every page that was laid out under this topic by any process. */
  removeFor(topic: string): void
  /** Removes everything before it returns; what it filled is given back later. */
  empty(): Promise<void>
}

/**
 * Pages by path in `pages`, and beside them in `topics` a mark for every topic and page: a change is heard by processes
 * that did not lay the page out, and may have nothing of it in memory. Marks stay when their page goes: the process
 * that lays it out may hear a change later than the one that already removed it.
 */
export function openLaidFiles(folder: string, edition: string): LaidFiles {
  const root = join(folder, edition)
  const self = randomUUID().slice(0, 8)
  const fileOf = (path: string, coding: LaidForm['coding']) => join(pagesOf(root), `${path}.${coding}`)
  const marksOf = (topic: string) =>
    join(root, 'topics', createHash('sha256').update(topic).digest('hex').slice(0, 24))
  const unfinished = (coding: LaidForm['coding']) => join(root, `.${self}.${coding}`)

  async function isLaid({ path, forms }: LaidPage): Promise<boolean> {
    const found = await Promise.all(
      forms.map(({ coding }) => stat(fileOf(path, coding)).catch(() => undefined)),
    )
    return found.every((file, index) => file?.mtimeMs === (forms[index]?.second ?? 0) * 1000)
  }

  async function mark(topic: string, path: string): Promise<void> {
    const marks = marksOf(topic)
    await mkdir(marks, { recursive: true })
    await writeFile(join(marks, encodeURIComponent(path)), '')
  }

  function removePage(path: string): void {
    for (const coding of ['br', 'gzip'] as const) rmSync(fileOf(path, coding), { force: true })
  }

  const empty = () => emptyLaidFiles(folder)

  return {
    async lay(page, isCurrent) {
      if (await isLaid(page)) return 0
      const { path, topics, forms } = page
      await mkdir(root, { recursive: true })
      // Before the marks: if everything is removed after this, these go too, and the page cannot lie there unmarked.
      for (const { coding, body, second } of forms) {
        await writeFile(unfinished(coding), body)
        await utimes(unfinished(coding), second, second)
      }
      await mkdir(dirname(fileOf(path, 'br')), { recursive: true })
      await Promise.all(topics.map((topic) => mark(topic, path)))
      if (!isCurrent()) return 0
      try {
        for (const { coding } of forms) renameSync(unfinished(coding), fileOf(path, coding))
      } catch (error) {
        removePage(path)
        throw error
      }
      return forms.reduce((sum, { body }) => sum + body.length, 0)
    },
    removeFor(topic) {
      const names = namesIn(marksOf(topic))
      if (names.length > manyPages) void empty()
      else for (const name of names) removePage(decodeURIComponent(name))
    },
    empty,
  }
}

/** Where the pages lie that nginx looks for. */
export function pagesOf(root: string): string {
  return join(root, 'pages')
}

/** Removes what any process and any edition laid out, before it returns. What is not Tribune's there stays. */
export function emptyLaidFiles(folder: string): Promise<void> {
  for (const name of namesIn(folder).filter((name) => editionShape.test(name))) {
    try {
      renameSync(join(folder, name), join(folder, `.gone-${randomUUID()}`))
    } catch (error) {
      // Another process was there first.
      if (!isMissing(error)) throw error
    }
  }
  const gone = namesIn(folder).filter((name) => name.startsWith('.gone-'))
  return Promise.all(gone.map((name) => rm(join(folder, name), { recursive: true, force: true }))).then(
    () => undefined,
  )
}

/** What an edition is called. */
export const editionShape = /^[0-9a-f]{16}$/
/** One removal of everything then takes less time, and what is still read comes back within two seconds. */
const manyPages = 200

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
