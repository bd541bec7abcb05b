import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Posted = { headers: Record<string, string | string[] | undefined>; body: string }

/** A mail server on loopback that keeps what it is sent; `refusing` makes it say no. */
export async function givenMailServer() {
  const mails: { to: string[]; raw: string }[] = []
  const state = { refusing: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (state.refusing) return done(new Error('not now'))
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    state,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** An HTTP server on loopback that keeps what is posted to it and answers as it is told. */
export async function givenReceiver() {
  const posted: Posted[] = []
  const state: { status: number; body: string; headers: Record<string, string>; silent: boolean } = {
    ...{ status: 200, body: 'ok', headers: {}, silent: false },
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      posted.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      if (!state.silent) response.writeHead(state.status, state.headers).end(state.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    posted,
    state,
    url: new URL(`http://127.0.0.1:${port}/hook`),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
