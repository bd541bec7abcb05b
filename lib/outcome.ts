/** A refusal that was foreseen: a value, never an exception. Bugs throw. */
export type Refused<E extends { error: string }> = { ok: false } & E
export type Outcome<T, E extends { error: string }> = { ok: true; value: T } | Refused<E>

export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refused<const E extends { error: string }>(refusal: E): Refused<E> {
  return { ok: false, ...refusal }
}

/** Makes a forgotten case of a closed union a type error, and a loud one if it happens anyway. */
export function neverHappens(value: never): never {
  throw new Error(`impossible case: ${JSON.stringify(value)}`)
}
