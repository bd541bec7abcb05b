import { setTimeout as pause } from 'node:timers/promises'
import type { Ledger } from './ledger'
import type { Random } from './seeded'
import type { Answer, Asked, Send } from './send'

export type Answered = Answer & { lostBefore: boolean }

const patienceMs = 90_000

/**
 * Sends the same write until the site answers it, as a person presses a button again: a broken connection and an
 * error of the site's (5xx) tell nothing about whether it was done. Now and then the first try is given up early.
 */
export async function untilAnswered(
  asked: Asked,
  about: { send: Send; random: Random; ledger: Ledger },
): Promise<Answered> {
  const { send, random, ledger } = about
  const deadline = performance.now() + patienceMs
  const hasty = random.chance(0.05) ? { patienceMs: 1 + random.below(40) } : {}
  for (let lost = 0; ; lost++) {
    const answer = await send(lost === 0 ? { ...asked, ...hasty } : asked).catch((error: Error) => error)
    if (!(answer instanceof Error) && answer.status < 500) return { ...answer, lostBefore: lost > 0 }
    ledger.noteLost()
    if (performance.now() > deadline)
      throw new Error(`${asked.path} was not answered for ${patienceMs} ms: ${tell(answer)}`)
    await pause(50 + random.below(100 * Math.min(lost + 1, 4)))
  }
}

function tell(answer: Answer | Error): string {
  return answer instanceof Error ? answer.message : `${answer.status} ${answer.body.slice(0, 200)}`
}

/** An answer that no person should get for a write that was right. */
export function unexpected(asked: string, answer: Answer): Error {
  return new Error(
    `${asked} was answered ${answer.status}: ${answer.headers.location ?? answer.body.slice(0, 300)}`,
  )
}
