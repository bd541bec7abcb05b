import { type Finished, finishHtml } from './finish'
import type { DocumentPage } from './match'
import type { Answer, Renderer } from './render'

/** What a page, or a handler for programs, answered, finished for the wire. */
export type Page = { kind: 'page'; answer: Answer; finished: Finished }
/** What Next said to a question, told apart. */
export type Said =
  | Page
  | { kind: 'redirect'; status: number; location: string }
  | { kind: 'failed'; status: 500 | 503; reason: string }

/** Asks Next for a page at a path. What is no answer to serve (late, broken, leading elsewhere) is a failure that says why. */
export async function ask(
  { render, siteUrl }: { render: Renderer; siteUrl: URL },
  page: DocumentPage,
  path: string,
): Promise<Said> {
  const answer = await render(path)
  if ('refused' in answer)
    return {
      kind: 'failed',
      status: answer.refused === 'too-slow' ? 503 : 500,
      reason: `${answer.refused}: ${answer.detail}`,
    }
  if (answer.status >= 300 && answer.status < 400) {
    const location = ownPath(answer.location, path, siteUrl)
    return location === undefined
      ? { kind: 'failed', status: 500, reason: 'a redirect without a place on this site' }
      : { kind: 'redirect', status: answer.status, location }
  }
  if (answer.status >= 500) return { kind: 'failed', status: 500, reason: `Next answered ${answer.status}` }
  if (!page.isPage) return { kind: 'page', answer, finished: asItIs(answer) }
  if (!answer.type.startsWith('text/html'))
    return { kind: 'failed', status: 500, reason: `not HTML but ${answer.type || 'nothing'}` }
  const finished = finishHtml(answer.body.toString('utf8'))
  if (answer.status === 404)
    return { kind: 'page', answer, finished: 'refused' in finished ? nothing : finished }
  return 'refused' in finished
    ? { kind: 'failed', status: 500, reason: finished.refused }
    : { kind: 'page', answer, finished }
}

/** What a handler wrote for programs says all in its status and headers. */
function asItIs({ body, status, topics }: Answer): Finished {
  return { html: body.toString('utf8'), language: undefined, status, topics, canonical: undefined }
}

/** A not-found answer is taken for what it is even if its HTML is odd: the site's own document is sent instead. */
const nothing: Finished = { html: '', language: undefined, status: 404, topics: [], canonical: undefined }

/** Path and query of a place on this site, whatever form it was given in. */
function ownPath(location: string | undefined, from: string, siteUrl: URL): string | undefined {
  if (location === undefined || !URL.canParse(location, new URL(from, siteUrl))) return undefined
  const target = new URL(location, new URL(from, siteUrl))
  return target.origin === siteUrl.origin ? target.pathname + target.search : undefined
}
