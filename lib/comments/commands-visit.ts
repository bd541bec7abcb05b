import { inTransaction } from '@/lib/db'

const daysKept = 90
// Pages that are looked at and away from tell it often; what is new does not hang on half a minute.
const secondsApart = 30

/**
 * Keeps that a reader is reading the conversation under a published article now, and lets go of what they read three
 * months ago. Nothing where there is no such article.
 */
export async function recordVisit(viewer: { id: number }, articleId: number, now: Date): Promise<void> {
  const known = new Date(now.getTime() - secondsApart * 1_000)
  await inTransaction(async (tx) => {
    const written = await tx.$executeRaw`
      insert into "Visit" ("readerId", "articleId", "seenAt")
      select ${viewer.id}, id, ${now}::timestamptz from "Article" where id = ${articleId} and state = 'published'
      on conflict ("readerId", "articleId") do update set "seenAt" = excluded."seenAt"
      where "Visit"."seenAt" < ${known}::timestamptz`
    if (written > 0)
      await tx.visit.deleteMany({
        where: { readerId: viewer.id, seenAt: { lt: new Date(now.getTime() - daysKept * 86_400_000) } },
      })
  })
}
