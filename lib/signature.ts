import { createHmac } from 'node:crypto'

/** The value of `Tribune-Signature`: the second it was made in, and HMAC-SHA-256 over that second, a dot and the body. */
export function signatureOf(body: string, secret: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000)
  const proof = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${proof}`
}
