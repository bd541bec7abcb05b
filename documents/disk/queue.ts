export type WriteQueue<T> = {
  /** Has a value written later; one that waits under the same key already is replaced by it. */
  put(key: string, value: T, bytes: number): void
  /** What waits under a key is not written. */
  drop(key: string): void
  /** Writes everything that waits, now. */
  flush(): Promise<void>
}

/**
 * Writes one after the other, off the way of whoever has something to write, and the same key at most once in
 * `everyMs`. What comes while more than `mostBytes` wait is let go. `write` must not reject.
 */
export function createWriteQueue<T>(options: {
  write(key: string, value: T): Promise<void>
  everyMs: number
  mostBytes: number
}): WriteQueue<T> {
  const waiting = new Map<string, { value: T; bytes: number; dueAt: number }>()
  let bytes = 0
  let working: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  async function work(isDue: (dueAt: number) => boolean): Promise<void> {
    // The first was put first, and so is due first.
    for (const [key, entry] of waiting) {
      if (!isDue(entry.dueAt)) break
      waiting.delete(key)
      bytes -= entry.bytes
      await options.write(key, entry.value)
    }
  }

  function plan(): void {
    const [first] = waiting.values()
    if (first === undefined || timer !== undefined || working !== undefined) return
    timer = setTimeout(
      () => {
        timer = undefined
        run((dueAt) => dueAt <= performance.now())
      },
      Math.max(0, first.dueAt - performance.now()),
    )
    timer.unref()
  }

  function run(isDue: (dueAt: number) => boolean): Promise<void> {
    working = work(isDue).finally(() => {
      working = undefined
      plan()
    })
    return working
  }

  return {
    put(key, value, size) {
      const before = waiting.get(key)
      if (before === undefined && bytes + size > options.mostBytes) return
      bytes += size - (before?.bytes ?? 0)
      waiting.set(key, { value, bytes: size, dueAt: before?.dueAt ?? performance.now() + options.everyMs })
      plan()
    },
    drop(key) {
      bytes -= waiting.get(key)?.bytes ?? 0
      waiting.delete(key)
    },
    async flush() {
      await working
      await run(() => true)
    },
  }
}
