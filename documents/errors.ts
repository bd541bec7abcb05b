import { type Content, type FinishedDocument, makeDocument } from './document'
import { finishHtml } from './finish'
import type { Renderer } from './render'
import { errorPath, errorStatuses } from './routes'
import type { Cell, Versions } from './versions'

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

/** `versions` is undefined for a page that was made while the database could not be asked. */
type Held = {
  document: FinishedDocument
  cells: readonly Cell[]
  versions: readonly number[] | undefined
}

/**
 * Error pages are made before they are needed and never leave memory, so that they are there when Next or the
 * database is not. When the site's own look changes (topic `site`) the old page is sent while the new one is made.
 * They show nothing of the database, so they are made without it too, and once more when it is back.
 */
export function createErrorPages(options: ErrorPagesOptions): ErrorPages {
  const { render, versions, fallback, content, now, log } = options
  const held = new Map<number, Held>()
  const triedAt = new Map<number, number>()

  async function make(status: number): Promise<void> {
    const claimed = await versions.claim(['site']).catch(() => undefined)
    const cells = claimed ?? []
    if (claimed === undefined && held.has(status)) return
    const before = claimed?.map((cell) => cell.version)
    try {
      const document = await renderErrorPage(render, status, content)
      const old = held.get(status)
      held.set(status, { document, cells, versions: before })
      if (old !== undefined) versions.release(old.cells)
    } catch (error) {
      versions.release(cells)
      throw error
    }
  }

  async function tryToMake(status: number): Promise<void> {
    triedAt.set(status, now())
    await make(status).catch((error) => log({ event: 'error-page-failed', status, error: String(error) }))
  }

  return {
    page(status) {
      const known = held.get(status)
      const isOld = known?.versions === undefined || isMoved(known.cells, known.versions)
      const waitedMs = now() - (triedAt.get(status) ?? now())
      if (isOld && waitedMs >= retryAfterMs && errorStatuses.some((one) => one === status))
        void tryToMake(status)
      return known?.document ?? fallback(status)
    },
    async warm() {
      for (const status of errorStatuses) await tryToMake(status)
    },
  }
}

function isMoved(cells: readonly Cell[], versions: readonly number[]): boolean {
  return cells.some((cell, index) => cell.version !== versions[index])
}

/** Renders an error page and gives it the status it is for, whatever Next answered with. Rejects if there is none. */
export async function renderErrorPage(
  render: Renderer,
  status: number,
  content: Pick<Content, 'headers' | 'buildId' | 'language'>,
): Promise<FinishedDocument> {
  const answer = await render(errorPath(status))
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

const retryAfterMs = 1000
