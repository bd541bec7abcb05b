import { db } from '@/lib/db'

/** When a reader last read the conversation under an article, on any device, as far as is kept. */
export async function findVisit(viewer: { id: number }, articleId: number): Promise<Date | null> {
  const visit = await db().visit.findUnique({
    where: { readerId_articleId: { readerId: viewer.id, articleId } },
    select: { seenAt: true },
  })
  return visit?.seenAt ?? null
}
