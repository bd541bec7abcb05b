/**
 * Does something for many askers at once: each is served by a turn that began after it asked, and all who ask while a
 * turn is under way share the next.
 */
export function sharing(turn: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  function begin(): Promise<void> {
    next = undefined
    const mine = turn().finally(() => {
      if (running === mine) running = undefined
    })
    running = mine
    return mine
  }

  return () => {
    if (running === undefined) return begin()
    next ??= running.then(begin)
    return next
  }
}
