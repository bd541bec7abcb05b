import { z } from 'zod'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'

export type BatchView = {
  id: number
  what: 'approved' | 'rejected' | 'undone'
  count: number
  canUndo: boolean
}

const detail = z.object({ move: z.enum(['approve', 'reject']).optional(), count: z.number() })

/** What was decided together; null when there was no such action. */
export async function findBatch(_moderator: Moderator, id: number): Promise<BatchView | null> {
  const row = await db().staffAction.findFirst({
    where: { id, kind: { in: ['batch-decided', 'batch-undone'] } },
    select: { kind: true, detail: true, undoneBy: { select: { id: true } } },
  })
  if (!row) return null
  const { move, count } = detail.parse(row.detail)
  if (row.kind === 'batch-undone') return { id, what: 'undone', count, canUndo: false }
  return { id, what: move === 'approve' ? 'approved' : 'rejected', count, canUndo: row.undoneBy === null }
}
