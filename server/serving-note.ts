import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Notes in a build's folder that this process serves it, and no other: builds are cleared away when no running
 * process has a note in them (bin/old-builds.mjs). Where nothing can be written nothing can be cleared away either.
 */
export async function noteServing(build: string, pid: number): Promise<void> {
  const builds = dirname(build)
  try {
    for (const name of await readdir(builds))
      await rm(join(builds, name, 'served', String(pid)), { force: true })
    await mkdir(join(build, 'served'), { recursive: true })
    await writeFile(join(build, 'served', String(pid)), '')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['EROFS', 'EACCES', 'EPERM'].includes(code)) throw error
  }
}
