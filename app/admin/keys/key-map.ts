import { done, type Outcome, refused } from '@/lib/outcome'

export const actions = ['next', 'previous', 'approve', 'reject', 'tick', 'bulk', 'undo', 'list'] as const
export type Action = (typeof actions)[number]
export type KeyMap = Readonly<Record<Action, string>>

/** `on` is false where a moderator has switched single keys off, as WCAG 2.1.4 asks. */
export type Keys = { on: boolean; map: KeyMap }

export const usualMap: KeyMap = {
  next: 'j',
  previous: 'k',
  approve: 'a',
  reject: 'r',
  tick: 'x',
  bulk: 'b',
  undo: 'z',
  list: '?',
}
export const usualKeys: Keys = { on: true, map: usualMap }

/** What of a keydown decides its meaning. `isTyping`: it goes to a field, which has it for itself. */
export type Press = {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
  repeat: boolean
  isTyping: boolean
}

// A digit names a reason, and a space scrolls.
const oneKey = /^[\p{L}\p{P}\p{S}]$/u

/** Gives an action another key: one letter or sign, which no other action has. Refuses by name, and says who has it. */
export function withKey(
  map: KeyMap,
  action: Action,
  typed: string,
): Outcome<KeyMap, { error: 'not-one-key' } | { error: 'taken'; key: string; by: Action }> {
  const key = plain(typed)
  if (!oneKey.test(key)) return refused({ error: 'not-one-key' })
  const by = actions.find((other) => other !== action && map[other] === key)
  if (by) return refused({ error: 'taken', key, by })
  return done({ ...map, [action]: key })
}

/** What a key asks for; null when it is not for the desk. Only moving goes on while a key is held down. */
export function meaningOf(press: Press, { on, map }: Keys): Action | null {
  if (!on || press.isTyping || isHeldWithOthers(press)) return null
  const key = plain(press.key)
  const isLetter = key.toUpperCase() !== key
  // Capital letters are left to the browser; a sign needs Shift on one keyboard and not on another.
  if (isLetter && press.shiftKey) return null
  const action = actions.find((each) => map[each] === key) ?? null
  return press.repeat && action !== 'next' && action !== 'previous' ? null : action
}

/** What a key means while the reason is chosen: the reason of that place (from 0), to send it, or to leave it. */
export function rejectionOf(press: Press, reasonCount: number): number | 'send' | 'leave' | null {
  if (isHeldWithOthers(press) || press.repeat) return null
  if (press.key === 'Enter' && !press.shiftKey) return 'send'
  if (press.key === 'Escape') return 'leave'
  // Some keyboards have their digits under Shift.
  const place = /^[1-9]$/.test(press.key) && !press.isTyping ? Number(press.key) - 1 : reasonCount
  return place < reasonCount ? place : null
}

/** The keys a device kept. What this did not write is as if nothing were kept. */
export function readKeys(kept: string): Keys {
  const { on, map } = fieldsOf(parsed(kept))
  const found = fieldsOf(map)
  const read = { ...usualMap }
  for (const action of actions) {
    // What a device kept may be older than an action.
    const key = found[action] ?? usualMap[action]
    if (typeof key !== 'string' || plain(key) !== key || !oneKey.test(key))
      return { on: on !== false, map: usualMap }
    read[action] = key
  }
  return { on: on !== false, map: new Set(Object.values(read)).size === actions.length ? read : usualMap }
}

export function writeKeys({ on, map }: Keys): string {
  return JSON.stringify({ on, map })
}

function isHeldWithOthers({ ctrlKey, altKey, metaKey, isComposing }: Press): boolean {
  return ctrlKey || altKey || metaKey || isComposing
}

function plain(key: string): string {
  return key.normalize('NFC').toLowerCase()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
