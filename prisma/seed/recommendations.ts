import { recommend } from '@/lib/comments/commands-vote'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/readers/viewer'
import type { People } from './conversations'

/** Readers recommend some of what was written, always the same: a comment in four none, one in eight many. */
export async function loadRecommendations(articleIds: number[], people: People, now: Date): Promise<void> {
  const comments = await db().comment.findMany({
    where: { articleId: { in: articleIds }, publicRevisionId: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, authorId: true },
  })
  const readers = [...people.values()].filter(({ role }) => role === 'reader')
  for (const [index, comment] of comments.entries()) {
    const count = pattern[index % pattern.length] ?? 0
    for (let turn = 0; turn < count; turn += 1) {
      const person = readers[(index * 7 + turn * 3) % readers.length]
      if (!person || person.id === comment.authorId) continue
      const viewer: Viewer = { ...person, banned: false, approvedCount: 0, sessionId: '' }
      await recommend(viewer, { commentId: comment.id, recommend: true }, now)
    }
  }
}

const pattern = [3, 0, 1, 7, 0, 2, 1, 0, 4, 1, 0, 2]
