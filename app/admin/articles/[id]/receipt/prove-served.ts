import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { env } from '@/lib/env'

/** Something readers ask for, and what must be in the answer if it is the new version's. */
export type Place = { name: string; path: string; must: string[] }
/** `seconds` since the publication, by when every answer was; null where not every one was in time. */
export type Proof = { place: Place; seconds: number | null; asked: number }

const [patienceMs, everyMs, mostBytes] = [8_000, 200, 4_000_000]

/**
 * Asks for each place as readers do, on connections of its own, twice as many as there are processes: they take connections
 * in turn. Once every answer in a row is the new version's, it is served.
 */
export async function proveServed(places: Place[], since: Date): Promise<Proof[]> {
  const asked = 2 * env().WEB_CONCURRENCY
  const until = Date.now() + patienceMs
  return Promise.all(places.map((place) => prove(place, asked, since, until)))
}

async function prove(place: Place, asked: number, since: Date, until: number): Promise<Proof> {
  for (;;) {
    if (await isServed(place, asked)) return { place, asked, seconds: (Date.now() - since.getTime()) / 1000 }
    if (Date.now() > until) return { place, asked, seconds: null }
    await pause(everyMs)
  }
}

async function isServed({ path, must }: Place, asked: number): Promise<boolean> {
  for (let time = 0; time < asked; time += 1) {
    const text = await ask(path)
    if (text === null || !must.every((words) => text.includes(words))) return false
  }
  return true
}

/** The page as anybody gets it, on a connection of its own; null when it is none. */
function ask(path: string): Promise<string | null> {
  const { HOST, PORT, SITE_URL } = env()
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  return new Promise((resolve) => {
    const request = get(
      { host, port: PORT, path, agent: false, timeout: 3_000, headers: { host: SITE_URL.host } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          text += part
          if (text.length > mostBytes) answer.destroy()
        })
        answer.on('end', () => resolve(answer.statusCode === 200 ? text : null))
        answer.on('close', () => resolve(null))
      },
    )
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
  })
}

/** A text as React writes it into HTML. */
export function inHtml(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#x27;',
  }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
