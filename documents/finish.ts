import { Parser } from 'htmlparser2'

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
 * Turns Next's HTML into a document: cuts out every script but JSON-LD and islands (`data-island`), script preloads, Next's
 * own meta marks and React's comments, and lifts the `tribune:` marks out of the head. All else stays to the character.
 * With `keepScripts` (hot reload) only the marks are cut.
 */
export function finishHtml(given: string, keepScripts = false): Finished | Unfinished {
  const source = keepScripts ? given : withoutFlightData(given)
  const found = new Found()
  const cuts: Cut[] = []
  let script: number | undefined
  /** Where a hidden div began of which nothing is seen yet: Next leaves empty ones behind. */
  let hidden: number | undefined

  const parser = new Parser({
    onopentag(tag, attributes) {
      const from = parser.startIndex
      found.see(tag, attributes)
      const isMark = found.lift(tag, attributes)
      if (isMark || (!keepScripts && (isScriptPreload(tag, attributes) || isNextMark(tag, attributes))))
        cuts.push([from, parser.endIndex + 1])
      else if (!keepScripts && tag === 'script' && !isKeptScript(attributes)) script = from
      else hidden = !keepScripts && isHiddenDiv(tag, attributes) ? from : undefined
    },
    onclosetag(tag, isImplied) {
      if (isImplied) return
      const end = parser.endIndex + 1
      if (tag === 'html') found.ended = true
      if (script !== undefined) {
        cuts.push([script, end])
        script = undefined
        return
      }
      if (hidden !== undefined) cutWhole(cuts, [hidden, end])
      hidden = undefined
    },
    ontext() {
      if (script === undefined) hidden = undefined
    },
    oncomment() {
      if (!keepScripts) cuts.push([parser.startIndex, parser.endIndex + 1])
    },
  })
  parser.end(source)
  if (!found.ended) return { refused: 'the page has no end' }
  if (!keepScripts && found.fault !== undefined) return { refused: found.fault }
  const { language, status, topics, canonical } = found
  return { html: without(source, cuts), language, status, topics, canonical }
}

/** From a character of the page to before another. */
type Cut = readonly [from: number, to: number]

/** A cut that takes in those made within it. */
function cutWhole(cuts: Cut[], cut: Cut): void {
  while ((cuts.at(-1)?.[0] ?? -1) >= cut[0]) cuts.pop()
  cuts.push(cut)
}

function without(source: string, cuts: readonly Cut[]): string {
  const kept: string[] = []
  let at = 0
  for (const [from, to] of cuts) {
    kept.push(source.slice(at, from))
    at = to
  }
  kept.push(source.slice(at))
  return kept.join('')
}

/**
 * The page without what Next would hand to React in the browser: more than half of it, and all of it text that would be read
 * letter by letter to be cut out. React writes `<` as `&lt;` in text and as `\u003c` in scripts, so that this beginning
 * is nowhere else.
 */
function withoutFlightData(source: string): string {
  const cuts: Cut[] = []
  for (const { index } of source.matchAll(/<script>\(?self\.__next_f\b/g)) {
    const end = source.indexOf(scriptEnd, index)
    // Half a page, which the parser will say.
    if (end < 0) break
    if (index >= (cuts.at(-1)?.[1] ?? 0)) cuts.push([index, end + scriptEnd.length])
  }
  return without(source, cuts)
}

const scriptEnd = '</script>'

type Attributes = Readonly<Record<string, string>>

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
    const id = attributes.id ?? ''
    if (tag === 'html') this.language = attributes.lang
    if (tag === 'html' && id === '__next_error__') this.fault = 'the render failed half-way'
    if (tag === 'body') this.#inBody = true
    if (tag === 'template' && (/^[BP]:/.test(id) || 'data-dgst' in attributes))
      this.fault = 'a part of the page was left for scripts to fill in'
  }

  /** True for a mark, which then leaves the page. Marks count in the head only, where no reader's text can be. */
  lift(tag: string, attributes: Attributes): boolean {
    const name = tag === 'meta' ? (attributes.name ?? '') : ''
    if (!name.startsWith('tribune:')) return false
    const content = attributes.content ?? ''
    if (this.#inBody) this.fault = `${name} outside the head`
    else if (name === 'tribune:status' && /^[2-5]\d\d$/.test(content)) this.status = Number(content)
    else if (name === 'tribune:topics') this.topics = content.split(/\s+/).filter((topic) => topic !== '')
    else if (name === 'tribune:canonical') this.canonical = content
    else this.fault = `${name} is not understood`
    return true
  }
}

function isKeptScript(attributes: Attributes): boolean {
  return attributes.type === 'application/ld+json' || 'data-island' in attributes
}

function isHiddenDiv(tag: string, attributes: Attributes): boolean {
  return tag === 'div' && attributes.hidden === '' && Object.keys(attributes).length === 1
}

function isScriptPreload(tag: string, attributes: Attributes): boolean {
  if (tag !== 'link') return false
  const relations = (attributes.rel ?? '').toLowerCase().split(/\s+/)
  return (
    relations.includes('modulepreload') ||
    (relations.some((relation) => relation === 'preload' || relation === 'prefetch') &&
      attributes.as?.toLowerCase() === 'script')
  )
}

function isNextMark(tag: string, attributes: Attributes): boolean {
  return tag === 'meta' && (attributes.name ?? '').startsWith('next-')
}
