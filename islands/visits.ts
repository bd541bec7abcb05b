import { keepInList, ownList } from './own-list'
import { ownStorage } from './own-storage'

/** When a conversation was read on this device, in milliseconds: until when the time before lasted, and this time. */
type Visit = [article: string, before: number, seen: number]

const key = 'tribune.visits'
const mostVisits = 100
/** Who comes back sooner is still there. */
const visitMs = 30 * 60_000

/**
 * Since when comments are new to who reads; nought where they were not here before. `elsewhere` is when they last read
 * it on any device, as their account knows.
 */
export function lastVisit(article: string, now: number, elsewhere = 0, storage = ownStorage()): number {
  const [, before = 0, seen = 0] = ownList<Visit>(key, storage).find(isOf(article)) ?? []
  return Math.max(now - seen < visitMs ? before : seen, now - elsewhere < visitMs ? 0 : elsewhere)
}

/** Keeps on this device that a conversation is read now, and since when its comments are new; the last hundred of them. */
export function keepVisit(article: string, before: number, now: number, storage = ownStorage()): void {
  keepInList(key, [article, before, now], mostVisits, storage)
}

function isOf(article: string) {
  return (visit: Partial<Visit>) => visit[0] === article && Number(visit[1]) + Number(visit[2]) > 0
}
