import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { deleteComment } from './commands-delete'
import { listReplies } from './queries'
import { listConversation } from './queries-page'
import { findPlace } from './queries-place'
import { holds } from './thread'

useTestDatabase()

const now = new Date()

test('a permalink leads to a page that holds its comment, and to the article’s own whenever that does', async () => {
  const article = await givenArticle()
  const [ana, ben] = [await givenModerator('Ana'), await givenReader('reader', 'Ben')]
  const ids: number[] = []
  const posted = async (author: typeof ben, parentId: number | null = null) => {
    const { id } = await givenApproved(author, ana, { articleId: article.id, parentId })
    ids.push(id)
    return id
  }
  for (let index = 0; index < 32; index += 1) {
    const root = await posted(ana)
    // Some have more answers than are shown with them, an answer to an answer, or one of the newsroom's after them.
    for (let answer = 0; answer < index % 6; answer += 1) await posted(ben, root)
    if (index % 5 === 2) await posted(ana, ids.at(-1) ?? root)
  }
  await rank(ids)
  const [pinned = 0] = ids.slice(-9)
  await db().comment.update({ where: { id: pinned }, data: { pinnedAt: now }, select: { id: true } })

  const first = await listConversation(article.id, { sort: 'best', after: null }, now)
  const [onFirst, elsewhere]: number[][] = [[], []]
  for (const id of ids) {
    const place = await findPlace(id)
    const isThere = first.threads.some((thread) => holds(thread, id))
    expect([id, place?.onFirstPage]).toEqual([id, isThere])
    ;(isThere ? onFirst : elsewhere)?.push(id)
    if (isThere || !place || place.rootId === id) continue
    const branch = await listReplies(place.rootId, place.before)
    expect(branch?.replies.map((reply) => reply.id)).toContain(id)
  }
  expect(onFirst?.length).toBeGreaterThan(30)
  expect(elsewhere?.length).toBeGreaterThan(30)
})

test('what nobody may see has no place', async () => {
  const article = await givenArticle()
  const [ana, ben] = [await givenModerator('Ana'), await givenReader('reader', 'Ben')]
  const held = await givenComment(ben, { articleId: article.id })
  const gone = await givenApproved(ben, ana, { articleId: article.id })
  await givenApproved(ana, ana, { articleId: article.id, parentId: gone.id })
  expect(await findPlace(gone.id)).toMatchObject({ articleId: article.id, rootId: gone.id })
  await deleteComment(ben, { commentId: gone.id, what: 'comment' }, now)
  expect(await findPlace(held.id)).toBeNull()
  expect(await findPlace(gone.id)).toBeNull()
  expect(await findPlace(2_147_483_647)).toBeNull()
})

/** Ranks and eyes such that the first page has places for what few have seen. */
async function rank(ids: readonly number[]): Promise<void> {
  await db().$executeRaw`
    update "Comment" set rank = (id * 7919 % 1000) / 1000.0, "seenCount" = id * 31 % 60 where id = any(${ids}::int[])`
}
