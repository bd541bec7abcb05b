import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeSmallDocument } from '../document'
import type { StoredPage } from './file'
import { type DiskOptions, type DiskTier, openDiskTier } from './tier'

export const headers = ['Content-Security-Policy', "default-src 'none'"]
export const outside = () => ({ headers })

/** A folder of its own for the test, removed after it. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-disk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export type OpenedTier = DiskTier & { lines: Record<string, unknown>[] }

/** A tier that writes without delay; `close` waits until all is written. */
export async function openTier(folder: string, options: Partial<DiskOptions> = {}): Promise<OpenedTier> {
  const lines: Record<string, unknown>[] = []
  const tier = await openDiskTier({
    folder,
    limitBytes: 8 * 1024 * 1024,
    edition: ['build-1'],
    now: Date.now,
    log: (line) => lines.push(line),
    writeEveryMs: 0,
    ...options,
  })
  return { ...tier, lines }
}

export function storedPage(
  key: string,
  words = key,
  topics: StoredPage['topics'] = [['site', 1]],
): StoredPage {
  const html = `<!doctype html><html lang="en"><title>${words}</title>${noise(key)}</html>`
  const document = makeSmallDocument({
    status: 200,
    url: key,
    html,
    language: 'en',
    headers,
    buildId: 'build-1',
  })
  return { key, document, topics, beganAt: Date.now(), expiresAt: Number.POSITIVE_INFINITY }
}

/** Every file below a folder, with its size. */
export async function filesBelow(folder: string): Promise<{ path: string; bytes: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.map(async (path) => ({ path, bytes: (await stat(path)).size })))
}

/** The files that are pages. */
export async function pagesBelow(folder: string): Promise<{ path: string; bytes: number }[]> {
  return (await filesBelow(folder)).filter(({ path }) => /\/[0-9a-f]{40}$/.test(path))
}

/** About eight kilobytes that do not compress well, the same for the same seed. */
function noise(seed: string): string {
  let state = [...seed].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7)
  return Array.from({ length: 2000 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state.toString(36).slice(-4)
  }).join('')
}
