import { RewritingStream } from 'parse5-html-rewriting-stream'

export type Finished = {
  html: string
  /** The `lang` of the page. */
  language: string | undefined
  /** What the page said of itself in `<meta name="tribune:…">`. */
  status: number | undefined
  topics: readonly string[]
  canonical: string | undefined
}
/** Half a page, or one that only scripts would complete. Never to be kept, nor sent. */
export type Unfinished = { refused: string }

/**
 * Turns Next's HTML into a document: removes every script but JSON-LD and islands (`data-island`), script preloads,
 * Next's own meta marks and React's comments, and lifts the `tribune:` marks out of the head. With `keepScripts`
 * (hot reload) only the marks are lifted.
 */
export async function finishHtml(source: string, keepScripts = false): Promise<Finished | Unfinished> {
  const rewriter = new RewritingStream()
  const found = new Found()
  let inScript = false
  let emptyHidden: string | undefined
  const output: string[] = []

  /** A hidden div is held back until it is known whether anything is in it: Next leaves empty ones behind. */
  function emit(html: string): void {
    if (emptyHidden !== undefined) output.push(emptyHidden)
    emptyHidden = undefined
    output.push(html)
  }

  rewriter.on('doctype', (_, raw) => emit(raw))
  rewriter.on('startTag', (tag, raw) => {
    const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]))
    found.see(tag.tagName, attributes)
    if (found.lift(tag.tagName, attributes)) return
    if (keepScripts) return emit(raw)
    if (tag.tagName === 'script' && !isKeptScript(attributes)) inScript = true
    else if (isScriptPreload(tag.tagName, attributes) || isNextMark(tag.tagName, attributes)) return
    else if (tag.tagName === 'div' && attributes.get('hidden') === '' && attributes.size === 1) {
      if (emptyHidden !== undefined) emit('')
      emptyHidden = raw
    } else emit(raw)
  })
  rewriter.on('endTag', (tag, raw) => {
    if (tag.tagName === 'html') found.ended = true
    if (tag.tagName === 'script' && inScript) inScript = false
    else if (tag.tagName === 'div' && emptyHidden !== undefined) emptyHidden = undefined
    else emit(raw)
  })
  rewriter.on('text', (_, raw) => {
    if (!inScript) emit(raw)
  })
  rewriter.on('comment', (_, raw) => {
    if (keepScripts) emit(raw)
  })

  await written(rewriter, source)
  if (!found.ended) return { refused: 'the page has no end' }
  if (!keepScripts && found.fault !== undefined) return { refused: found.fault }
  const { language, status, topics, canonical } = found
  return { html: output.join(''), language, status, topics, canonical }
}

type Attributes = ReadonlyMap<string, string>

/** What is learnt from the tags on the way through. */
class Found {
  language: string | undefined
  status: number | undefined
  topics: readonly string[] = []
  canonical: string | undefined
  ended = false
  fault: string | undefined
  #inBody = false

  see(tag: string, attributes: Attributes): void {
    const id = attributes.get('id') ?? ''
    if (tag === 'html') this.language = attributes.get('lang')
    if (tag === 'html' && id === '__next_error__') this.fault = 'the render failed half-way'
    if (tag === 'body') this.#inBody = true
    if (tag === 'template' && (/^[BP]:/.test(id) || attributes.has('data-dgst')))
      this.fault = 'a part of the page was left for scripts to fill in'
  }

  /** True for a mark, which then leaves the page. Marks count in the head only, where no reader's text can be. */
  lift(tag: string, attributes: Attributes): boolean {
    const name = tag === 'meta' ? (attributes.get('name') ?? '') : ''
    if (!name.startsWith('tribune:')) return false
    const content = attributes.get('content') ?? ''
    if (this.#inBody) this.fault = `${name} outside the head`
    else if (name === 'tribune:status' && /^[2-5]\d\d$/.test(content)) this.status = Number(content)
    else if (name === 'tribune:topics') this.topics = content.split(/\s+/).filter((topic) => topic !== '')
    else if (name === 'tribune:canonical') this.canonical = content
    else this.fault = `${name} is not understood`
    return true
  }
}

function isKeptScript(attributes: Attributes): boolean {
  return attributes.get('type') === 'application/ld+json' || attributes.has('data-island')
}

function isScriptPreload(tag: string, attributes: Attributes): boolean {
  if (tag !== 'link') return false
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  return (
    relations.includes('modulepreload') ||
    (relations.some((relation) => relation === 'preload' || relation === 'prefetch') &&
      attributes.get('as')?.toLowerCase() === 'script')
  )
}

function isNextMark(tag: string, attributes: Attributes): boolean {
  return tag === 'meta' && (attributes.get('name') ?? '').startsWith('next-')
}

/** Resolves when all of `source` has gone through, its own output being ignored for what the listeners collect. */
function written(rewriter: RewritingStream, source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    rewriter.on('error', reject)
    rewriter.on('end', resolve)
    rewriter.resume()
    rewriter.end(source)
  })
}
