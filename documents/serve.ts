import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { chooseCoding } from './accept'
import { createAnswers } from './answers'
import { type FinishedDocument, representationOf } from './document'
import { createErrorPages } from './errors'
import { createFallbacks, type ErrorWords } from './fallback'
import { createFastLane } from './fast-lane'
import { createForwarding } from './forwarding'
import { checkWrite, hasTwoHosts, hasUndeclaredBody, ownOrigins, readWhole } from './gate'
import { sendLive } from './live'
import { type DocumentPage, matchRoute } from './match'
import { createPass } from './pass'
import { securityPolicies } from './policy'
import { createProducer, produceUnversioned } from './produce'
import { createRenderer, type NextHandler } from './render'
import { createRenewal } from './renewal'
import { errorPath } from './routes'
import { sendDocument } from './send'
import { withSpeculationRules } from './speculation'
import { createSplitStore } from './split-store'
import { createStore } from './store'
import { readTarget, type Target } from './target'
import { createTurns } from './turns'
import type { Versions } from './versions'

export type DocumentsOptions = {
  /** Next's request handler, in this process. */
  next: NextHandler
  /** `live`: documents keep Next's scripts and nothing is kept, for hot reload. `off`: as readers get them. */
  dev: 'off' | 'live'
  buildId: string
  siteUrl: URL
  timeZone: string
  /** Of the pages that Next did not render. Default `en`. */
  language?: string
  versions: Versions
  /** For the error pages that need neither Next nor the database. */
  errorText(status: number): ErrorWords
  /** Path on this site of the style sheet that those pages link to. */
  stylesheet?: string
  /** Serves files (`asset` in the route table) in the place of Next. */
  assets?: NextHandler
  trustedProxies: readonly string[]
  now(): number
  log(line: Record<string, unknown>): void
  limits?: {
    storeBytes?: number
    missingBytes?: number
    renderMs?: number
    rendersAtOnce?: number
    rendersWaiting?: number
  }
}

export type DocumentsStats = {
  entries: number
  bytes: number
  missing: number
  topics: number
  hits: number
  renders: number
}

export type Documents = {
  /** Answers every request of a server from here on, and its hits before they become requests. Never throws. */
  serve(server: Server): void
  /** Every answer from here on ends its connection, and connections that stay idle for `lingerMs` are closed. */
  drain(lingerMs: number): void
  /** Resolves when the error pages have been rendered, or tried. */
  ready: Promise<void>
  /** Forgets everything kept and gives its topics back. `versions` stays open: it is its maker's to close. */
  close(): Promise<void>
  stats(): DocumentsStats
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { next, siteUrl, versions, now, log, buildId, timeZone, language = 'en', limits = {} } = options
  const live = options.dev === 'live'
  const policies = securityPolicies(siteUrl, live)
  const own = ownOrigins(siteUrl)
  const content = { headers: policies.document, buildId, language }
  const render = createRenderer(next, siteUrl, limits.renderMs)
  const fallback = createFallbacks({ ...options, ...content })
  const errors = createErrorPages({ render, versions, fallback, content, now, log })
  const answers = createAnswers({ errors, policies, now, log })
  const documents = createSplitStore(limits.storeBytes ?? 64 * 1024 * 1024, (kept) =>
    versions.release(kept.cells),
  )
  const missing = createStore(limits.missingBytes ?? 4 * 1024 * 1024, (kept) => versions.release(kept.cells))
  const production = { render, versions, siteUrl, language, content, log }
  const renewal = createRenewal({
    documents,
    missing,
    versions,
    turns: createTurns(limits.rendersAtOnce ?? 8, limits.rendersWaiting ?? 200),
    timeZone,
    now,
    produce: createProducer(production),
    produceUnversioned: (page) => produceUnversioned(production, page),
    failed: (page, reason) => log({ event: 'render-failed', page: page.key, reason }),
  })
  const pass = createPass({
    next,
    assets: withSpeculationRules(options.assets ?? next),
    forwarding: createForwarding(siteUrl, own, options.trustedProxies),
    policies,
    sendError: answers.error,
    log,
  })
  let hits = 0
  let draining = false

  function handle(req: IncomingMessage, res: ServerResponse): void {
    if (draining) res.setHeader('Connection', 'close')
    if (hasTwoHosts(req)) {
      answers.error(req, res, 400, ['Connection', 'close'])
      return
    }
    if (isRead(req)) {
      const document = current(req.url ?? '')
      if (document !== undefined) {
        sendDocument(req, res, document)
        return
      }
    }
    const refusal = checkWrite(req, own)
    if (refusal !== undefined) answers.refusal(req, res, refusal)
    else if (hasUndeclaredBody(req)) void handleUndeclared(req, res)
    else route(req, res)
  }

  /** The whole of a hit: no query, no timer, no parsing. */
  function current(url: string): FinishedDocument | undefined {
    const kept = documents.at(url)
    if (kept === undefined || kept.document === 'missing' || !renewal.isCurrent(kept)) return undefined
    hits += 1
    return kept.document
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
    else if (match.world === 'private' || match.world === 'api') pass(req, res, match.world)
    else if (!isRead(req)) answers.error(req, res, 405, ['Allow', 'GET, HEAD'])
    else if (match.world !== 'document') pass(req, res, match.world)
    else if (live) sendLater(req, res, sendLive(req, res, match.asks, { render, headers: policies.document }))
    else sendLater(req, res, sendNewest(req, res, match, target.path))
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
    else sendDocument(req, res, delivery.document, delivery.cacheStatus)
  }

  function sendLater(req: IncomingMessage, res: ServerResponse, sent: Promise<void>): void {
    sent.catch((error) => answers.failure(req, res, { status: 500, reason: String(error) }))
  }

  function notFound(req: IncomingMessage, res: ServerResponse): void {
    const page = { render, headers: policies.document, status: 404 }
    if (live) sendLater(req, res, sendLive(req, res, errorPath(404), page))
    else answers.error(req, res, 404)
  }

  const fastLane = createFastLane({
    hit(url, acceptEncoding) {
      const document = current(url)
      return document?.status === 200 ? representationOf(document, chooseCoding(acceptEncoding)) : undefined
    },
    now,
  })

  return {
    serve(server) {
      server.removeAllListeners('request').on('request', handle)
      fastLane.install(server)
    },
    drain(lingerMs) {
      draining = true
      fastLane.drain(lingerMs)
    },
    ready: live ? Promise.resolve() : errors.warm(),
    async close() {
      documents.clear()
      missing.clear()
    },
    stats: () => ({
      ...documents.stats(),
      missing: missing.stats().entries,
      topics: versions.size(),
      hits,
      renders: renewal.renders(),
    }),
  }
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
