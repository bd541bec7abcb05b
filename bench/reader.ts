import { Agent, get } from 'node:http'
import { acceptEncoding } from './wrk'

/** Someone who reads a site over connections that are kept. */
export type Reader = {
  /** Asks for a page and takes all of it. Rejects unless it is a success with something in it. */
  ask(path: string): Promise<{ bytes: number; cacheStatus: string }>
  close(): void
}

export function openReader(origin: string, connections = 1): Reader {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { 'accept-encoding': acceptEncoding }
  const ask: Reader['ask'] = (path) =>
    new Promise((resolve, reject) => {
      const req = get(`${origin}${path}`, { agent, headers }, (res) => {
        let bytes = 0
        res.on('data', (chunk: Buffer) => (bytes += chunk.length))
        res.on('error', reject)
        res.on('end', () => {
          const cacheStatus = String(res.headers['cache-status'] ?? '')
          if (res.statusCode !== 200 || bytes === 0)
            reject(new Error(`${path} was answered ${res.statusCode} with ${bytes} bytes`))
          else resolve({ bytes, cacheStatus })
        })
      })
      req.on('error', reject)
    })
  return { ask, close: () => agent.destroy() }
}
