import { request } from 'node:http'
import { acceptEncoding } from './wrk'

/** An answer as it travels: the body as it was compressed, the headers as they were written. */
export type RawAnswer = { status: number; headers: [string, string][]; body: Buffer }

/** Asks once, as the load does. Redirects are not followed. */
export async function askRaw(url: string, accept = acceptEncoding): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const req = request(url, { agent: false, headers: { 'accept-encoding': accept } })
    req.on('error', reject)
    req.on('response', (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: pairs(res.rawHeaders), body: Buffer.concat(chunks) }),
      )
    })
    req.end()
  })
}

export function headerOf({ headers }: RawAnswer, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1]
}

function pairs(flat: readonly string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[index * 2] ?? '',
    flat[index * 2 + 1] ?? '',
  ])
}
