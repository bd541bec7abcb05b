import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { prefersJson } from './accept'
import type { ErrorPages } from './errors'
import type { Refusal } from './gate'
import { cacheControl } from './outer'
import { sendJson, setHeaders } from './pass'
import type { HeaderList, Policies } from './policy'
import { sendDocument } from './send'

export type AnswersOptions = {
  errors: Pick<ErrorPages, 'page'>
  policies: Policies
  now(): number
  log(line: Record<string, unknown>): void
}
export type Answers = {
  /** The page of a status, as it stands ready. */
  error(req: IncomingMessage, res: ServerResponse, status: number, extra?: HeaderList): void
  /** An error page for a document that could not be made, with a request id that is also in the log. */
  failure(req: IncomingMessage, res: ServerResponse, cause: { status: number; reason: string }): void
  /** Too many pages are being made. It may be asked any number of times: the log says so once a second. */
  busy(req: IncomingMessage, res: ServerResponse): void
  /** A write that was not let in. The rest of its body may be on its way, so the connection ends with it. */
  refusal(req: IncomingMessage, res: ServerResponse, refusal: Refusal): void
  redirect(res: ServerResponse, status: number, location: string): void
}

/** What is said without a document: errors, refusals and redirects. */
export function createAnswers({ errors, policies, now, log }: AnswersOptions): Answers {
  let turnedAway = 0
  let toldAt = Number.NEGATIVE_INFINITY

  const error: Answers['error'] = (req, res, status, extra = []) => {
    sendDocument(req, res, errors.page(status), status === 404 ? 'hit' : 'fwd=bypass', extra)
  }

  return {
    error,
    failure(req, res, { status, reason }) {
      const requestId = randomUUID()
      if (status >= 500) log({ event: 'answer', status, method: req.method, url: req.url, requestId, reason })
      error(req, res, status, ['X-Request-Id', requestId, ...(status === 503 ? ['Retry-After', '5'] : [])])
    },
    busy(req, res) {
      turnedAway += 1
      if (Math.abs(now() - toldAt) >= 1000) {
        log({ event: 'renders-wait', turnedAway })
        toldAt = now()
        turnedAway = 0
      }
      error(req, res, 503, ['Retry-After', '5'])
    },
    refusal(req, res, { status, error: word }) {
      const closing = ['Connection', 'close']
      if (prefersJson(req.headers.accept)) {
        setHeaders(res, [...policies.data, ...closing])
        sendJson(res, status, { error: word })
      } else error(req, res, status, closing)
    },
    redirect(res, status, location) {
      const caching = ['Cache-Control', cacheControl(status), 'Content-Length', '0']
      res.writeHead(status, ['Location', location, ...caching, ...policies.document]).end()
    },
  }
}
