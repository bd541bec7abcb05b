import { type FinishedDocument, makeSmallDocument } from './document'
import type { HeaderList } from './policy'
import { textPlace } from './text-place'

/** `home` is what the way to the front page is called. */
export type ErrorWords = { title: string; sentence: string; home: string }
export type FallbackOptions = {
  errorText(status: number): ErrorWords
  /** Path of a style sheet on this site. The page is readable without it, so nothing breaks if it is not served. */
  stylesheet?: string
  language: string
  headers: HeaderList
  buildId: string
}

/** Error pages that need neither Next nor the database: one sentence and the way home. Made once per status. */
export function createFallbacks(options: FallbackOptions): (status: number) => FinishedDocument {
  const made = new Map<number, FinishedDocument>()
  return (status) => {
    const known = made.get(status)
    if (known !== undefined) return known
    const { headers, buildId, language } = options
    const page = makeSmallDocument({
      status,
      html: fallbackHtml(status, options),
      language,
      headers,
      buildId,
    })
    made.set(status, page)
    return page
  }
}

function fallbackHtml(status: number, { errorText, stylesheet, language }: FallbackOptions): string {
  const { title, sentence, home } = errorText(status)
  const style = stylesheet === undefined ? '' : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`
  return `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>${style}</head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p>${status === 503 ? textPlace : ''}<p><a href="/">${escapeHtml(home)}</a></p></main></body></html>
`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
