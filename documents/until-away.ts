import type { Presence } from '@/lib/database/presence'

/**
 * What a promise comes to, or `away` as soon as the database is found away. Past `patienceMs` it is asked, so that
 * one that hangs shows after seconds and not after the last of everybody's own limits.
 */
export function untilAway<T>(
  presence: Pick<Presence, 'doubt' | 'onAway'>,
  work: Promise<T>,
  patienceMs = 1000,
): Promise<T | 'away'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => presence.doubt(), patienceMs)
    const forget = presence.onAway(() => {
      clearTimeout(timer)
      resolve('away')
    })
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      forget()
    })
  })
}
