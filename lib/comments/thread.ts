import type { PublicComment } from './queries'

/** A comment with the answers that are shown under it. */
export type Thread = {
  comment: PublicComment
  answers: Thread[]
  /** The comment it answers, where that one does not stand right above it. */
  inReplyTo: number | null
}

/**
 * Puts answers under what they answer. Roots keep their order, answers theirs; an answer whose parent is not
 * among them stands directly under its root.
 */
export function grow(roots: PublicComment[], answers: PublicComment[]): Thread[] {
  const threads = new Map<number, Thread>()
  const grown = roots.map((comment) => plant(threads, comment, null))
  for (const comment of answers) {
    const parent = threads.get(comment.parentId ?? 0)
    const above = parent ?? threads.get(comment.rootId ?? 0)
    above?.answers.push(plant(threads, comment, parent ? null : comment.parentId))
  }
  return grown
}

function plant(threads: Map<number, Thread>, comment: PublicComment, farParent: number | null): Thread {
  const thread = { comment, answers: [], inReplyTo: farParent }
  threads.set(comment.id, thread)
  return thread
}

/** Whether a comment stands in a thread. */
export function holds(thread: Thread, id: number): boolean {
  return thread.comment.id === id || thread.answers.some((answer) => holds(answer, id))
}
