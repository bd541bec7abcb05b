import { ask, type Page } from './ask-next'
import type { Basis } from './basis'
import { type Content, type DocumentFacts, type FinishedDocument, makeDocument } from './document'
import type { Finished } from './finish'
import { type DocumentPage, matchRoute } from './match'
import type { OutsideOf } from './outer'
import type { Renderer } from './render'
import { readTarget } from './target'
import type { Versions } from './versions'

/** What is known of a page from its last render: topics that it declared, and the document that it was. */
export type Before = { also: readonly string[]; facts?: DocumentFacts | undefined }

/** What a render came to. The topics in `basis` are claimed: whoever gets them keeps or releases them. */
export type Produced =
  | { kind: 'document'; document: FinishedDocument; keep: boolean; basis: Basis }
  | { kind: 'missing'; keep: boolean; basis: Basis }
  | { kind: 'redirect'; status: number; location: string; basis: Basis }
  | { kind: 'failed'; status: 500 | 503; reason: string; basis: Basis }
  | { kind: 'refused'; status: number; basis: Basis }

export type ProduceOptions = {
  render: Renderer
  versions: Pick<Versions, 'claim' | 'release' | 'moment' | 'unmovedSince'>
  siteUrl: URL
  language: string
  content: Pick<Content, 'headers' | 'buildId'>
  outside: OutsideOf
  now(): number
  log(line: Record<string, unknown>): void
}
export type Produce = (
  page: DocumentPage,
  before: Before,
  onBasis: (basis: Basis) => void,
) => Promise<Produced>

/**
 * Renders a page from versions that were read first, those of topics among them that the page declared when it was
 * last rendered. A page that declares others is rendered once more, now that those were read before, unless it is one
 * of which that is known and none of them has moved since its render began; one that then declares yet others is sent
 * but not kept. Rejects only when the versions cannot be read.
 */
export function createProducer(options: ProduceOptions): Produce {
  const { versions } = options

  return async function produce(page, { also, facts }, onBasis) {
    let names: readonly string[] = [...page.topics, ...also]
    for (let round = 1; ; round += 1) {
      const cells = await versions.claim(names)
      const basis = { cells, versions: cells.map((cell) => cell.version) }
      onBasis(basis)
      try {
        const moment = page.declares && also.length === 0 ? await versions.moment() : undefined
        const { made, declared } = await renderOnce(options, page, basis, facts)
        const unread = declared.filter((name) => !cells.some((cell) => cell.name === name))
        if (unread.length === 0) return made
        const joined = moment === undefined ? undefined : await join(basis, unread, moment)
        if (joined !== undefined) {
          onBasis(joined)
          return { ...made, basis: joined }
        }
        if (round === 2) return 'keep' in made ? { ...made, keep: false } : made
        names = [...names, ...unread]
      } catch (error) {
        versions.release(cells)
        throw error
      }
      versions.release(cells)
    }
  }

  /** A basis with more topics, under the versions that they have had since before its render; undefined if one moved. */
  async function join(basis: Basis, names: readonly string[], moment: string): Promise<Basis | undefined> {
    const cells = await versions.claim(names)
    const since = await versions.unmovedSince(moment, names).catch((error) => {
      versions.release(cells)
      throw error
    })
    if (since !== undefined)
      return {
        cells: [...basis.cells, ...cells],
        versions: [...basis.versions, ...cells.map(({ name }) => since.get(name) ?? 0)],
      }
    versions.release(cells)
    return undefined
  }
}

/** The same without any knowledge of versions, for when the database cannot be heard: never to be taken as current. */
export async function produceUnversioned(options: ProduceOptions, page: DocumentPage): Promise<Produced> {
  return (await renderOnce(options, page, { cells: [], versions: [] })).made
}

type Rendered = { made: Produced; declared: readonly string[] }

async function renderOnce(
  options: ProduceOptions,
  page: DocumentPage,
  basis: Basis,
  before?: DocumentFacts,
): Promise<Rendered> {
  const first = await ask(options, page, page.asks)
  const moved = page.learnsUrl && first.kind === 'redirect' ? sameArticle(page, first.location) : undefined
  const asked = moved ?? page.asks
  const said = moved === undefined ? first : await ask(options, page, moved)
  const plain = (made: Produced): Rendered => ({ made, declared: [] })
  switch (said.kind) {
    case 'redirect':
      return isAt(page, said.location)
        ? plain({ kind: 'failed', status: 500, reason: 'a redirect to the page itself', basis })
        : plain({ ...said, basis })
    case 'failed':
      return plain({ ...said, basis })
    case 'page':
      return finishPage(options, page, asked, said, basis, before)
  }
}

async function finishPage(
  options: ProduceOptions,
  page: DocumentPage,
  asked: string,
  { answer, finished }: Page,
  basis: Basis,
  before?: DocumentFacts,
): Promise<Rendered> {
  const status = finished.status ?? answer.status
  const declared = finished.topics
  if (status === 404) return { made: { kind: 'missing', keep: page.keepsMissing, basis }, declared }
  if (status !== 200 && status !== 410 && status !== 451)
    return { made: status >= 500 ? failure(status, basis) : { kind: 'refused', status, basis }, declared }
  if (answer.setsCookie) options.log({ event: 'document-sets-cookie', page: page.key })
  const document = await makeDocument({
    ...options.content,
    ...options.outside(page, [...page.topics, ...declared]),
    status,
    html: finished.html,
    ...(page.isPage ? {} : { type: answer.type, dated: { at: options.now(), before } }),
    language: finished.language ?? options.language,
    url:
      status === 200 ? urlOf(page, asked, finished) : page.learnsUrl ? declaredUrl(page, finished) : page.key,
  })
  return {
    made: { kind: 'document', document, keep: page.isKept && status !== 451 && !answer.setsCookie, basis },
    declared,
  }
}

function failure(status: number, basis: Basis): Produced {
  return { kind: 'failed', status: status === 503 ? 503 : 500, reason: `the page said ${status}`, basis }
}

function urlOf(page: DocumentPage, asked: string, finished: Finished): string {
  return page.learnsUrl ? (declaredUrl(page, finished) ?? asked) : page.key
}

/** The page's own word on its URL, as long as it is a URL of the same page. */
function declaredUrl(page: DocumentPage, { canonical }: Finished): string | undefined {
  return canonical === undefined ? undefined : sameArticle(page, canonical)
}

function sameArticle(page: DocumentPage, location: string): string | undefined {
  return isAt(page, location) ? location.split('?')[0] : undefined
}

/** Whether a place on this site shows this very page. */
function isAt(page: DocumentPage, location: string): boolean {
  const target = readTarget(location)
  if ('refused' in target) return false
  const match = matchRoute(target.path, page.learnsUrl ? '' : target.query)
  return match?.world === 'document' && match.key === page.key
}
