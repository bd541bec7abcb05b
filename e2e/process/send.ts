import { Agent, type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'

export type Asked = {
  method?: 'GET' | 'HEAD' | 'POST'
  path: string
  cookie?: string
  /** At most one of the two: an object sent as JSON, and JSON asked for; or a form's fields, as a browser sends them. */
  json?: Record<string, string | number>
  form?: Record<string, string>
  /** Asks for JSON and sends none. */
  wantsJson?: boolean
  /** Goes away after so many milliseconds without an answer, as an impatient person does. */
  patienceMs?: number
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }
export type Send = (asked: Asked) => Promise<Answer>

// A transaction is given ten seconds by the site; whoever waits longer than this waits for nothing.
const usualPatienceMs = 15_000

/**
 * Talks to one site over connections that are kept, as its own pages would: `Origin` and `Sec-Fetch-Site` are right.
 * Redirects are not followed. Rejects when the connection breaks or patience ends.
 */
export function sender(origin: string, connections = Number.POSITIVE_INFINITY): Send & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (asked: Asked) =>
    new Promise<Answer>((resolve, reject) => {
      const { headers, body } = contentOf(asked)
      const options: RequestOptions = { agent, method: asked.method ?? (body === '' ? 'GET' : 'POST') }
      options.headers = { origin, 'sec-fetch-site': 'same-origin', ...headers }
      const req = request(new URL(asked.path, origin), options)
      const timer = setTimeout(
        () => req.destroy(new Error('patience ended')),
        asked.patienceMs ?? usualPatienceMs,
      )
      req.on('close', () => clearTimeout(timer))
      req.on('error', reject)
      req.on('response', (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      req.end(body)
    })
  return Object.assign(send, { close: () => agent.destroy() })
}

function contentOf({ json, form, cookie, wantsJson }: Asked): {
  headers: Record<string, string>
  body: string
} {
  const headers: Record<string, string> = cookie === undefined ? {} : { cookie }
  if (json) {
    const body = JSON.stringify(json)
    Object.assign(headers, { accept: 'application/json', 'content-type': 'application/json' })
    return { headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body }
  }
  headers.accept = wantsJson ? 'application/json' : 'text/html'
  if (!form) return { headers, body: '' }
  const body = new URLSearchParams(form).toString()
  headers['content-type'] = 'application/x-www-form-urlencoded'
  return { headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body }
}
