import { readdir, readFile, readlink } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { decoded } from './compressed'
import { treeOf } from './process-tree'
import type { Site } from './site'
import { acceptEncoding } from './wrk'

/** A reader who keeps one connection, and asks for pages again and again, each time by the tag of what it has. */
export type Watcher = {
  /** Whether a page, as it is served now, has this in it; one that is not there has nothing. Rejects when it fails. */
  has(path: string, mark: string): Promise<boolean>
  close(): void
}

export function watch(origin: string): Watcher {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let last: { path: string; page: Page } | null = null
  return {
    has: async (path, mark) => {
      const known = last?.path === path ? last.page : null
      const page = await ask(`${origin}${path}`, agent, known)
      last = page && { path, page }
      return page?.text.includes(mark) ?? false
    },
    close: () => agent.destroy(),
  }
}

/**
 * As many readers, who have asked for a page, as it takes for every one of a site's processes to have one of their
 * connections. Throws when the processes are fewer.
 */
export async function watchEvery(site: Site, path: string, processes: number): Promise<Watcher[]> {
  const before = await connectionsTo(site)
  const watchers: Watcher[] = []
  for (;;) {
    const watcher = watch(site.origin)
    watchers.push(watcher)
    await watcher.has(path, '')
    const now = await connectionsTo(site)
    const reached = [...now].filter(([pid, count]) => count > (before.get(pid) ?? 0))
    if (reached.length >= processes) return watchers
    if (watchers.length >= 8 * processes)
      throw new Error(`${watchers.length} connections went to ${reached.length} of ${processes} processes`)
  }
}

/** How many connections which others have opened each process of a site holds. */
async function connectionsTo({ program, port }: Site): Promise<Map<number, number>> {
  const sockets = new Set<string>()
  for (const table of ['tcp', 'tcp6']) {
    const text = await readFile(`/proc/net/${table}`, 'utf8').catch(() => '')
    for (const line of text.split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/)
      const isOurs = Number.parseInt(local.split(':')[1] ?? '', 16) === port && state === established
      if (isOurs) sockets.add(`socket:[${inode}]`)
    }
  }
  const holding = new Map<number, number>()
  for (const { pid } of await treeOf(program.pid)) {
    const count = (await openFiles(pid)).filter((open) => sockets.has(open)).length
    if (count > 0) holding.set(pid, count)
  }
  return holding
}

const established = '01'

async function openFiles(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')))
}

type Page = { text: string; etag: string | undefined }

/** The page, or the known one where it is still the same; null where there is none. */
function ask(url: string, agent: Agent, known: Page | null): Promise<Page | null> {
  const headers = {
    'accept-encoding': acceptEncoding,
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
  }
  return new Promise((resolve, reject) => {
    const req = get(url, { agent, headers }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () => {
        const { statusCode, headers: said } = res
        if (statusCode === 304) resolve(known)
        else if (statusCode === 404) resolve(null)
        else if (statusCode !== 200) reject(new Error(`${url} answered ${statusCode}`))
        else {
          const text = decoded(Buffer.concat(chunks), said['content-encoding']).toString()
          resolve({ text, etag: said.etag })
        }
      })
    })
    req.on('error', reject)
  })
}
