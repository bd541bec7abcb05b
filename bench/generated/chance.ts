/** A source of chance that gives the same from 0 to 1 for the same seed, every time (mulberry32). */
export type Chance = () => number

export function seededChance(seed: number): Chance {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `least` on, most of them small: Pareto's law, cut at `most`. */
export function paretoOf(chance: Chance, least: number, alpha: number, most: number): number {
  return Math.min(most, Math.floor(least / (1 - chance()) ** (1 / alpha)))
}

export function oneOf<T>(chance: Chance, values: readonly T[]): T {
  const value = values[Math.floor(chance() * values.length)]
  if (value === undefined) throw new Error('there is nothing to choose from')
  return value
}
