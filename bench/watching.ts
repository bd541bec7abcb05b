import { readdir, readFile, readlink } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { decoded } from './compressed'
import { treeOf } from './process-tree'
import type { Site } from './site'
import { acceptEncoding } from './wrk'

/** A reader who keeps one connection and asks for the same page again and again. */
export type Watcher = {
  /** Whether the page, as it is served now, has this in it. Rejects when it is not served. */
  has(mark: string): Promise<boolean>
  close(): void
}

export function watch(url: string): Watcher {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    has: async (mark) => (await ask(url, agent)).includes(mark),
    close: () => agent.destroy(),
  }
}

/**
 * As many readers of a page as it takes for every one of a site's processes to have one of their connections. Throws
 * when the processes are fewer.
 */
export async function watchEvery(site: Site, path: string, processes: number): Promise<Watcher[]> {
  const watchers: Watcher[] = []
  for (;;) {
    const watcher = watch(`${site.origin}${path}`)
    watchers.push(watcher)
    await watcher.has('')
    const serving = await processesServing(site.program.pid, site.port)
    if (serving.size >= processes) return watchers
    if (watchers.length >= 8 * processes)
      throw new Error(`${watchers.length} connections went to ${serving.size} of ${processes} processes`)
  }
}

/** The processes of a tree that hold connections which others have opened to this port. */
async function processesServing(root: number, port: number): Promise<Set<number>> {
  const sockets = new Set<string>()
  for (const table of ['tcp', 'tcp6']) {
    const text = await readFile(`/proc/net/${table}`, 'utf8').catch(() => '')
    for (const line of text.split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/)
      const isOurs = Number.parseInt(local.split(':')[1] ?? '', 16) === port && state === established
      if (isOurs) sockets.add(`socket:[${inode}]`)
    }
  }
  const holding = new Set<number>()
  for (const { pid } of await treeOf(root))
    for (const open of await openFiles(pid)) if (sockets.has(open)) holding.add(pid)
  return holding
}

const established = '01'

async function openFiles(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')))
}

function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const req = get(url, { agent, headers: { 'accept-encoding': acceptEncoding } }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () => {
        if (res.statusCode !== 200) reject(new Error(`${url} answered ${res.statusCode}`))
        else resolve(decoded(Buffer.concat(chunks), res.headers['content-encoding']).toString())
      })
    })
    req.on('error', reject)
  })
}
