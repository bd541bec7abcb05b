import { setTimeout as pause } from 'node:timers/promises'
import { addLines, type House, type Line } from './process-lines'

/** Something readers ask for, and what must be in the answer if it is the new version's. */
export type Place = { name: string; path: string; must: string[] }
/** `seconds` since the publication, by when every process showed it; null where that was not in time for `missing` of them. */
export type Proof = { place: Place; seconds: number | null; missing: number }

const everyMs = 200

/**
 * Asks each process of this machine for each place as readers do, on a connection to it alone, again and again until its
 * answer is the new version's. A place is served when all of them have answered so; one that does not answer has not.
 */
export async function proveServed(
  places: Place[],
  since: Date,
  house: House,
  patienceMs = 8_000,
): Promise<Proof[]> {
  const until = Date.now() + patienceMs
  const lines = new Map<string, Line>()
  const proofs = places.map((place): Proof => ({ place, seconds: null, missing: house.processes }))
  try {
    for (;;) {
      await addLines(lines, house)
      for (const proof of proofs) {
        if (proof.seconds !== null) continue
        const asked = lines.size
        const shown = await showing(lines, proof.place)
        proof.missing = Math.max(house.processes, asked) - shown
        if (proof.missing === 0) proof.seconds = (Date.now() - since.getTime()) / 1000
      }
      if (proofs.every(({ missing }) => missing === 0) || Date.now() > until) return proofs
      await pause(everyMs)
    }
  } finally {
    for (const line of lines.values()) line.close()
  }
}

/** By how many of the lines the place is the new version's. Those whose process is gone are given up. */
async function showing(lines: Map<string, Line>, { path, must }: Place): Promise<number> {
  const answers = await Promise.all(
    [...lines.values()].map(async (line) => ({ line, text: await line.ask(path) })),
  )
  for (const { line, text } of answers) {
    if (text !== 'gone') continue
    lines.delete(line.process)
    line.close()
  }
  return answers.filter(
    ({ text }) => text !== null && text !== 'gone' && must.every((words) => text.includes(words)),
  ).length
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
