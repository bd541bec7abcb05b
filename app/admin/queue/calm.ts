/** What this device remembers of a day at the desk: whether texts are blurred, and the hard ones that were before somebody. */
export type Calm = { isBlurred: boolean; day: string; severe: number[]; toldAt: number }

/** After so many hard texts in a day it is time for somebody else. */
export const severePerTurn = 25
const mostKept = 2_000

/** What a device kept, as it is on this day: a new day begins with nothing. What this did not write is as if nothing were kept. */
export function readCalm(kept: string, day: string): Calm {
  const calm = parsed(kept)
  const isBlurred = calm.isBlurred === true
  if (calm.day !== day) return { isBlurred, day, severe: [], toldAt: 0 }
  const severe = Array.isArray(calm.severe) ? calm.severe.filter((id) => Number.isInteger(id)) : []
  return {
    isBlurred,
    day,
    severe: severe.slice(0, mostKept),
    toldAt: typeof calm.toldAt === 'number' ? calm.toldAt : 0,
  }
}

/** The same with another hard text that was read; each counts once. */
export function withSevere(calm: Calm, id: number): Calm {
  if (calm.severe.includes(id) || calm.severe.length >= mostKept) return calm
  return { ...calm, severe: [...calm.severe, id] }
}

/** Whether it is time to say that somebody else should take over: once for every turn's worth. */
export function isTurnOver({ severe, toldAt }: Calm): boolean {
  return severe.length - toldAt >= severePerTurn
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
