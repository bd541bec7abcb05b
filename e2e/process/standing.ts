import { createHash } from 'node:crypto'
import { askRaw, headerOf, type RawAnswer } from './raw'

export const codings = ['br', 'gzip', 'identity']

/** A plain request, as most browsers send it. `more` are further header lines. */
export function plainRequest(path: string, ...more: string[]): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more.map((line) => `${line}\r\n`).join('')}\r\n`
}

/** What somebody who is nobody gets at these addresses, to the byte: status, tag and a hash, by path and coding. */
export async function standing(
  port: number,
  paths: readonly string[],
  inCodings = codings,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const path of paths)
    for (const coding of inCodings) {
      const answer = await askRaw(port, plainRequest(path, `Accept-Encoding: ${coding}`))
      found[`${path} ${coding}`] = `${answer.status} ${headerOf(answer, 'etag')} ${hashOf(answer)}`
    }
  return found
}

/** An answer without what differs between any two: the time, and what becomes of the connection. */
export function lasting({ status, headers, body }: RawAnswer) {
  const passing = ['date', 'connection', 'keep-alive']
  return {
    status,
    headers: headers.filter(([name]) => !passing.includes(name.toLowerCase())),
    body: body.toString('latin1'),
  }
}

function hashOf({ body }: RawAnswer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16)
}
