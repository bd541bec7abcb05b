import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { namesHtml, prefersJson } from './accept'
import type { ErrorPages } from './errors'
import type { Refusal } from './gate'
import { cacheControl } from './outer'
import { sendBody, sendJson, setHeaders } from './pass'
import type { HeaderList, Policies } from './policy'
import { sendDocument } from './send'
import { type GivenBackWords, giveTextBack } from './text-given-back'

export type AnswersOptions = {
  errors: Pick<ErrorPages, 'page'>
  policies: Policies
  givenBack: GivenBackWords
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
  /**
   * The database is away: a page for people, JSON for programs, at once. Nothing of the request was done; the text of
   * its form, if it is given here, comes back with the page.
   */
  away(req: IncomingMessage, res: ServerResponse, form?: Buffer): void
  redirect(res: ServerResponse, status: number, location: string): void
}

const retrySeconds = '5'

/** What is said without a document: errors, refusals and redirects. */
export function createAnswers({ errors, policies, givenBack, now, log }: AnswersOptions): Answers {
  let turnedAway = 0
  let toldAt = Number.NEGATIVE_INFINITY

  const error: Answers['error'] = (req, res, status, extra = []) => {
    sendDocument(req, res, errors.page(status), status === 404 ? 'hit' : 'fwd=bypass', extra)
  }

  function plainPage(status: number): string {
    return errors.page(status).identity().body.toString('utf8')
  }

  return {
    error,
    failure(req, res, { status, reason }) {
      const requestId = randomUUID()
      if (status >= 500) log({ event: 'answer', status, method: req.method, url: req.url, requestId, reason })
      error(req, res, status, [
        'X-Request-Id',
        requestId,
        ...(status === 503 ? ['Retry-After', retrySeconds] : []),
      ])
    },
    busy(req, res) {
      turnedAway += 1
      if (Math.abs(now() - toldAt) >= 1000) {
        log({ event: 'renders-wait', turnedAway })
        toldAt = now()
        turnedAway = 0
      }
      error(req, res, 503, ['Retry-After', retrySeconds])
    },
    refusal(req, res, { status, error: word }) {
      const closing = ['Connection', 'close']
      if (prefersJson(req.headers.accept)) {
        setHeaders(res, [...policies.data, ...closing])
        sendJson(res, status, { error: word })
      } else error(req, res, status, closing)
    },
    away(req, res, form) {
      const retry = ['Retry-After', retrySeconds]
      if (namesHtml(req.headers.accept)) {
        const page = form && giveTextBack(plainPage(503), form, req.url ?? '', givenBack)
        if (page === undefined) return error(req, res, 503, retry)
        setHeaders(res, [...policies.document, ...retry])
        return sendBody(res, 503, 'text/html; charset=utf-8', page)
      }
      setHeaders(res, [...policies.data, ...retry])
      sendJson(res, 503, { error: 'database-away' })
    },
    redirect(res, status, location) {
      const caching = ['Cache-Control', cacheControl(status), 'Content-Length', '0']
      res.writeHead(status, ['Location', location, ...caching, ...policies.document]).end()
    },
  }
}
