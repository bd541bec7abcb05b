import { createServer, type Server } from 'node:http'
import type { Env } from '@/lib/env'
import { errorWords } from '@/messages/error-words'
import { Refusal } from './say'

/** Takes the port before the long work, so that a port in use is said at once. Until the workers have it, 503. */
export async function holdPort(env: Env): Promise<() => Promise<void>> {
  const server = createServer((_req, res) => {
    res.writeHead(503, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Retry-After': '2',
      'Cache-Control': 'no-store',
      Connection: 'close',
    })
    res.end(`${errorWords(503).sentence}\n`)
  })
  await listen(server, env)
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}

/** Rejects with a Refusal where the operator can do something about it. */
export async function listen(server: Server, env: Env): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const sentence = 'code' in error ? listenSentence(String(error.code), env) : null
      reject(sentence ? new Refusal(sentence) : error)
    })
    server.listen(env.PORT, env.HOST, resolve)
  })
}

function listenSentence(code: string, { HOST, PORT }: Env): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${PORT} on ${HOST} is in use by another program. Stop that one, or set PORT.`
    case 'EACCES':
      return `Port ${PORT} may not be used by this user. Set PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${HOST} is no address of this machine. 127.0.0.1 is this machine alone, 0.0.0.0 all its addresses.`
    default:
      return null
  }
}
