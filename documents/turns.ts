export type Turns = {
  /** Resolves when the render may begin, and `end` is due after it. Undefined: too many wait, come back later. */
  take(isKnown: boolean): Promise<void> | undefined
  end(): void
  waiting(): number
}

/**
 * Lets only so many renders go on at once; the rest wait. Pages that were kept before are as many as are kept and
 * never turned away; of others, which anybody can make up, only `mostWaiting` may wait. When both wait they take
 * turns, so that neither a flood of made-up addresses nor a change of every page stops the other.
 */
export function createTurns(atOnce: number, mostWaiting: number): Turns {
  const known: (() => void)[] = []
  const others: (() => void)[] = []
  let running = 0
  let lastWasKnown = false

  return {
    take(isKnown) {
      if (running < atOnce) {
        running += 1
        return Promise.resolve()
      }
      if (!isKnown && others.length >= mostWaiting) return undefined
      return new Promise((resolve) => (isKnown ? known : others).push(resolve))
    },
    end() {
      const [first, second] = lastWasKnown ? [others, known] : [known, others]
      const from = first.length > 0 ? first : second
      const begin = from.shift()
      if (begin === undefined) running -= 1
      else {
        lastWasKnown = from === known
        begin()
      }
    },
    waiting: () => known.length + others.length,
  }
}
