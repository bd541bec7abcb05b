import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Presence } from '@/lib/database/presence'
import { namesHtml } from './accept'
import type { Answers } from './answers'
import type { Forwarding } from './forwarding'
import type { HeaderList, Policies } from './policy'
import type { NextHandler } from './render'
import type { OtherRoute } from './routes'
import { untilAway } from './until-away'
import { watchAnswer } from './watch'

export type PassOptions = {
  next: NextHandler
  /** Serves files in the place of Next. */
  assets?: NextHandler
  forwarding: Forwarding
  policies: Policies
  answers: Pick<Answers, 'error' | 'away'>
  presence: Presence
  log(line: Record<string, unknown>): void
}
/** `form` is the body of a form whose text is to be given back; `req` has it too. */
export type Pass = (req: IncomingMessage, res: ServerResponse, route: OtherRoute, form?: Buffer) => void

/**
 * Hands a request of the other worlds to Next: private pages with a nonce of their own and never to be stored, the
 * API with our error page in the place of Next's for people, files without cookies. What needs
 * the database is answered with 503 while it is away, also when that shows only while somebody waits.
 */
export function createPass(options: PassOptions): Pass {
  const { forwarding, policies, answers, presence, log } = options

  return (req, res, { world, standsAlone }, form) => {
    const needsDatabase = !standsAlone && (world === 'private' || world === 'api')
    if (needsDatabase && presence.state === 'away') return answers.away(req, res, form)
    const requestId = randomUUID()
    forwarding.clean(req, requestId)
    const hasAnswered = prepare({ req, res, form }, world)
    const takeAway = watchAnswer(res, (status) => {
      if (status >= 500) log({ event: 'answer', status, method: req.method, url: req.url, requestId })
      return hasAnswered(status)
    })
    // Next flushes headers right before the first bytes of a body, which then are a second packet.
    res.flushHeaders = () => undefined
    const handler = world === 'asset' ? (options.assets ?? options.next) : options.next
    let isTaken = false
    const handled = handler(req, res).catch((error) => {
      if (isTaken) return
      log({ event: 'answer', status: 500, method: req.method, url: req.url, requestId, error: String(error) })
      if (res.headersSent) res.destroy()
      else unlessAway({ req, res, form }, 500, () => answers.error(req, res, 500))
    })
    if (!needsDatabase) return
    void untilAway(presence, handled).then((outcome) => {
      if (outcome !== 'away') return
      isTaken = true
      takeAway(() => answers.away(req, res, form))
    })
  }

  /** What broke may have broken because the database is away: then that is what is said. */
  function unlessAway({ req, res, form }: Passed, status: number, send: () => void): void {
    if (status < 500) send()
    else void presence.isAway().then((away) => (away ? answers.away(req, res, form) : send()))
  }

  type Passed = { req: IncomingMessage; res: ServerResponse; form: Buffer | undefined }
  type Decide = (status: number) => (() => void) | undefined

  function prepare(passed: Passed, world: OtherRoute['world']): Decide {
    const { req, res } = passed
    switch (world) {
      case 'private': {
        const { csp, headers } = policies.private(randomBytes(16).toString('base64'))
        req.headers['content-security-policy'] = csp
        setHeaders(res, headers)
        return (status) => {
          res.setHeader(...neverStored)
          const isPage = String(res.getHeader('content-type') ?? '').startsWith('text/html')
          // Next sends an empty page there that only its scripts would fill.
          if (status < 400 || !isPage) return undefined
          return () => unlessAway(passed, status, () => answers.error(req, res, status, neverStored))
        }
      }
      case 'api':
        setHeaders(res, policies.data)
        return (status) => replaceApiError(passed, status)
      case 'asset':
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
  function replaceApiError(passed: Passed, status: number) {
    const { req, res } = passed
    if (!res.hasHeader('cache-control')) res.setHeader('Cache-Control', 'no-store')
    if (status < 400) return undefined
    const type = String(res.getHeader('content-type') ?? '')
    if (type.includes('json') || type.startsWith('text/event-stream')) return undefined
    if (namesHtml(req.headers.accept))
      return () => unlessAway(passed, status, () => answers.error(req, res, status))
    if (!type.startsWith('text/html')) return undefined
    return () => unlessAway(passed, status, () => sendJson(res, status, { error: `status-${status}` }))
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
  sendBody(res, status, 'text/plain; charset=utf-8', `${status}\n`)
}

export function sendBody(
  res: ServerResponse,
  status: number,
  type: string,
  body: string,
  caching = 'no-store',
): void {
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.setHeader('Cache-Control', caching)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.writeHead(status).end(body)
}
