import { randomBytes } from 'node:crypto'

// Made up when the program is loaded: it tells this process from the others of its site, and says nothing else of it.
const name = randomBytes(6).toString('hex')

/** The process lives; `process` is which one, for whoever asks on several connections. */
export function GET(): Response {
  return Response.json({ ok: true, process: name }, { headers: { 'cache-control': 'no-store' } })
}
