import { db } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Viewer } from '@/lib/readers/viewer'

/** More than anybody looks through: whoever keeps more takes something out first. */
const mostSaved = 1_000

/** Keeps a public comment in a reader's own list, or takes it out again. Set, not toggled; nobody else is told. */
export async function saveComment(
  viewer: Viewer | null,
  input: { commentId: number; save: boolean },
  now: Date,
): Promise<Outcome<{ saved: boolean }, { error: 'signed-out' | 'no-comment' | 'too-many' }>> {
  if (!viewer) return refused({ error: 'signed-out' })
  const place = { commentId: input.commentId, readerId: viewer.id }
  if (!input.save) {
    await db().saved.deleteMany({ where: place })
    return done({ saved: false })
  }
  const comment = await db().comment.findFirst({
    where: { id: input.commentId, publicRevisionId: { not: null }, article: { state: 'published' } },
    select: { id: true },
  })
  if (!comment) return refused({ error: 'no-comment' })
  if ((await db().saved.count({ where: { readerId: viewer.id } })) >= mostSaved)
    return refused({ error: 'too-many' })
  await db().saved.createMany({ data: [{ ...place, createdAt: now }], skipDuplicates: true })
  return done({ saved: true })
}
