import { db } from '@/lib/db'
import type { AppealOutcome } from './appeal'

/** One's own appeal, and what came of it. Who judged is not told. */
export type OwnAppeal = {
  decisionId: number | null
  words: string
  createdAt: Date
  settled: { outcome: AppealOutcome; answer: string | null; at: Date } | null
}

/** What the author of a comment has appealed against, the oldest first. */
export async function listOwnAppeals(viewer: { id: number }, commentId: number): Promise<OwnAppeal[]> {
  const rows = await db().appeal.findMany({
    where: { commentId, readerId: viewer.id },
    orderBy: { id: 'asc' },
    select: {
      ...{ decisionId: true, text: true, createdAt: true, outcome: true },
      settledBy: { select: { note: true, createdAt: true } },
    },
  })
  return rows.map(({ text, outcome, settledBy, ...row }) => ({
    ...row,
    words: text,
    settled: settledBy ? settledAs(outcome, settledBy) : null,
  }))
}

function settledAs(
  outcome: string | null,
  { note, createdAt: at }: { note: string | null; createdAt: Date },
) {
  // The note of a decision that overtook an appeal answers something else.
  if (outcome === 'upheld' || outcome === 'overturned') return { outcome, answer: note, at } as const
  return { outcome: 'overtaken', answer: null, at } as const
}
