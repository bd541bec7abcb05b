import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { rehearseModesOf } from './queries-rehearse-modes'
import type { Modes } from './rehearse-modes'

useTestDatabase()

test('a section’s last month is tried with a mode: who was new when they wrote, what was approved, what is older than a month', async () => {
  const [moderator, author] = [await givenModerator('Eva Linde', 'editor'), await givenReader()]
  const article = await givenArticle()
  const { id: sectionId } = await db().section.create({
    data: { slug: `rehearsed-${article.id}`, name: 'Rehearsed', position: article.id + 1_000 },
    select: { id: true },
  })
  await db().article.update({ where: { id: article.id }, data: { sectionId }, select: { id: true } })
  const at = (day: number) => minutesAfterNoon(day * 1_440)
  for (const day of [0, 40, 41]) await givenApproved(author, moderator, { articleId: article.id }, at(day))
  await givenComment(author, { articleId: article.id }, at(42))

  const site = { mode: 'newcomers', closesAfterDays: null, heatComments: null, heatPercent: null } as const
  const nothing = { id: sectionId, mode: null, closesAfterDays: null }
  const inForce: Modes = { site, section: nothing }
  const tried = (mode: 'before' | 'after') =>
    rehearseModesOf(moderator, { inForce, proposed: { site, section: { ...nothing, mode } } }, at(45))
  // The second one waited, and was approved: one had been by then. The first is older than a month.
  expect(await tried('after')).toMatchObject({ lookedAt: 3, held: 0, letGo: 1, isPart: false })
  expect(await tried('before')).toMatchObject({ lookedAt: 3, held: 2, approved: 0, heldAnyway: 0, letGo: 0 })
})
