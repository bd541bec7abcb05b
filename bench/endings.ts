const endings: (() => Promise<void>)[] = []
let interrupted = false

/** Has something undone at the end, last first, however the end comes. The answer undoes it at once; only once. */
export function atEnd(undo: () => Promise<void>): () => Promise<void> {
  let undone: Promise<void> | undefined
  const once = () => {
    endings.splice(endings.indexOf(once) >>> 0, 1)
    undone ??= undo()
    return undone
  }
  endings.push(once)
  return once
}

/** Undoes everything that is still to be undone; what cannot be is said, and does not keep the rest. */
export async function endAll(): Promise<void> {
  for (let undo = endings.at(-1); undo; undo = endings.at(-1))
    await undo().catch((error: unknown) => console.error(`Could not be undone: ${String(error)}`))
}

/** Whether Ctrl-C or SIGTERM has come: nothing new is to begin. */
export function isInterrupted(): boolean {
  return interrupted
}

/** Ctrl-C and SIGTERM undo everything, and then end the program as they would have. */
export function endAllOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // A terminal and npm may both send it.
      if (interrupted) return
      interrupted = true
      void endAll().then(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    })
}
