import { connect, createServer, type Server, type Socket } from 'node:net'
import { type Embedded, startEmbedded } from '@/lib/database/embedded'
import { startRefusalSentence } from '@/lib/database/refusal'
import { readEnv } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { shared } from '@/lib/shared'
import { newDataDir } from './data-dir'

export type ExternalDatabase = {
  /** The way the site takes, past a door that this test opens and shuts. */
  url: string
  /** Nobody answers at the address any more. */
  shut(): Promise<void>
  /** Connections stand and new ones are taken, and no byte passes. */
  hang(): void
  open(): Promise<void>
  /** Stops PostgreSQL itself. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Does something in the database, not through the door. */
  inside<T>(work: () => Promise<T>): Promise<T>
  end(): Promise<void>
}

/** A migrated PostgreSQL that is not the site's own to start and stop. */
export async function externalDatabase(): Promise<ExternalDatabase> {
  const folder = await newDataDir('empty')
  let embedded = await startOn(folder)
  const door = await openDoor(() => embedded.connection.port)
  const url = new URL(embedded.url)
  url.port = String(door.port)
  return {
    url: url.href,
    ...door,
    stop: () => embedded.stop(),
    async start() {
      embedded = await startOn(folder)
    },
    async inside(work) {
      const read = readEnv({ RATE_LIMITS: 'off' })
      if (read.ok) shared().env = read.value
      const opened = openDatabase(embedded.url, 4)
      try {
        return await work()
      } finally {
        await opened.$disconnect()
      }
    },
    async end() {
      await door.shut()
      await embedded.stop()
    },
  }
}

async function startOn(dataDir: string): Promise<Embedded> {
  const started = await startEmbedded({ dataDir, log: () => undefined })
  if (!started.ok) throw new Error(startRefusalSentence(started))
  return started.value
}

async function openDoor(port: () => number) {
  const pairs = new Map<Socket, Socket>()
  let isHanging = false
  let server: Server | undefined

  function enter(socket: Socket): void {
    socket.on('error', () => undefined)
    const inner = connect(port(), '127.0.0.1').on('error', () => socket.destroy())
    pairs.set(socket, inner)
    socket.on('close', () => {
      pairs.delete(socket)
      inner.destroy()
    })
    inner.on('close', () => socket.destroy())
    if (!isHanging) socket.pipe(inner).pipe(socket)
  }

  async function listen(at: number): Promise<number> {
    const fresh = createServer(enter)
    await new Promise<void>((resolve) => fresh.listen(at, '127.0.0.1', resolve))
    server = fresh
    const address = fresh.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  const own = await listen(0)
  return {
    port: own,
    async shut() {
      const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
      server = undefined
      for (const socket of pairs.keys()) socket.destroy()
      await closed
    },
    hang() {
      isHanging = true
      for (const [socket, inner] of pairs) {
        socket.unpipe(inner)
        inner.unpipe(socket)
        // What is sent is taken and goes nowhere.
        socket.resume()
        inner.pause()
      }
    },
    async open() {
      isHanging = false
      // What was said meanwhile is lost, and with it whatever connection said it.
      for (const socket of pairs.keys()) socket.destroy()
      if (server === undefined) await listen(own)
    },
  }
}
