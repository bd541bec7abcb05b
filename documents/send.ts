import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseCoding } from './accept'
import { type Ready, representationOf } from './document'
import type { HeaderList } from './policy'

/**
 * Sends a document in the coding the client likes best: whole, headers only (HEAD), or as 304 when the client holds
 * these very bytes. `cacheStatus` (RFC 9211, after `Tribune; `) replaces the prepared `hit`.
 */
export function sendDocument(
  req: IncomingMessage,
  res: ServerResponse,
  document: Ready,
  cacheStatus?: string,
  extra?: HeaderList,
): void {
  if (res.headersSent || res.destroyed) return
  const chosen = representationOf(document, chooseCoding(req.headers['accept-encoding']?.toString()))
  if (document.status === 200 && isHeld(req, document, chosen.etag)) {
    res.writeHead(304, reword(chosen.unchangedHeaders, cacheStatus, extra)).end()
    return
  }
  res.writeHead(document.status, reword(chosen.headers, cacheStatus, extra))
  if (req.method === 'HEAD') res.end()
  else res.end(chosen.body)
}

/** `extra` takes the place of prepared headers of the same name. */
function reword(headers: string[], cacheStatus: string | undefined, extra: HeaderList = []): string[] {
  if (cacheStatus === undefined) return headers
  const replaced = extra.filter((_, index) => index % 2 === 0)
  const prepared = headers
    .slice(0, -2)
    .filter((_, index) => !replaced.includes(headers[index - (index % 2)] ?? ''))
  return [...prepared, 'Cache-Status', `Tribune; ${cacheStatus}`, ...extra]
}

/** Whether the client has these bytes: a date counts where it names no tag, and only the very one it was given. */
function isHeld({ headers }: IncomingMessage, { modified }: Ready, etag: string): boolean {
  const known = headers['if-none-match']
  if (known !== undefined) return isNamed(known, etag)
  return modified !== undefined && headers['if-modified-since'] === modified
}

/** Weak comparison (RFC 9110, 13.1.2), as proxies that recompress make strong tags weak. */
function isNamed(header: string, etag: string): boolean {
  if (header === etag) return true
  return header.split(',').some((part) => {
    const tag = part.trim()
    return tag === '*' || (tag.startsWith('W/') ? tag.slice(2) : tag) === etag
  })
}
