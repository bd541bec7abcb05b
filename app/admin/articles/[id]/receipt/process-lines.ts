import { Agent, get, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

/** Where this machine's processes listen, all at the same place, and how many they are. */
export type House = { host: string; port: number; name: string; processes: number }

/** A connection to one process, which has said on it which one it is. */
export type Line = { process: string; ask(path: string): Promise<Asked>; close(): void }
/** The page's text, or null for an answer that is none; `gone` when the connection is, and with it whose it was. */
type Asked = string | null | 'gone'

const [greetingMs, patienceMs, mostBytes] = [1_000, 3_000, 4_000_000]

/**
 * Adds lines to those processes that have none yet. Each new connection goes to whichever process takes it; of several to
 * one the first stays.
 */
export async function addLines(lines: Map<string, Line>, house: House): Promise<void> {
  const missing = house.processes - lines.size
  if (missing <= 0) return
  const opened = await Promise.all(Array.from({ length: missing + house.processes }, () => openLine(house)))
  for (const line of opened) {
    if (!line) continue
    if (lines.has(line.process)) line.close()
    else lines.set(line.process, line)
  }
}

async function openLine({ host, port, name }: House): Promise<Line | null> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let own: Socket | undefined
  const ask = (path: string, timeout: number) =>
    new Promise<Asked>((resolve) => {
      const asked = get({ ...{ host, port, path, agent, timeout }, headers: { host: name } }, (answer) => {
        own ??= answer.socket
        // Where the connection ended meanwhile, the one in its place may be another process's.
        if (answer.socket === own) read(answer, resolve)
        else answer.destroy()
      })
      asked.on('timeout', () => asked.destroy())
      asked.on('error', () => undefined)
      asked.on('close', () => resolve('gone'))
    })
  const process = nameIn(await ask('/api/health', greetingMs))
  if (process) return { process, ask: (path) => ask(path, patienceMs), close: () => agent.destroy() }
  agent.destroy()
  return null
}

function read(answer: IncomingMessage, resolve: (asked: Asked) => void): void {
  let text = ''
  answer.setEncoding('utf8')
  answer.on('data', (part: string) => {
    text += part
    if (text.length > mostBytes) answer.destroy()
  })
  answer.on('end', () => resolve(answer.statusCode === 200 ? text : null))
}

function nameIn(greeting: Asked): string | null {
  return /"process":"(\w+)"/.exec(greeting ?? '')?.[1] ?? null
}
