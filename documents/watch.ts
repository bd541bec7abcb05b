import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { headerPairs } from './header-pairs'

type GivenHeaders = OutgoingHttpHeaders | OutgoingHttpHeader[]

/**
 * Shows an answer to `decide` before its first byte leaves, whoever writes it and in whichever way: its status, and
 * its headers on `res`, where they may still be changed. When `decide` returns a function the answer is discarded as
 * it is written, and that function called in its place once it has ended, with only `keptHeaders` left.
 *
 * The function returned takes the answer away from whoever has not begun it: `send` answers at once, and what the
 * other then writes goes nowhere. It does nothing once an answer has begun.
 */
export function watchAnswer(
  res: ServerResponse,
  decide: (status: number) => (() => void) | undefined,
): (send: () => void) => void {
  const { writeHead, write, end } = res
  let instead: (() => void) | undefined
  let decided = false

  res.writeHead = (status: number, reason?: string | GivenHeaders, given?: GivenHeaders) => {
    if (instead !== undefined) return res
    if (decided) return writeHead.call(res, status)
    decided = true
    for (const [name, value] of headerPairs(typeof reason === 'string' ? given : (reason ?? given)))
      res.setHeader(name, value)
    instead = decide(status)
    return instead === undefined ? writeHead.call(res, status) : res
  }

  res.write = (chunk: unknown, encoding?: unknown, done?: unknown) => {
    if (!decided) res.writeHead(res.statusCode)
    if (instead === undefined) return Reflect.apply(write, res, [chunk, encoding, done])
    const callback = typeof encoding === 'function' ? encoding : done
    if (typeof callback === 'function') process.nextTick(() => callback())
    return true
  }

  res.end = (chunk?: unknown, encoding?: unknown, done?: unknown) => {
    if (!decided) res.writeHead(res.statusCode)
    if (instead === undefined) return Reflect.apply(end, res, [chunk, encoding, done])
    const send = instead
    instead = undefined
    Object.assign(res, { writeHead, write, end })
    for (const name of res.getHeaderNames()) if (!keptHeaders.has(name)) res.removeHeader(name)
    send()
    return res
  }

  return (send) => {
    if (decided || res.destroyed) return
    decided = true
    Object.assign(res, { writeHead, write, end })
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    send()
    Object.assign(res, muted(res))
  }
}

/** What an answer that was taken away does with the rest: nothing, as if it went well. */
function muted(res: ServerResponse) {
  const same = () => res
  return {
    setHeader: same,
    appendHeader: same,
    removeHeader: same,
    writeHead: same,
    end: same,
    write: () => true,
  }
}

/** What belongs to the decision rather than to the body, and so survives when the body is replaced. */
const keptHeaders = new Set(['set-cookie', 'retry-after', 'allow', 'www-authenticate'])
