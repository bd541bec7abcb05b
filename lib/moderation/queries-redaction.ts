import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'

/** A comment's words as they stand, for whoever takes something out of them. */
export type Redactable = { id: number; revisionId: number; seen: number; source: string; author: string }

export async function findRedactable(_moderator: Moderator, id: number): Promise<Redactable | null> {
  const row = await db().comment.findUnique({
    where: { id },
    select: {
      currentRevisionId: true,
      currentRevision: { select: { source: true } },
      decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
      author: { select: { name: true } },
    },
  })
  if (!row) return null
  return {
    id,
    revisionId: row.currentRevisionId,
    seen: row.decisions[0]?.number ?? 0,
    source: row.currentRevision.source,
    author: row.author.name,
  }
}
