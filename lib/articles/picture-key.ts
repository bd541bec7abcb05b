import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long an address with a key opens a picture that is not public, at least; twice that at most. */
export const keyHours = 12

/**
 * What an address of a picture must bring along while the picture is not public. It is the same for some hours, so that
 * a browser fetches a picture once; it opens this picture and no other.
 */
export function pictureKey(hash: string, secret: string, now: Date): string {
  const until = (Math.floor(hourOf(now) / keyHours) + 2) * keyHours
  return `${until.toString(36)}.${proof(hash, until, secret)}`
}

export function opensPicture(hash: string, key: string, secret: string, now: Date): boolean {
  const [, text = '', given = ''] = /^([0-9a-z]{1,8})\.([\w-]{22})$/.exec(key) ?? []
  const until = Number.parseInt(text, 36)
  if (Number.isNaN(until) || until <= hourOf(now) || until > hourOf(now) + 2 * keyHours) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(proof(hash, until, secret)))
}

function hourOf(now: Date): number {
  return Math.floor(now.getTime() / 3_600_000)
}

function proof(hash: string, until: number, secret: string): string {
  return createHmac('sha256', secret).update(`picture ${hash} ${until}`).digest('base64url').slice(0, 22)
}
