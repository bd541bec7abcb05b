import type { Server } from 'node:http'
import type { Presence } from '@/lib/database/presence'
import { chooseCoding } from './accept'
import { createAnswers } from './answers'
import { createDiskPages } from './disk/pages'
import type { DiskTier } from './disk/tier'
import { createDispatch } from './dispatch'
import { type FinishedDocument, representationOf } from './document'
import { createErrorPages } from './errors'
import { createFallbacks, type ErrorWords } from './fallback'
import { createFastLane } from './fast-lane'
import { createForwarding } from './forwarding'
import { ownOrigins } from './gate'
import type { LaidOut } from './laid-out/laid-out'
import { createOutside, type Purging } from './outer'
import { createPass } from './pass'
import { securityPolicies } from './policy'
import { createProducer, produceUnversioned } from './produce'
import { createRenderer, type NextHandler } from './render'
import { createRenewal } from './renewal'
import { createSplitStore } from './split-store'
import { createStore, type Kept } from './store'
import type { GivenBackWords } from './text-given-back'
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
  presence: Presence
  /** Where finished documents are kept for later; its maker closes it. */
  disk?: DiskTier
  /** Where documents are laid out as files for nginx; its maker closes it. */
  laidOut?: LaidOut
  /** For the error pages that need neither Next nor the database. */
  errorText(status: number): ErrorWords
  /** For a text that is given back to its writer because it could not be taken. */
  givenBack: GivenBackWords
  /** Path on this site of the style sheet that those pages link to. */
  stylesheet?: string
  /** Serves files (`asset` in the route table) in the place of Next. */
  assets?: NextHandler
  trustedProxies: readonly string[]
  /** Outer caches that are told of changes, and may keep documents for longer. */
  purging?: Purging | undefined
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
  const {
    next,
    siteUrl,
    versions,
    presence,
    now,
    log,
    buildId,
    timeZone,
    purging,
    language = 'en',
    limits = {},
  } = options
  const live = options.dev === 'live'
  const policies = securityPolicies(siteUrl, live)
  const own = ownOrigins(siteUrl)
  const content = { headers: policies.document, buildId, language }
  const render = createRenderer(next, siteUrl, limits.renderMs)
  const fallback = createFallbacks({ ...options, ...content })
  const errors = createErrorPages({ render, versions, fallback, content, now, log })
  const answers = createAnswers({ errors, policies, givenBack: options.givenBack, now, log })
  const outside = createOutside(policies, purging)
  const { disk, laidOut } = options
  const stored = disk && createDiskPages({ disk, versions, outside, now })
  const documents = createSplitStore(limits.storeBytes ?? 64 * 1024 * 1024, (kept) =>
    versions.release(kept.cells),
  )
  const missing = createStore(limits.missingBytes ?? 4 * 1024 * 1024, (kept) => versions.release(kept.cells))
  const production = { render, versions, siteUrl, language, content, outside, now, log }
  const renewal = createRenewal({
    documents,
    missing,
    ...(stored === undefined ? {} : { disk: stored }),
    versions,
    presence,
    turns: createTurns(limits.rendersAtOnce ?? 8, limits.rendersWaiting ?? 200),
    timeZone,
    now,
    produce: createProducer(production),
    produceUnversioned: (page) => produceUnversioned(production, page),
    failed: (page, reason) => log({ event: 'render-failed', page: page.key, reason }),
  })
  const pass = createPass({
    next,
    assets: options.assets ?? next,
    forwarding: createForwarding(siteUrl, own, options.trustedProxies),
    policies,
    presence,
    answers,
    log,
  })
  let hits = 0
  let draining = false

  /** The whole of a hit: no query, no timer, no parsing. */
  function current(url: string): FinishedDocument | undefined {
    const kept = documents.at(url)
    if (kept === undefined || kept.document === 'missing' || !renewal.isCurrent(kept)) return undefined
    hits += 1
    laidOut?.offer(kept, isStillCurrent)
    return kept.document
  }

  /** What is not kept any more hears of no change. */
  function isStillCurrent(kept: Kept): boolean {
    return documents.get(kept.key) === kept && renewal.isCurrent(kept)
  }

  const dispatch = createDispatch({
    ...{ next, render, renewal, answers, errors, pass, policies, purging, live, own, current },
    isDraining: () => draining,
  })

  const fastLane = createFastLane({
    hit(url, acceptEncoding) {
      // The bytes that stand ready say the long word, if there is one.
      if (purging?.trusted === false) return undefined
      const document = current(url)
      return document?.status === 200 ? representationOf(document, chooseCoding(acceptEncoding)) : undefined
    },
    now,
  })

  return {
    serve(server) {
      server.removeAllListeners('request').on('request', dispatch)
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
