import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link shows: what is written now, or what was given out under embargo. */
export const previewKinds = ['draft', 'delivery'] as const
export type PreviewKind = (typeof previewKinds)[number]
export type Preview = { articleId: number; kind: PreviewKind; until: Date }

/** The end of an address that shows one article to whoever has it, until a moment; nobody makes one without the secret. */
export function writePreview({ articleId, kind, until }: Preview, secret: string): string {
  const said = `${articleId.toString(36)}.${previewKinds.indexOf(kind)}.${Math.floor(until.getTime() / 1000).toString(36)}`
  return `${said}.${proof(said, secret)}`
}

/** What such a link shows; null when it is none, or its time is over. */
export function readPreview(token: string, secret: string, now: Date): Preview | null {
  const [, said, id = '', number = '', seconds = '', given = ''] =
    /^(([0-9a-z]{1,6})\.(\d)\.([0-9a-z]{1,7}))\.([\w-]{43})$/.exec(token) ?? []
  const kind = previewKinds[Number(number)]
  if (said === undefined || !kind) return null
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(proof(said, secret)))) return null
  const until = new Date(Number.parseInt(seconds, 36) * 1000)
  return until > now ? { articleId: Number.parseInt(id, 36), kind, until } : null
}

// A key of its own: what signs sessions signs nothing else.
function proof(said: string, secret: string): string {
  return createHmac('sha256', `tribune preview ${secret}`).update(said).digest('base64url')
}
