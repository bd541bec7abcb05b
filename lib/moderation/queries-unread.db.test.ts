import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  givenStory,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { listUnread } from './queries-unread'
import { type QueueFilter, wholeQueue } from './queue-filter'

useTestDatabase()
const unread: QueueFilter = { ...wholeQueue, queue: 'new' }

test('what was published unread is listed until a person has approved it, by article and by author, page by page', async () => {
  const [story, other] = [await givenStory(), await givenStory()]
  const [ana, known, quiet] = [await givenModerator(), await givenKnown(), await givenKnown()]
  const ids: number[] = []
  for (let made = 0; made < 5; made += 1)
    ids.unshift(
      (await givenComment(made === 2 ? quiet : known, { articleId: story.id }, minutesAfterNoon(made))).id,
    )
  await givenApproved(await givenReader(), ana, { articleId: story.id })
  await givenComment(known, { articleId: other.id }, minutesAfterNoon(9))
  expect(await paged({ ...unread, article: story.id }, 2)).toEqual([
    ids.slice(0, 2),
    ids.slice(2, 4),
    ids.slice(4),
  ])
  expect(await paged({ ...unread, author: quiet.id }, 2)).toEqual([[ids[2]]])
  expect(await paged({ ...unread, article: story.id, author: known.id }, 9)).toEqual([
    ids.filter((id) => id !== ids[2]),
  ])
})

test('what is asked for is found however far back it stands, and no page looks further than so far', async () => {
  const section = `far-${Date.now()}`
  const [old, busy] = [await givenStory({ section }), await givenStory()]
  const known = await givenKnown()
  const found = [
    await givenComment(known, { articleId: old.id }),
    await givenComment(known, { articleId: old.id }),
  ]
  for (let made = 0; made < 8; made += 1)
    await givenComment(known, { articleId: busy.id }, minutesAfterNoon(made))
  const pages = await paged({ ...unread, section }, 2, 3)
  expect(pages.slice(0, 3)).toEqual([[], [], [found[1]?.id]])
  expect(pages[3]?.[0]).toBe(found[0]?.id)
})

test('new authors are those of seven days', async () => {
  const story = await givenStory()
  const [known, young] = [await givenKnown(undefined, noon), await givenKnown(undefined, noon)]
  const joined = { [known.id]: new Date('2020-01-01'), [young.id]: minutesAfterNoon(-60 * 24 * 6) }
  for (const [id, createdAt] of Object.entries(joined))
    await db().reader.update({ where: { id: Number(id) }, data: { createdAt }, select: { id: true } })
  await givenComment(known, { articleId: story.id })
  const { id } = await givenComment(young, { articleId: story.id })
  expect(await paged({ ...unread, article: story.id, newAuthors: true }, 9)).toEqual([[id]])
})

/** All pages of a queue, of `take` each, that look through `most` at a time. */
async function paged(filter: QueueFilter, take: number, most?: number): Promise<number[][]> {
  const pages: number[][] = []
  let after: number | null = null
  do {
    const { ids, next }: Awaited<ReturnType<typeof listUnread>> = await listUnread(
      filter,
      after,
      take,
      noon,
      most,
    )
    pages.push(ids)
    after = next
  } while (after !== null)
  return pages
}
