import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { headerPairs } from './header-pairs'

/** Next's request handler in this process. */
export type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export type Answer = {
  status: number
  type: string
  location: string | undefined
  /** What it shows beside what is known of it, as a handler says in `X-Tribune-Topics`. */
  topics: readonly string[]
  setsCookie: boolean
  body: Buffer
}
export type NoAnswer = { refused: 'too-slow' | 'too-large' | 'broken'; detail: string }

export type Renderer = (path: string) => Promise<Answer | NoAnswer>

/**
 * Asks Next for a page as nobody in particular: GET, no cookie, the site's own host, and nothing of the request that
 * caused it. The answer is captured whole. Refuses after `limitMs` milliseconds, past 8 MB, and when Next throws.
 */
export function createRenderer(next: NextHandler, siteUrl: URL, limitMs = 10_000): Renderer {
  const headers = anonymousHeaders(siteUrl)
  return (path) =>
    new Promise((resolve) => {
      const request = new IncomingMessage(new Socket())
      Object.assign(request, { method: 'GET', url: path, headers: { ...headers }, complete: true })
      request.push(null)
      const response = new CapturedResponse(request)
      const timer = setTimeout(() => give({ refused: 'too-slow', detail: `over ${limitMs} ms` }), limitMs)

      function give(answer: Answer | NoAnswer): void {
        clearTimeout(timer)
        resolve(answer)
        if (!response.writableEnded) response.destroy()
      }
      response.once('finish', () => give(response.answer()))
      response.once('overflow', () => give({ refused: 'too-large', detail: `over ${largestBytes} bytes` }))
      response.once('close', () => give({ refused: 'broken', detail: 'the answer was cut off' }))
      next(request, response).catch((error) => give({ refused: 'broken', detail: String(error) }))
    })
}

const largestBytes = 8 * 1024 * 1024

function anonymousHeaders(siteUrl: URL): Record<string, string> {
  return {
    host: siteUrl.host,
    accept: 'text/html',
    // With a user agent, and `htmlLimitedBots: /.*/` in next.config, metadata stands in the head.
    'user-agent': 'Tribune',
    'x-forwarded-host': siteUrl.host,
    'x-forwarded-proto': siteUrl.protocol.slice(0, -1),
    'x-forwarded-port': siteUrl.port || (siteUrl.protocol === 'https:' ? '443' : '80'),
    'x-forwarded-for': '127.0.0.1',
  }
}

/** A response that never had a socket: everything written stays here. */
class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = []
  #bytes = 0

  answer(): Answer {
    return {
      status: this.statusCode,
      type: String(this.getHeader('content-type') ?? ''),
      location: this.hasHeader('location') ? String(this.getHeader('location')) : undefined,
      topics: String(this.getHeader('x-tribune-topics') ?? '')
        .split(' ')
        .filter((topic) => topic !== ''),
      setsCookie: this.hasHeader('set-cookie'),
      body: Buffer.concat(this.#chunks),
    }
  }

  override writeHead(
    status: number,
    reason?: string | OutgoingHttpHeaders | readonly unknown[],
    given?: OutgoingHttpHeaders | readonly unknown[],
  ): this {
    const headers = typeof reason === 'string' ? given : (reason ?? given)
    for (const [name, value] of headerPairs(headers)) this.setHeader(name, value)
    return super.writeHead(status)
  }

  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode)
  }

  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    this.flushHeaders()
    this.#take(chunk, encoding)
    const callback = typeof encoding === 'function' ? encoding : done
    if (typeof callback === 'function') process.nextTick(() => callback())
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (this.finished) return this
    this.flushHeaders()
    if (typeof chunk !== 'function') this.#take(chunk, encoding)
    this.finished = true
    const callback = [chunk, encoding, done].find((argument) => typeof argument === 'function')
    if (typeof callback === 'function') this.once('finish', () => callback())
    process.nextTick(() => {
      this.emit('finish')
      this.emit('close')
    })
    return this
  }

  override destroy(_error?: Error): this {
    if (this.destroyed) return this
    this.destroyed = true
    process.nextTick(() => this.emit('close'))
    return this
  }

  #take(chunk: unknown, encoding: unknown): void {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
        : Buffer.from(chunk)
    this.#bytes += bytes.length
    if (this.#bytes > largestBytes) this.emit('overflow')
    else this.#chunks.push(bytes)
  }
}
