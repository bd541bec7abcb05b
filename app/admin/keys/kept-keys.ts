import { useMemo, useSyncExternalStore } from 'react'
import { type Keys, readKeys, writeKeys } from './key-map'

const name = 'tribune.desk.keys'
const listeners = new Set<() => void>()
/** What the device would not keep: it holds until the page is left. */
let unkept: string | null = null

/** This device's keys and how to keep others; null until the browser has taken the page over. */
export function useKeptKeys(): [Keys | null, (keys: Keys) => void] {
  const kept = useSyncExternalStore(listen, read, () => null)
  const keys = useMemo(() => (kept === null ? null : readKeys(kept)), [kept])
  return [keys, keep]
}

function keep(keys: Keys): void {
  const written = writeKeys(keys)
  try {
    localStorage.setItem(name, written)
    unkept = null
  } catch {
    unkept = written
  }
  for (const listener of listeners) listener()
}

function read(): string {
  return unkept ?? readKept() ?? ''
}

/** Reading the very property throws where a person has forbidden it. */
function readKept(): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
