export type Target = { path: string; query: string }
export type RefusedTarget = { refused: 400 | 404 | 414 }

const longestUrl = 2048
const printable = /^[\x21-\x7e]+$/
/** Doubled slashes, dot segments and backslashes, plain or encoded, and encoded slashes, NUL and other controls. */
const absurd = /\/\/|\\|\/\.{1,2}(?:\/|$)|%(?:[01][0-9a-f]|2[ef]|5c|7f)/i

/**
 * Splits a request's URL into path and query (without `?`), or says with which status to refuse it.
 * Accepts the absolute form of RFC 9112, whose host is ignored like every other word on the host.
 */
export function readTarget(url: string): Target | RefusedTarget {
  if (url.length > longestUrl) return { refused: 414 }
  const own = url.startsWith('/') ? url : (/^https?:\/\/[^/?]+(\/.*)$/i.exec(url)?.[1] ?? '')
  if (own === '') return { refused: 400 }
  const mark = own.indexOf('?')
  const path = mark < 0 ? own : own.slice(0, mark)
  const query = mark < 0 ? '' : own.slice(mark + 1)
  if (!printable.test(own) || absurd.test(path) || !isDecodable(path)) return { refused: 404 }
  return { path, query }
}

function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
