import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { namesHtml } from './accept'
import type { Forwarding } from './forwarding'
import type { HeaderList, Policies } from './policy'
import type { NextHandler } from './render'
import type { World } from './routes'
import { watchAnswer } from './watch'

export type PassOptions = {
  next: NextHandler
  /** Serves files in the place of Next. */
  assets?: NextHandler
  forwarding: Forwarding
  policies: Policies
  /** Sends the page of an error status. */
  sendError(req: IncomingMessage, res: ServerResponse, status: number, extra?: HeaderList): void
  log(line: Record<string, unknown>): void
}
export type Pass = (req: IncomingMessage, res: ServerResponse, world: Exclude<World, 'document'>) => void

/**
 * Hands a request of the other worlds to Next: private pages with a nonce of their own and never to be stored, the
 * API with our error page in the place of Next's for people, files and machines' pages without cookies.
 */
export function createPass(options: PassOptions): Pass {
  const { forwarding, policies, log } = options

  return (req, res, world) => {
    const requestId = randomUUID()
    forwarding.clean(req, requestId)
    const hasAnswered = prepare(req, res, world)
    watchAnswer(res, (status) => {
      if (status >= 500) log({ event: 'answer', status, method: req.method, url: req.url, requestId })
      return hasAnswered(status)
    })
    const handler = world === 'asset' ? (options.assets ?? options.next) : options.next
    handler(req, res).catch((error) => {
      log({ event: 'answer', status: 500, method: req.method, url: req.url, requestId, error: String(error) })
      if (res.headersSent) res.destroy()
      else options.sendError(req, res, 500)
    })
  }

  type Decide = (status: number) => (() => void) | undefined

  function prepare(req: IncomingMessage, res: ServerResponse, world: Exclude<World, 'document'>): Decide {
    switch (world) {
      case 'private': {
        const { csp, headers } = policies.private(randomBytes(16).toString('base64'))
        req.headers['content-security-policy'] = csp
        setHeaders(res, headers)
        return (status) => {
          res.setHeader(...neverStored)
          const isPage = String(res.getHeader('content-type') ?? '').startsWith('text/html')
          // Next sends an empty page there that only its scripts would fill.
          return status >= 400 && isPage ? () => options.sendError(req, res, status, neverStored) : undefined
        }
      }
      case 'api':
        setHeaders(res, policies.data)
        return (status) => replaceApiError(req, res, status)
      case 'asset':
      case 'machine':
        delete req.headers.cookie
        delete req.headers.authorization
        setHeaders(res, policies.data)
        return (status) => {
          // What anybody may keep names nobody.
          res.removeHeader('set-cookie')
          return status < 400 ? undefined : () => sendText(res, status)
        }
    }
  }

  /** Programs that asked for JSON get JSON, also where Next would have sent its own page; people get ours. */
  function replaceApiError(req: IncomingMessage, res: ServerResponse, status: number) {
    if (!res.hasHeader('cache-control')) res.setHeader('Cache-Control', 'no-store')
    if (status < 400) return undefined
    const type = String(res.getHeader('content-type') ?? '')
    if (type.includes('json') || type.startsWith('text/event-stream')) return undefined
    if (namesHtml(req.headers.accept)) return () => options.sendError(req, res, status)
    return type.startsWith('text/html')
      ? () => sendJson(res, status, { error: `status-${status}` })
      : undefined
  }
}

const neverStored: [string, string] = ['Cache-Control', 'private, no-store']

export function setHeaders(res: ServerResponse, headers: HeaderList): void {
  for (let index = 0; index + 1 < headers.length; index += 2)
    res.setHeader(headers[index] ?? '', headers[index + 1] ?? '')
}

export function sendJson(res: ServerResponse, status: number, value: unknown, caching = 'no-store'): void {
  sendBody(res, status, 'application/json', JSON.stringify(value), caching)
}

function sendText(res: ServerResponse, status: number): void {
  sendBody(res, status, 'text/plain; charset=utf-8', `${status}\n`, 'no-store')
}

function sendBody(res: ServerResponse, status: number, type: string, body: string, caching: string): void {
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.setHeader('Cache-Control', caching)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.writeHead(status).end(body)
}
