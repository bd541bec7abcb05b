import type { ArticleState } from '@/prisma/generated/enums'

/** From which states something may be done, and to which it leads; `null` leaves the state as it is. `…-later` is about what
 * a public article says from a time on, and readers have what it says now until then. */
const table = {
  publish: [['draft', 'scheduled', 'embargoed', 'published', 'withdrawn'], 'published'],
  schedule: [['draft', 'scheduled', 'embargoed'], 'scheduled'],
  embargo: [['draft', 'scheduled', 'embargoed'], 'embargoed'],
  update: [['scheduled', 'embargoed'], null],
  'go-live': [['scheduled', 'embargoed'], 'published'],
  'schedule-later': [['published'], null],
  'embargo-later': [['published'], null],
  'update-later': [['published'], null],
  'go-live-later': [['published'], null],
  'cancel-later': [['published'], null],
  cancel: [['scheduled', 'embargoed'], 'draft'],
  withdraw: [['published'], 'withdrawn'],
  unpublish: [['published'], 'draft'],
  block: [['published', 'withdrawn'], 'blocked'],
  restore: [['withdrawn', 'blocked'], 'published'],
  hold: [['draft', 'scheduled', 'embargoed', 'published', 'withdrawn', 'blocked'], null],
  release: [['draft', 'scheduled', 'embargoed', 'published', 'withdrawn', 'blocked'], null],
} as const satisfies Record<string, [from: ArticleState[], to: ArticleState | null]>

export type Move = keyof typeof table
export const moves = Object.keys(table) as Move[]

/** What adds a version or shows the article again: none of it happens under a legal hold. */
const stopped: readonly Move[] = [
  ...(['publish', 'schedule', 'embargo', 'update', 'go-live', 'restore'] as const),
  ...(['schedule-later', 'embargo-later', 'update-later', 'go-live-later'] as const),
]
/** What is done with an update that waits. */
const needUpdate: readonly Move[] = ['update-later', 'go-live-later', 'cancel-later']

/** `hasUpdate`: an update of it waits for its time. */
export type Standing = { state: ArticleState; isHeld: boolean; hasUpdate: boolean }
export type MoveRefusal = { error: 'not-from-here' | 'under-hold' }

/** The state that a move leads to, or why it may not be made. */
export function stateAfter(
  { state, isHeld, hasUpdate }: Standing,
  move: Move,
): { ok: true; state: ArticleState } | ({ ok: false } & MoveRefusal) {
  const [from, to] = table[move]
  if (!from.some((each) => each === state)) return { ok: false, error: 'not-from-here' }
  if (isHeld && stopped.includes(move)) return { ok: false, error: 'under-hold' }
  if (needUpdate.includes(move) && !hasUpdate) return { ok: false, error: 'not-from-here' }
  if (move === 'hold' && isHeld) return { ok: false, error: 'not-from-here' }
  if (move === 'release' && !isHeld) return { ok: false, error: 'not-from-here' }
  return { ok: true, state: to ?? state }
}

/** What may be done with an article as it stands, whoever asks. */
export function movesFrom(standing: Standing): Move[] {
  return moves.filter((move) => stateAfter(standing, move).ok)
}
