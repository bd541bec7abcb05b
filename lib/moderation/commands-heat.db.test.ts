import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { postComment } from '@/lib/comments/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenKnown, givenModerator, minutesAfterNoon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/readers/viewer'
import { settleHeat } from './commands-heat'
import { type SiteInput, setArticleModes, setSiteModes } from './commands-modes'
import { readLogFilter } from './log-filter'
import { listLog } from './queries-log'

useTestDatabase()

const silent = { mode: null, closesAfterDays: null, conversation: 'open', slowSeconds: null } as const
const limits: SiteInput = {
  ...{ mode: 'newcomers', closesAfterDays: null },
  ...{ heatComments: 4, heatPercent: null, heatSeconds: 90 },
}

const slownessOf = async (id: number) => {
  const { slowSeconds } = await db().article.findUniqueOrThrow({ where: { id } })
  return slowSeconds
}
async function write(authors: Viewer[], articleId: number, minute: number) {
  for (const author of authors) {
    const input = { articleId, parentId: null, body: `A thought: ${randomUUID()}`, key: null }
    const posted = await postComment(author, input, minutesAfterNoon(minute))
    if (!posted.ok) throw new Error(posted.error)
  }
}

test('a conversation that heats up is slowed by the rule, once, and quickened when it has cooled down; the log says so', async () => {
  const [editor, article, calm] = [
    await givenModerator('Ed', 'editor'),
    await givenArticle(),
    await givenArticle(),
  ]
  const authors: Viewer[] = []
  for (let made = 0; made < 5; made += 1) authors.push(await givenKnown())
  await setSiteModes(editor, limits, minutesAfterNoon(0))
  await write(authors.slice(0, 4), article.id, 100)
  // The newsroom's own heat up nothing.
  await write([editor, editor], article.id, 100)
  expect(await settleHeat(minutesAfterNoon(101))).toBe(0)
  await write(authors.slice(4), article.id, 101)
  await write(authors.slice(0, 1), calm.id, 101)
  const settled = await Promise.all([settleHeat(minutesAfterNoon(102)), settleHeat(minutesAfterNoon(102))])
  expect(settled.sort()).toEqual([0, 1])
  expect([await slownessOf(article.id), await slownessOf(calm.id)]).toEqual([90, null])
  const again = { articleId: article.id, parentId: null, body: 'And another thing.', key: null }
  expect(await postComment(authors[4] ?? editor, again, minutesAfterNoon(102))).toMatchObject({
    ok: false,
    error: 'slow-mode',
    retryAt: new Date(minutesAfterNoon(101).getTime() + 90_000),
  })
  expect(await settleHeat(minutesAfterNoon(105))).toBe(0)
  expect(await settleHeat(minutesAfterNoon(120))).toBe(1)
  expect(await slownessOf(article.id)).toBeNull()

  const { filter } = readLogFilter({ by: 'rules', article: String(article.id) })
  const { entries } = await listLog(editor, filter, { after: null, timeZone: 'UTC' })
  expect(entries.filter(({ source }) => source === 'action').map(({ kind, by }) => [kind, by])).toEqual([
    ['quickened-by-rule', null],
    ['slowed-by-rule', null],
  ])
  const everybodys = await listLog(editor, readLogFilter({ article: String(article.id) }).filter, {
    ...{ after: null, timeZone: 'UTC' },
  })
  expect(everybodys.entries.every(({ by }) => by !== null)).toBe(true)
})

test('what somebody says by hand stands against the rule for an hour; slow by hand stays slow', async () => {
  const [editor, quick, slow] = [
    await givenModerator('Ed', 'editor'),
    await givenArticle(),
    await givenArticle(),
  ]
  const authors: Viewer[] = []
  for (let made = 0; made < 5; made += 1) authors.push(await givenKnown())
  await setSiteModes(editor, { ...limits, heatComments: 3 }, minutesAfterNoon(0))
  await write(authors, quick.id, 200)
  await settleHeat(minutesAfterNoon(201))
  expect(await slownessOf(quick.id)).toBe(90)
  await setArticleModes(editor, { ...silent, articleId: quick.id }, minutesAfterNoon(202))
  await setArticleModes(editor, { ...silent, articleId: slow.id, slowSeconds: 30 }, minutesAfterNoon(202))
  await settleHeat(minutesAfterNoon(203))
  expect(await slownessOf(quick.id)).toBeNull()
  await settleHeat(minutesAfterNoon(300))
  expect(await slownessOf(slow.id)).toBe(30)
  await write(authors, quick.id, 300)
  await settleHeat(minutesAfterNoon(301))
  expect(await slownessOf(quick.id)).toBe(90)
  // Without limits nothing is hot.
  await setSiteModes(editor, { ...limits, heatComments: null }, minutesAfterNoon(302))
  await settleHeat(minutesAfterNoon(302))
  expect(await slownessOf(quick.id)).toBeNull()
})
