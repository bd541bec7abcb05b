import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { servedFolders } from './served-folders.mjs'

// The one before is there for going back without building; the third for who changes between two states of the code.
const wholeBuildsKept = 3
// As long as a page may stay open, or lie in a cache, and still ask for its files.
const filesKeptMs = 7 * 86_400_000

/** Notes that a build is the newest in use from now (ms) on, unless it was already. */
export async function noteNewest(build, now) {
  const [newest] = await readBuilds(dirname(build))
  if (newest?.name !== basename(build)) await noteUse(build, now).catch(unlessClosed)
}

/** Notes that a process serves a build: while it runs, the build stays whole. Workers write notes of their own. */
export async function noteServing(build, pid) {
  const note = async () => {
    await mkdir(join(build, 'served'), { recursive: true })
    await writeFile(join(build, 'served', String(pid)), '')
  }
  await note().catch(unlessClosed)
}

/** Notes when a build became the newest one in use (ms): what came before it counts as replaced from then on. */
export async function noteUse(build, at) {
  await writeFile(join(build, 'used'), '')
  await utimes(join(build, 'used'), at / 1000, at / 1000)
}

/**
 * Builds that no running site serves: the newest stay whole, older ones keep the files that browsers ask for until
 * seven days after they were replaced, and then go. What is left of a build that was killed goes at once.
 */
export async function letOldOnesGo(builds, now) {
  let replacedAt = Number.POSITIVE_INFINITY
  for (const [place, { name, usedAt, isServed }] of (await readBuilds(builds)).entries()) {
    const build = join(builds, name)
    if (usedAt === null || (!isServed && now - replacedAt >= filesKeptMs))
      await rm(build, { recursive: true, force: true })
    else if (!isServed && place >= wholeBuildsKept) await keepFilesOnly(build, usedAt)
    replacedAt = usedAt ?? replacedAt
  }
}

/** Those used last come first; those that were never finished, without a time, come last. */
async function readBuilds(builds) {
  const names = await readdir(builds)
  const read = await Promise.all(
    names.map(async (name) => {
      const usedAt = (await timeOf(join(builds, name, 'used'))) ?? (await timeOf(join(builds, name, 'made')))
      return { name, usedAt, isServed: await isServed(join(builds, name)) }
    }),
  )
  return read.sort((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0))
}

async function keepFilesOnly(build, usedAt) {
  await noteUse(build, usedAt)
  // First, so that a start never takes half a build for a whole one.
  await rm(join(build, 'made'), { force: true })
  for (const name of await readdir(build))
    if (name !== 'used' && !servedFolders.includes(name))
      await rm(join(build, name), { recursive: true, force: true })
}

async function isServed(build) {
  const pids = await readdir(join(build, 'served')).catch(() => [])
  return pids.some((pid) => isRunning(Number(pid)))
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Where nothing can be written nothing can be removed either. */
function unlessClosed(error) {
  if (!['EROFS', 'EACCES', 'EPERM'].includes(error.code)) throw error
}

async function timeOf(path) {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
}
