import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Of the desk, by their names in Next's list. */
const desk = /^\/(?:api\/)?admin(?:\/|$)/

/**
 * Loads what readers ask for, so that none of them waits for it: every page and handler of a build but the desk's,
 * which a worker loads when a moderator first comes. It takes 25 MB. As Next's own
 * preloading does it, which next.config.js turns off; what fails here fails again, with its reason, when it is asked for.
 */
export async function preloadForReaders(
  build: string,
  log: (line: Record<string, unknown>) => void,
): Promise<void> {
  // Not before Next has prepared the process that it is loaded into.
  const { loadComponents } = await import('next/dist/server/load-components.js')
  const distDir = resolve(build)
  const list = await readFile(join(distDir, 'server/app-paths-manifest.json'), 'utf8')
  for (const page of Object.keys(z.record(z.string(), z.string()).parse(JSON.parse(list)))) {
    if (desk.test(page)) continue
    try {
      const options = {
        isAppPath: true,
        isDev: false,
        sriEnabled: false,
        needsManifestsForLegacyReasons: false,
      }
      await loadComponents({ distDir, page, ...options })
    } catch (error) {
      log({ event: 'preloading-failed', page, error: String(error) })
    }
  }
}
