import type { ListText } from './checks/check'

export const mostEntries = 5_000
/** A proposal with more than may be in force is kept up to here, for its writer to shorten. */
export const mostProposed = 50_000
export const longestEntry = 100

export type ListProblem =
  | { problem: 'too-long' | 'no-host' | 'blank-word'; line: string }
  | { problem: 'too-many'; list: keyof ListText; count: number }

/** The entries of a text, one a line: without what is blank or said twice, in their order. */
export function entriesOf(text: string): string[] {
  const lines = text.normalize('NFC').split(/\r?\n/)
  return [...new Set(lines.map((line) => line.trim().replace(/\s+/g, ' ')).filter(Boolean))]
}

/**
 * A host as links are compared: without scheme, path, port and `www.`, in the letters of the network. Null when it
 * names none, or a whole top-level domain.
 */
export function hostOfLine(line: string): string | null {
  const bare = line
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^\*?\./, '')
    .replace(/[/?#:].*$/, '')
  if (!URL.canParse(`http://${bare}/`)) return null
  const host = new URL(`http://${bare}/`).hostname
    .replace(/\.$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '')
    .replace(/^www\./, '')
  return /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9-]{2,}$/.test(host) ? host : null
}

/** The lines that cannot be; a list with one is kept as a proposal for its writer to mend, and taken by nobody. */
export function problemsOf({ words, deniedHosts, allowedHosts }: ListText): ListProblem[] {
  const hosts = [...deniedHosts, ...allowedHosts]
  const long = [...words, ...hosts].filter((line) => [...line].length > longestEntry)
  const noHosts = [...new Set(hosts)].filter((line) => hostOfLine(line) === null)
  // A star alone would hold every comment.
  const blank = words.filter((line) => !/[\p{L}\p{N}\p{S}]/u.test(line))
  const lists = { words, deniedHosts, allowedHosts }
  const over = (['words', 'deniedHosts', 'allowedHosts'] as const).filter(
    (list) => lists[list].length > mostEntries,
  )
  return [
    ...over.map((list) => ({ problem: 'too-many' as const, list, count: lists[list].length })),
    ...long.map((line) => ({ problem: 'too-long' as const, line })),
    ...blank.map((line) => ({ problem: 'blank-word' as const, line })),
    ...noHosts.map((line) => ({ problem: 'no-host' as const, line })),
  ]
}

export type ListChanges = { added: string[]; removed: string[]; allowed: string[]; noLongerAllowed: string[] }

/** What one list has and the other has not; hosts that are allowed for themselves, as one may go from one list to the other. */
export function changesBetween(before: ListText, after: ListText): ListChanges {
  const [old, fresh] = [before, after].map(({ words, deniedHosts }) => [...words, ...deniedHosts])
  return {
    added: without(fresh ?? [], old ?? []),
    removed: without(old ?? [], fresh ?? []),
    allowed: without(after.allowedHosts, before.allowedHosts),
    noLongerAllowed: without(before.allowedHosts, after.allowedHosts),
  }
}

function without(entries: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return entries.filter((entry) => !known.has(entry))
}
