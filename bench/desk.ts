import { randomUUID } from 'node:crypto'
import type { Reader } from '@/e2e/process/session'
import { postComment } from '@/lib/comments/commands'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import type { Move } from '@/lib/moderation/moves'
import { isModerator, type Moderator, type Viewer } from '@/lib/readers/viewer'

export function asViewer({ id, name }: Reader, role: Viewer['role']): Viewer {
  return { id, name, role, banned: false, approvedCount: 0, sessionId: randomUUID() }
}

/** A name that nobody has, also where a measurement before left its people. */
export function nameOf(who: string): string {
  return `${who} ${randomUUID().slice(0, 8)}`
}

export function asModerator(reader: Reader): Moderator {
  const viewer = asViewer(reader, 'moderator')
  if (!isModerator(viewer)) throw new Error('not a moderator')
  return viewer
}

/** Posts a comment that waits for the desk, as a newcomer's does; its id. */
export async function hold(newcomer: Viewer, articleId: number, body: string): Promise<number> {
  const posted = await postComment(newcomer, { articleId, parentId: null, body, key: null }, new Date())
  if (!posted.ok) throw new Error(posted.error)
  if (posted.value.state !== 'held') throw new Error(`the comment is ${posted.value.state}`)
  return posted.value.id
}

/** Decides on a comment as it stands. */
export async function decideOn(moderator: Moderator, commentId: number, move: Move): Promise<void> {
  const { currentRevisionId, decisions } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      currentRevisionId: true,
      decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  const read = { commentId, revisionId: currentRevisionId, seen: decisions[0]?.number ?? 0, note: null }
  const decided = await decide(
    moderator,
    move === 'approve' ? { ...read, move } : { ...read, move, reason: 'off-topic' },
    new Date(),
  )
  if (!decided.ok) throw new Error(decided.error)
}
