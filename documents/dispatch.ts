import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answers } from './answers'
import type { FinishedDocument } from './document'
import type { ErrorPages } from './errors'
import { checkWrite, hasTwoHosts, hasUndeclaredBody, readBody, readWhole, replay } from './gate'
import { sendLive } from './live'
import { type DocumentPage, matchRoute } from './match'
import { type Purging, shortened } from './outer'
import type { Pass } from './pass'
import type { Policies } from './policy'
import { isPreflight, sendPreflight } from './preflight'
import type { NextHandler, Renderer } from './render'
import type { Renewal } from './renewal'
import { errorPath, type OtherRoute } from './routes'
import { sendDocument } from './send'
import { readTarget, type Target } from './target'
import { isForm } from './text-given-back'

export type DispatchOptions = {
  next: NextHandler
  render: Renderer
  renewal: Pick<Renewal, 'newest'>
  answers: Answers
  errors: Pick<ErrorPages, 'page'>
  pass: Pass
  policies: Policies
  purging: Purging | undefined
  /** Documents keep Next's scripts, and nothing is kept. */
  live: boolean
  own: ReadonlySet<string>
  /** The document that is a hit at this very URL. */
  current(url: string): FinishedDocument | undefined
  isDraining(): boolean
}

/** Answers one request: a hit, a refusal, a document, or whatever another world makes of it. Never throws. */
export type Dispatch = (req: IncomingMessage, res: ServerResponse) => void

export function createDispatch(options: DispatchOptions): Dispatch {
  const { next, render, renewal, answers, errors, pass, policies, purging, live, own, current, isDraining } =
    options

  function handle(req: IncomingMessage, res: ServerResponse): void {
    if (isDraining()) res.setHeader('Connection', 'close')
    if (hasTwoHosts(req)) {
      answers.error(req, res, 400, ['Connection', 'close'])
      return
    }
    if (isRead(req)) {
      const document = current(req.url ?? '')
      if (document !== undefined) {
        sendPage(req, res, document, 'hit')
        return
      }
    }
    const refusal = checkWrite(req, own)
    if (refusal !== undefined) answers.refusal(req, res, refusal)
    else if (hasUndeclaredBody(req)) void handleUndeclared(req, res)
    else route(req, res)
  }

  async function handleUndeclared(req: IncomingMessage, res: ServerResponse): Promise<void> {
    try {
      const whole = await readWhole(req)
      if ('status' in whole) answers.refusal(req, res, whole)
      else route(whole, res)
    } catch {
      // The client went away before the end of its own request: there is nobody to answer.
      res.destroy()
    }
  }

  function route(req: IncomingMessage, res: ServerResponse): void {
    const target = readTarget(req.url ?? '')
    if ('refused' in target) {
      answers.error(req, res, target.refused)
      return
    }
    // Whoever is asked next sees a path, also where the client named a host before it.
    req.url = target.query === '' ? target.path : `${target.path}?${target.query}`
    const match = matchRoute(target.path, target.query)
    if (live && isDevelopmentPath(target.path)) void next(req, res)
    else if (match === undefined) routeUnknown(req, res, target)
    else if (match.world === 'lead') answers.redirect(res, 308, match.location)
    else if (isPreflight(req, match, target.path)) sendPreflight(res, policies.program)
    else if (match.world !== 'document' && match.takesText && isForm(req)) void passText(req, res, match)
    else if (match.world === 'private' || match.world === 'api') pass(req, res, match)
    else if (!isRead(req)) answers.error(req, res, 405, ['Allow', 'GET, HEAD'])
    else if (match.world !== 'document') pass(req, res, match)
    else if (live) sendLater(req, res, sendLive(req, res, match.asks, { render, headers: policies.document }))
    else sendLater(req, res, sendNewest(req, res, match, target.path))
  }

  /** A text is read before it is passed on, so that it can be given back whatever becomes of the rest. */
  async function passText(req: IncomingMessage, res: ServerResponse, route: OtherRoute): Promise<void> {
    try {
      const form = await readBody(req)
      if ('status' in form) answers.refusal(req, res, form)
      else pass(replay(req, form), res, route, form)
    } catch {
      // The client went away before the end of its own request: there is nobody to answer.
      res.destroy()
    }
  }

  /** A path that only a slash at the end keeps from being one of ours leads there; any other does not exist. */
  function routeUnknown(req: IncomingMessage, res: ServerResponse, { path, query }: Target): void {
    const plain = path.endsWith('/') ? path.slice(0, -1) : path
    if (plain === path || matchRoute(plain, '') === undefined) notFound(req, res)
    else answers.redirect(res, 308, query === '' ? plain : `${plain}?${query}`)
  }

  async function sendNewest(req: IncomingMessage, res: ServerResponse, page: DocumentPage, path: string) {
    const delivery = await renewal.newest(page)
    if (delivery.kind === 'redirect') answers.redirect(res, delivery.status, delivery.location)
    else if (delivery.kind === 'busy') answers.busy(req, res)
    else if (delivery.kind === 'error') answers.failure(req, res, delivery)
    else if (delivery.document === 'missing') sendDocument(req, res, errors.page(404), delivery.cacheStatus)
    else if (isElsewhere(page, path, delivery.document.url)) answers.redirect(res, 308, delivery.document.url)
    else sendPage(req, res, delivery.document, delivery.cacheStatus)
  }

  function sendPage(req: IncomingMessage, res: ServerResponse, page: FinishedDocument, cacheStatus: string) {
    const short = shortened(page.status, cacheStatus, purging)
    const isPrepared = cacheStatus === 'hit' && short === undefined
    sendDocument(req, res, page, isPrepared ? undefined : cacheStatus, short)
  }

  function sendLater(req: IncomingMessage, res: ServerResponse, sent: Promise<void>): void {
    sent.catch((error) => answers.failure(req, res, { status: 500, reason: String(error) }))
  }

  function notFound(req: IncomingMessage, res: ServerResponse): void {
    const page = { render, headers: policies.document, status: 404 }
    if (live) sendLater(req, res, sendLive(req, res, errorPath(404), page))
    else answers.error(req, res, 404)
  }

  return handle
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** What Next's development server keeps for itself: hot reload, the error overlay, unhashed chunks. */
function isDevelopmentPath(path: string): boolean {
  return path.startsWith('/_next/') || path.startsWith('/__nextjs')
}

function isElsewhere(page: DocumentPage, path: string, url: string | undefined): url is string {
  return page.learnsUrl && url !== undefined && url !== path
}
