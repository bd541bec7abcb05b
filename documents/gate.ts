import { IncomingMessage } from 'node:http'

/** Why a write is not let in. */
export type Refusal = { status: 403; error: 'cross-site' } | { status: 413; error: 'too-large' }

/** Room for a comment several times too long in the costliest encoding, so that its text can be kept and mended. */
export const largestBodyBytes = 256 * 1024

/**
 * What the newsroom sends is larger: a picture, and what stands around it in its form, read as it comes by its handler;
 * and its lists, of five thousand lines each.
 */
const largerBodyBytes = new Map([
  ['/api/admin/pictures', 26 * 1024 * 1024],
  ['/api/admin/rules', 4 * 1024 * 1024],
])
/** And an article: 200,000 characters, each of up to nine bytes in a form, and what stands around them. */
const largestArticleBytes = 2 * 1024 * 1024
/** More than this is never read whole: a picture comes with its length. */
const largestReadWhole = 4 * 1024 * 1024
const articles = '/api/admin/articles/'

/** The origins of the site itself. On a loopback address all three of its names count, at the same port. */
export function ownOrigins(siteUrl: URL): ReadonlySet<string> {
  if (!loopback.includes(siteUrl.hostname)) return new Set([siteUrl.origin])
  const port = siteUrl.port === '' ? '' : `:${siteUrl.port}`
  return new Set(loopback.map((host) => `${siteUrl.protocol}//${host}${port}`))
}

/**
 * Whether a request that may change something comes from the site's own pages: `Sec-Fetch-Site` says `same-origin`,
 * or it is absent and `Origin` is the site's own. Its declared size is checked too. Reading requests always pass.
 */
export function checkWrite(req: IncomingMessage, own: ReadonlySet<string>): Refusal | undefined {
  if (isReading(req.method)) return undefined
  const site = req.headers['sec-fetch-site']
  const origin = req.headers.origin
  const isOwn = site === undefined ? origin !== undefined && own.has(origin) : site === 'same-origin'
  if (!isOwn) return { status: 403, error: 'cross-site' }
  if (Number(req.headers['content-length'] ?? 0) > largestOf(req)) return { status: 413, error: 'too-large' }
  return undefined
}

/** Two Host lines, of which a proxy in front may have believed the other one (RFC 9112, 3.2). */
export function hasTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1
  return hosts > 1
}

/** A chunked body has no declared size: it is read here, up to the limit, before anybody else sees it. */
export function hasUndeclaredBody(req: IncomingMessage): boolean {
  return req.headers['transfer-encoding'] !== undefined
}

/**
 * The same request with its chunked body read whole and its length declared, or the refusal once it passes the
 * limit. Rejects when the client goes away in the middle.
 */
export async function readWhole(req: IncomingMessage): Promise<IncomingMessage | Refusal> {
  const body = await readBody(req)
  return 'status' in body ? body : replay(req, body)
}

/** The body, or the refusal once it passes the limit. Rejects when the client goes away in the middle. */
export function readBody(req: IncomingMessage): Promise<Buffer | Refusal> {
  const largest = Math.min(largestOf(req), largestReadWhole)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > largest) {
        req.removeAllListeners('data').pause()
        resolve({ status: 413, error: 'too-large' })
      } else chunks.push(chunk)
    })
    req.on('end', () => resolve(Buffer.concat(chunks)))
    req.on('error', reject)
    req.on('close', () => reject(new Error('the client went away')))
  })
}

function largestOf({ url = '' }: IncomingMessage): number {
  if (url.startsWith(articles)) return largestArticleBytes
  return largerBodyBytes.get(url.split('?')[0] ?? '') ?? largestBodyBytes
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

function isReading(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** The same request, with a body that was read already. */
export function replay(req: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(req.socket)
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = req
  const headers: IncomingMessage['headers'] = { ...req.headers, 'content-length': String(body.length) }
  delete headers['transfer-encoding']
  Object.assign(again, {
    method,
    url,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    rawHeaders,
    headers,
    complete: true,
  })
  again.push(body)
  again.push(null)
  return again
}
