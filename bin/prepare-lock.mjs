import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does the work while no other process does it with the same lock file. The file names the process that works
 * and the program it runs (`work` gets a function that notes it); it counts as long as either lives, so that a
 * build whose parent was killed is waited for, and after a crash nothing has to be removed by hand.
 */
export async function withLock(path, log, work) {
  await mkdir(dirname(path), { recursive: true })
  const me = await describe(process.pid)
  let told = false
  while (!(await take(path, { holder: me, child: null }))) {
    const [busy] = await livingIn(path)
    if (busy && !told) log(`Process ${busy.pid} is preparing this clone; waiting for it …\n`)
    told ||= Boolean(busy)
    await sleep(busy ? 200 : 20)
  }
  try {
    return await work(async (pid) => write(path, { holder: me, child: await describe(pid) }))
  } finally {
    await rm(path, { force: true })
  }
}

/** Takes the lock if nobody has it; a lock whose processes are gone is put aside for the next try. */
async function take(path, content) {
  const temporary = await draft(path, content)
  try {
    await link(temporary, path)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const seen = await read(path)
    if (seen !== null && (await livingIn(path)).length === 0) await putAside(path, seen)
    return false
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Of two that put aside the same dead lock, one may catch the other's new one: it goes back. */
async function putAside(path, seen) {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    await rename(path, aside)
    if ((await read(aside)) !== seen) await link(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(error.code)) throw error
  }
  await rm(aside, { force: true })
}

async function livingIn(path) {
  const text = await read(path)
  const { holder = null, child = null } = text ? JSON.parse(text) : {}
  const living = await Promise.all([holder, child].map(async (one) => one !== null && (await lives(one))))
  return [holder, child].filter((_, index) => living[index])
}

/** A process id comes back for another process; on Linux the time it began tells them apart. */
async function lives({ pid, began }) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return false
  }
  return (await describe(pid)).began === began
}

async function describe(pid) {
  const stat = await read(`/proc/${pid}/stat`)
  const [state, ...rest] = stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ') : []
  return { pid, began: state === 'Z' ? 'ended' : (rest[18] ?? null) }
}

async function write(path, content) {
  await rename(await draft(path, content), path)
}

async function draft(path, content) {
  const temporary = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(temporary, JSON.stringify(content))
  return temporary
}

async function read(path) {
  return readFile(path, 'utf8').catch((error) => {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return null
    throw error
  })
}
