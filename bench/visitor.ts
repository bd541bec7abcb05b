import { Agent, get } from 'node:http'
import { acceptEncoding } from './wrk'

/** Asks for a page over one connection that is kept, goes where it is sent on to, and takes all of it. */
export type Visitor = {
  ask(path: string): Promise<{ milliseconds: number; cacheStatus: string }>
  close(): void
}

export function openVisitor(origin: string): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const once = (path: string) =>
    new Promise<{ location: string | undefined; cacheStatus: string }>((resolve, reject) => {
      get(`${origin}${path}`, { agent, headers: { 'accept-encoding': acceptEncoding } }, (res) => {
        res.resume()
        res.on('error', reject)
        res.on('end', () => {
          const { statusCode = 0, headers } = res
          if (statusCode === 200 || statusCode === 303)
            resolve({ location: headers.location, cacheStatus: String(headers['cache-status'] ?? '') })
          else reject(new Error(`${path} was answered ${statusCode}`))
        })
      }).on('error', reject)
    })
  return {
    async ask(path) {
      const began = performance.now()
      let answer = await once(path)
      if (answer.location) {
        const { pathname, search } = new URL(answer.location, origin)
        answer = await once(pathname + search)
      }
      return { milliseconds: performance.now() - began, cacheStatus: answer.cacheStatus }
    },
    close: () => agent.destroy(),
  }
}
