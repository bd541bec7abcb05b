/** What a hit depends on below the request line. */
export type PlainHead = { acceptEncoding: string | undefined; ifNoneMatch: string | undefined }

/**
 * Reads the header lines of a request that asks for nothing unusual; `below` begins with the line end of the request
 * line. Undefined for everything else: a body or the mention of one, another connection than `keep-alive`, a second
 * Host or a missing one, a condition other than one strong tag, and whatever is not printable ASCII in lines of
 * `name: value` with one empty line at the very end.
 */
export function readHead(below: string): PlainHead | undefined {
  if (!shape.test(below)) return undefined
  let hosts = 0
  let acceptEncoding: string | undefined
  let ifNoneMatch: string | undefined
  for (const line of below.slice(2, -4).split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (name === 'host' && value !== '') hosts += 1
    else if (name === 'connection') {
      if (value.toLowerCase() !== 'keep-alive') return undefined
    } else if (name === 'accept-encoding') {
      if (acceptEncoding !== undefined) return undefined
      acceptEncoding = value
    } else if (name === 'if-none-match') {
      if (ifNoneMatch !== undefined || !oneTag.test(value)) return undefined
      ifNoneMatch = value
    } else if (unusual.has(name)) return undefined
  }
  return hosts === 1 ? { acceptEncoding, ifNoneMatch } : undefined
}

// RFC 9110's tokens before the colon; neither folded lines nor bare line ends can pass.
const shape = /^(?:\r\n[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e]*)+\r\n\r\n$/
const oneTag = /^"[\x21\x23-\x7e]*"$/
const unusual = new Set([
  'content-length',
  'content-type',
  'transfer-encoding',
  'te',
  'trailer',
  'expect',
  'upgrade',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'range',
  'if-range',
  'if-match',
  'if-modified-since',
  'if-unmodified-since',
])
