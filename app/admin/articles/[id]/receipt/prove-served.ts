import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { env } from '@/lib/env'

/** Something readers ask for, and what must be in the answer if it is the new version's. */
export type Place = { name: string; path: string; must: string[] }
/** `seconds` since the publication, by when every answer was; null where not every one was in time. */
export type Proof = { place: Place; seconds: number | null }

const [patienceMs, everyMs, mostBytes] = [8_000, 200, 4_000_000]

/** How many connections each place is asked for on at once, and how many processes of this machine take them in turn. */
export function askedOf(): { connections: number; processes: number } {
  const processes = env().WEB_CONCURRENCY
  return { connections: 4 * processes, processes }
}

/**
 * Asks for each place as readers do, on connections of its own, four times as many at once as there are processes: they take
 * connections in turn, and one place is asked for after the other, so that each of them answers for each. Once every answer
 * is the new version's, it is served.
 */
export async function proveServed(places: Place[], since: Date): Promise<Proof[]> {
  const { connections } = askedOf()
  const until = Date.now() + patienceMs
  const seconds = new Map<Place, number>()
  for (;;) {
    for (const place of places)
      if (!seconds.has(place) && (await isServed(place, connections)))
        seconds.set(place, (Date.now() - since.getTime()) / 1000)
    if (seconds.size === places.length || Date.now() > until)
      return places.map((place) => ({ place, seconds: seconds.get(place) ?? null }))
    await pause(everyMs)
  }
}

async function isServed({ path, must }: Place, connections: number): Promise<boolean> {
  const texts = await Promise.all(Array.from({ length: connections }, () => ask(path)))
  return texts.every((text) => text !== null && must.every((words) => text.includes(words)))
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
