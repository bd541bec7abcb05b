import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { freePort } from '@/lib/database/free-port'

export type StandIn = {
  port: number
  /** What was asked so far, oldest first. */
  asked: IncomingMessage[]
  /** From now on it answers so. */
  answer: (req: IncomingMessage, res: ServerResponse) => void
  open(): Promise<void>
  /** Away, as a process that has ended: connections are refused. */
  close(): Promise<void>
}

/** What the application says of a document that outer caches may keep. */
export const documentCaching = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400'

/** Stands in for the application, where a test is about what is in front of it. */
export async function startStandIn(answer: StandIn['answer'] = () => undefined): Promise<StandIn> {
  const server = createServer((req, res) => {
    standIn.asked.push(req)
    standIn.answer(req, res)
  })
  const standIn: StandIn = {
    port: await freePort(),
    asked: [],
    answer,
    open: () => new Promise((resolve) => server.listen(standIn.port, '127.0.0.1', resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  await standIn.open()
  return standIn
}

/** An answer such as the application's for a document. */
export function sendPage(
  res: ServerResponse,
  body: string,
  more: Record<string, string> = {},
  status = 200,
): void {
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Vary: 'Accept-Encoding',
    'Cache-Control': documentCaching,
    'Cache-Status': 'Tribune; hit',
    ...more,
  })
  res.end(body)
}
