export type Waited = { unit: 'minutes' | 'hours' | 'days'; count: number }

/** How long something has waited, in whole units of the largest that it fills: below two of them, in the next smaller. */
export function waited(since: Date, now: Date): Waited {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  if (minutes < 120) return { unit: 'minutes', count: minutes }
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return { unit: 'hours', count: hours }
  return { unit: 'days', count: Math.floor(hours / 24) }
}
