import { type Content, type FinishedDocument, makeDocument } from './document'
import { finishHtml } from './finish'
import type { Renderer } from './render'
import { errorPath, errorStatuses, newestPath } from './routes'
import { createStanding, type Standing } from './standing'
import type { Versions } from './versions'

export type ErrorPagesOptions = {
  render: Renderer
  versions: Pick<Versions, 'claim' | 'release'>
  fallback(status: number): FinishedDocument
  content: Pick<Content, 'headers' | 'buildId' | 'language'>
  now(): number
  log(line: Record<string, unknown>): void
}
export type ErrorPages = {
  /** The page for a status, at once: Next's if it was ever rendered, else the self-contained one. */
  page(status: number): FinishedDocument
  /** Renders every error page; those that fail are tried again when they are asked for. */
  warm(): Promise<void>
}

/**
 * Error pages are made before they are needed and never leave memory, so that they are there when Next or the
 * database is not. When the site's own look changes (topic `site`) the old page is sent while the new one is made.
 * They show nothing of the database, so they are made without it too, and once more when it is back.
 *
 * Where nothing is, there is a second page that shows the sections and the newest stories. It stands in for the plain one
 * for as long as nothing that it shows has changed: a story that was taken back is never on it.
 */
export function createErrorPages({ fallback, content, render, ...others }: ErrorPagesOptions): ErrorPages {
  const standing = new Map<number, Standing>()
  for (const status of errorStatuses)
    standing.set(
      status,
      createStanding({
        ...others,
        status,
        topics: ['site'],
        asksDatabase: false,
        make: () => renderErrorPage(render, status, content),
      }),
    )
  const newest = createStanding({
    ...others,
    status: 404,
    topics: ['news', 'site'],
    asksDatabase: true,
    make: () => renderErrorPage(render, 404, content, newestPath),
  })

  return {
    page(status) {
      const plain = standing.get(status)
      plain?.renew()
      if (status === 404) {
        newest.renew()
        if (newest.isCurrent()) return newest.document() ?? fallback(status)
      }
      return plain?.document() ?? fallback(status)
    },
    async warm() {
      for (const page of [...standing.values(), newest]) await page.tryToMake()
    },
  }
}

/** Renders an error page and gives it the status it is for, whatever Next answered with. Rejects if there is none. */
export async function renderErrorPage(
  render: Renderer,
  status: number,
  content: Pick<Content, 'headers' | 'buildId' | 'language'>,
  path = errorPath(status),
): Promise<FinishedDocument> {
  const answer = await render(path)
  if ('refused' in answer) throw new Error(`${answer.refused}: ${answer.detail}`)
  if (answer.status !== 200) throw new Error(`Next answered ${answer.status}`)
  const finished = finishHtml(answer.body.toString('utf8'))
  if ('refused' in finished) throw new Error(finished.refused)
  return makeDocument({
    ...content,
    status,
    html: finished.html,
    language: finished.language ?? content.language,
  })
}
