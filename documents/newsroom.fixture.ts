import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import { type Presence, watchPresence } from '@/lib/database/presence'
import { createDocuments, type Documents, type DocumentsOptions } from './serve'
import { textPlace } from './text-place'
import { createCells, type Versions } from './versions'

export type Seen = { url: string; method: string; headers: IncomingHttpHeaders; body: string }
export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }
export type Ask = { method?: string; headers?: Record<string, string>; body?: string; chunked?: boolean }

export type Newsroom = {
  port: number
  /** What stands in Next's place, by path; `answer` is for paths without an entry. */
  pages: Map<string, (req: IncomingMessage, res: ServerResponse) => void | Promise<void>>
  seen: Seen[]
  lines: Record<string, unknown>[]
  clock: { now: number }
  /** Topics as the database has them. `change` also announces; `changeSilently` does not. */
  change(topic: string): void
  database: {
    topics: Map<string, number>
    /** The topics that were changed, in order. */
    changes: string[]
    stopped: boolean
    hearing: boolean
    heardAt: number
    reads: number
  }
  presence: Presence
  documents: Documents
  /** How many requests have reached the server. */
  arrivals(): number
  /** How often Next was asked for a path. */
  asked(path: string): number
  get(path: string, ask?: Ask): Promise<Reply>
  close(): Promise<void>
}

export function page(title: string, head = '', body = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title>${head}</head><body><h1>${title}</h1>${body}</body></html>`
}

export function sendPage(res: ServerResponse, html: string, status = 200): void {
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}

/** A real server on loopback whose documents come from purpose-made pages in the place of Next. */
export async function openNewsroom(
  options: Partial<DocumentsOptions> = {},
  topics = new Map<string, number>(),
): Promise<Newsroom> {
  const seen: Seen[] = []
  const lines: Record<string, unknown>[] = []
  const clock = { now: 1_800_000_000_000 }
  const pages: Newsroom['pages'] = new Map()
  const database = {
    topics,
    changes: [] as string[],
    stopped: false,
    hearing: true,
    heardAt: clock.now,
    reads: 0,
  }
  const cells = createCells(async (names) => {
    database.reads += 1
    if (database.stopped) throw new Error('stopped')
    return new Map(names.map((name) => [name, database.topics.get(name) ?? 0]))
  })
  const presence = watchPresence({
    ask: async () => {
      if (database.stopped) throw new Error('stopped')
    },
    log: (line) => lines.push(line),
  })
  const versions: Versions = {
    get hearing() {
      return database.hearing
    },
    get heardAt() {
      return database.heardAt
    },
    claim: cells.claim,
    release: cells.release,
    size: cells.size,
    // Every change is a transaction of its own.
    moment: async () => String(database.changes.length),
    async unmovedSince(moment, names) {
      if (database.changes.slice(Number(moment)).some((topic) => names.includes(topic))) return undefined
      return new Map(names.map((name) => [name, database.topics.get(name) ?? 0]))
    },
    close: async () => undefined,
  }

  async function next(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of req) body += chunk
    seen.push({ url: req.url ?? '', method: req.method ?? '', headers: { ...req.headers }, body })
    const path = (req.url ?? '').split('?')[0] ?? ''
    const answer = pages.get(req.url ?? '') ?? pages.get(path)
    if (answer !== undefined) await answer(req, res)
    else if (path.startsWith('/errors/'))
      sendPage(res, page(`Page for ${path.slice(8)}`, '', path === '/errors/503' ? textPlace : ''))
    else sendPage(res, page('Next says not found', '', '<script>flight()</script>'), 404)
  }

  let arrivals = 0
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const documents = createDocuments({
    next,
    dev: 'off',
    buildId: 'build-1',
    siteUrl: new URL(`http://localhost:${port}`),
    timeZone: 'UTC',
    versions,
    presence,
    givenBack: { box: 'Your text', again: 'Send it again' },
    errorText: (status) => ({ title: `Plain ${status}`, sentence: 'What happened.', home: 'The front' }),
    trustedProxies: [],
    now: () => clock.now,
    log: (line) => lines.push(line),
    ...options,
  })
  documents.serve(server)
  server.prependListener('request', () => {
    arrivals += 1
  })

  return {
    port,
    pages,
    seen,
    lines,
    clock,
    database,
    presence,
    documents,
    change(topic) {
      const version = (database.topics.get(topic) ?? 0) + 1
      database.topics.set(topic, version)
      database.changes.push(topic)
      cells.hear(topic, version)
    },
    arrivals: () => arrivals,
    asked: (path) => seen.filter(({ url }) => url === path).length,
    get: (path, ask) => send(port, path, ask),
    async close() {
      presence.close()
      await documents.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The path goes out as it is written, absurd or not. */
function send(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, chunked }: Ask = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request({
      port,
      host: '127.0.0.1',
      path,
      method,
      headers: { ...length, ...headers },
      agent: false,
    })
    sent.on('response', (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const whole = Buffer.concat(chunks)
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          body: whole,
          text: whole.toString('utf8'),
        })
      })
    })
    sent.on('error', reject)
    if (chunked) sent.setHeader('transfer-encoding', 'chunked')
    sent.end(body)
  })
}
