import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { errorCode } from './error-code'

/**
 * A port on loopback that nobody listens on. It lies below the range systems give to outgoing connections
 * (32768 on Linux, 49152 elsewhere): a pool that keeps trying to reach a stopped server could otherwise be
 * given that very port for its own end, connect to itself, and keep the server from coming back.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (error) => {
      if (['EADDRINUSE', 'EACCES'].includes(errorCode(error))) resolve(false)
      else reject(error)
    })
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
