// A worker: answers requests, in a process of its own. The supervisor (server.ts) starts it and tells it what to do.
import { createServer, type Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { readEnv } from '@/lib/env'
import { listen } from './listening'
import { Order, type Report } from './messages'
import { log, Refusal, tell } from './say'
import { openSite, type Site } from './site'
import { tidyMemory } from './tidying'

const drainSeconds = 10
/** Longer than proxies keep theirs, so that it is they who end an idle connection and nobody writes into a closed one. */
const keepAliveMs = 75_000

const read = readEnv(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const env = read.value
const server = createServer({ keepAliveTimeout: keepAliveMs })
let site: Site | undefined
let ending = false

process.on('message', (message) => {
  const order = Order.parse(message)
  carryOut(order).catch((error: unknown) => {
    report({ report: 'failed', sentence: tell(error) })
    process.exitCode = 1
    process.disconnect()
  })
})
// A terminal's Ctrl-C reaches every process; the supervisor says when it is time.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => void end(0))
report({ report: 'hearing' })

async function carryOut(order: Order): Promise<void> {
  switch (order.order) {
    case 'prepare':
      site = await openSite(server, env, order.surroundings, order.runsJobs)
      await tidyMemory()
      return report({ report: 'prepared' })
    case 'serve':
      if (!site) throw new Refusal('A worker was told to serve before it was prepared.')
      await listen(server, env)
      site.settle()
      return report({ report: 'serving' })
    case 'use-database':
      return site?.useDatabase()
    case 'end':
      return end(order.lingerMs)
  }
}

/** No new connections; requests under way end, and those that come on open connections are the last there. */
async function end(lingerMs: number): Promise<void> {
  if (ending) return
  ending = true
  if (server.listening) await drain(server, lingerMs)
  await site?.close().catch((error) => log({ event: 'stop-failed', error: String(error) }))
  process.exit(0)
}

async function drain(server: Server, lingerMs: number): Promise<void> {
  // Its own `close` would at once end idle connections on which a request may be on its way.
  const closed = new Promise<void>((resolve) => {
    Reflect.apply(NetServer.prototype.close, server, [() => resolve()])
  })
  site?.drain(lingerMs)
  const patience = setTimeout(() => server.closeAllConnections(), drainSeconds * 1000)
  const idle = setTimeout(() => setInterval(() => server.closeIdleConnections(), 50), lingerMs)
  await closed
  clearTimeout(patience)
  clearTimeout(idle)
}

function report(line: Report): void {
  if (process.connected) process.send?.(line)
}
