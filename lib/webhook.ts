import { signatureOf } from './signature'

const limitMs = 10_000

/** Posts signed JSON to an address of the operator's. Throws unless the answer is a 2xx; goes nowhere it is sent on to. */
export async function postSigned(url: URL, secret: string, content: object, now: Date): Promise<void> {
  const body = JSON.stringify(content)
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(limitMs),
    headers: { 'Content-Type': 'application/json', 'Tribune-Signature': signatureOf(body, secret, now) },
    body,
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
}
