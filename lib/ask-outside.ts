import { type LookupAddress, lookup as resolveByDns } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isLiteralLoopback, isPublicAddress } from './public-address'

type Question = {
  body: string
  headers: Record<string, string>
  /** For all of it: finding the address, connecting, and the last byte of the answer. */
  timeoutMs: number
  mostBytes: number
  allowPrivate: boolean
  resolve?: typeof resolveByDns
}

/**
 * Posts to an address and reads the answer. Refuses (throws) addresses that are not public, unless that is allowed or
 * the address is this machine's by number. What a name leads to is asked once, and what was looked at is what is
 * connected to, so that a name that leads elsewhere a moment later gains nothing. Follows no redirect, and throws
 * what is late or longer than it may be.
 */
export async function askOutside(url: URL, question: Question): Promise<{ status: number; body: string }> {
  const { body, headers, timeoutMs, mostBytes, allowPrivate, resolve = resolveByDns } = question
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`${url.protocol} is not asked`)
  const mayBePrivate = allowPrivate || isLiteralLoopback(url.hostname)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  // A number is never looked up.
  if (isIP(literal) !== 0 && !mayBePrivate && !isPublicAddress(literal)) throw notPublic(literal)
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((answered, failed) => {
    const asked = request(
      {
        ...{
          protocol: url.protocol,
          hostname: literal,
          port: url.port,
          path: `${url.pathname}${url.search}`,
        },
        ...{ method: 'POST', agent: false, signal: AbortSignal.timeout(timeoutMs) },
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        lookup: lookupPinned(resolve, mayBePrivate),
      },
      (answer) => {
        const parts: Buffer[] = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          parts.push(part)
          if (size <= mostBytes) return
          failed(new Error(`the answer is longer than ${mostBytes} bytes`))
          asked.destroy()
        })
        answer.on('error', failed)
        answer.on('aborted', () => failed(new Error('the answer broke off')))
        answer.on('end', () =>
          answered({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        )
      },
    )
    asked.on('error', failed)
    asked.end(body)
  })
}

/** All that a name leads to must be public: one that is not is nowhere an honest name leads. */
function lookupPinned(resolve: typeof resolveByDns, mayBePrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '')
      const inner = mayBePrivate ? undefined : found.find(({ address }) => !isPublicAddress(address))
      const [first] = found
      if (inner || !first) return callback(notPublic(inner?.address ?? hostname), '')
      if (options.all) return callback(null, found)
      return callback(null, first.address, first.family)
    })
  }
}

function notPublic(address: string): Error {
  return new Error(`${address} is not a public address`)
}
