import { type IncomingHttpHeaders, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

export type PlainQuestion = {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** The address of this machine that it comes from. */
  from?: string
  /** For https: what to trust. */
  certificate?: Buffer
}
export type PlainAnswer = {
  status: number
  headers: IncomingHttpHeaders
  /** Name and value of every header line, as they came. */
  lines: [string, string][]
  body: Buffer
}

/** One request on a connection of its own, with nothing added and nothing followed. */
export function askPlainly(url: string, question: PlainQuestion = {}): Promise<PlainAnswer> {
  const { method = 'GET', headers = {}, body, from, certificate } = question
  const { protocol, hostname, port } = new URL(url)
  // As it stands: a URL object would mend what is odd about the path.
  const path = url.slice(url.indexOf('/', protocol.length + 2))
  const options = { method, hostname, port, path, headers, agent: false, localAddress: from, ca: certificate }
  return new Promise((resolve, reject) => {
    const req = (protocol === 'https:' ? overHttps : overHttp)(options, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () => {
        const { statusCode = 0, rawHeaders } = res
        const lines = rawHeaders.flatMap((name, index): [string, string][] =>
          index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? '']] : [],
        )
        resolve({ status: statusCode, headers: res.headers, lines, body: Buffer.concat(chunks) })
      })
    })
    req.on('error', reject)
    req.end(body)
  })
}
