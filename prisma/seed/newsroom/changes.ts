import type { Block, Change, Story } from './story'

/** The body of a story after so many of its changes: the later ones are not made yet. */
export function bodyAfter({ body, changes = [] }: Story, made: number): Block[] {
  return changes.slice(made).reduceRight(before, body)
}

/** The body as it stood before a change. Throws where what was changed does not stand in it, once. */
function before(body: Block[], { now, was }: Change): Block[] {
  const parts = JSON.stringify(body).split(quoted(now))
  if (parts.length !== 2) throw new Error(`it does not stand there once: ${now}`)
  return JSON.parse(parts.join(quoted(was)))
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
