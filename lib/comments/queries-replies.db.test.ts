import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
} from '@/lib/database/test-newsroom'
import { readCursor, writeCursor } from './cursor'
import { listReplies, repliesPerPage } from './queries'

useTestDatabase()

test('a branch is read page by page in the order it was written, each answer once, also those of one instant', async () => {
  const [ana, article] = [await givenModerator(), await givenArticle()]
  const root = await givenComment(ana, { articleId: article.id })
  const written: number[] = []
  for (let index = 0; index < 2 * repliesPerPage + 5; index += 1) {
    // Each third answers the one before it.
    const parentId = index % 3 === 2 ? (written.at(-1) ?? root.id) : root.id
    const now = minutesAfterNoon(Math.floor(index / 30))
    written.push((await givenComment(ana, { articleId: article.id, parentId }, now)).id)
  }
  const pages: number[][] = []
  let after: string | undefined
  do {
    const page = await listReplies(root.id, readCursor(after))
    expect(page?.root.id).toBe(root.id)
    pages.push(page?.replies.map(({ id }) => id) ?? [])
    after = page?.next ? writeCursor(page.next) : undefined
  } while (after)
  expect(pages.map((page) => page.length)).toEqual([repliesPerPage, repliesPerPage, 5])
  expect(pages.flat()).toEqual(written)
})

test('A30: there is no branch of an answer, of what waits, or of what is not there', async () => {
  const [ana, article] = [await givenModerator(), await givenArticle()]
  const root = await givenComment(ana, { articleId: article.id })
  const answer = await givenComment(ana, { articleId: article.id, parentId: root.id })
  const held = await givenComment(await givenReader(), { articleId: article.id })
  for (const id of [answer.id, held.id, 2_000_000_000]) expect(await listReplies(id, null)).toBeNull()
  expect((await listReplies(root.id, null))?.next).toBeNull()
})
