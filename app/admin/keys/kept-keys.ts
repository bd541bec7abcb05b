import { useMemo, useSyncExternalStore } from 'react'
import { keepOnDevice, readOnDevice } from '../on-device'
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
  unkept = keepOnDevice(name, written) ? null : written
  for (const listener of listeners) listener()
}

function read(): string {
  return unkept ?? readOnDevice(name) ?? ''
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
