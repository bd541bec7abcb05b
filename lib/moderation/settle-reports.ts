import type { Transaction } from '@/lib/db'

/** Who has reported a comment, and so has a record that a decision changes: their rows are taken before the comment's. */
export async function reportersOf(tx: Transaction, commentId: number): Promise<number[]> {
  const reports = await tx.report.findMany({ where: { commentId }, select: { readerId: true } })
  return reports.map(({ readerId }) => readerId)
}

/**
 * A person has decided about a comment: its open reports were right or wrong, and their reporters' records say so.
 */
export async function settleReports(
  tx: Transaction,
  { commentId, decisionId, upheld }: { commentId: number; decisionId: number; upheld: boolean },
): Promise<void> {
  const settled = await tx.report.updateManyAndReturn({
    where: { commentId, upheld: null },
    data: { upheld, decisionId },
    select: { readerId: true },
  })
  if (settled.length === 0) return
  await tx.comment.update({ where: { id: commentId }, data: { reportWeight: 0 }, select: { id: true } })
  await tx.reader.updateMany({
    where: { id: { in: settled.map(({ readerId }) => readerId) } },
    data: upheld ? { reportsUpheld: { increment: 1 } } : { reportsDismissed: { increment: 1 } },
  })
}

/** The decision was taken back: what it settled is open again, and counts in no record. */
export async function reopenReports(
  tx: Transaction,
  { commentId, decisionId }: { commentId: number; decisionId: number },
): Promise<void> {
  const settled = await tx.report.findMany({
    where: { commentId, decisionId },
    select: { readerId: true, upheld: true, weight: true },
  })
  for (const upheld of [true, false]) {
    const ids = settled.filter((report) => report.upheld === upheld).map(({ readerId }) => readerId)
    if (ids.length > 0)
      await tx.reader.updateMany({
        where: { id: { in: ids } },
        data: upheld ? { reportsUpheld: { decrement: 1 } } : { reportsDismissed: { decrement: 1 } },
      })
  }
  await tx.report.updateMany({ where: { commentId, decisionId }, data: { upheld: null, decisionId: null } })
  const weight = settled.reduce((sum, report) => sum + report.weight, 0)
  await tx.comment.update({
    where: { id: commentId },
    data: { reportWeight: { increment: weight } },
    select: { id: true },
  })
}
