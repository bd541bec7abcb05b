import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, givenPublication, nowAt } from '@/lib/database/test-desk'
import { minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { goLiveUpdates } from './commands-go-live-update'
import { saveDraft } from './commands-save'
import { moveArticle } from './commands-state'
import { type ListFilter, readListFilter } from './list-filter'
import { listArticles } from './queries-list'

useTestDatabase()

let editor: Moderator
beforeAll(async () => {
  editor = await givenEditor()
})

const atOne = minutesAfterNoon(60)

/** A public article of which something else is to be said at one o’clock. */
async function givenUpdate(headline: string): Promise<number> {
  const { id } = await givenDraft(editor, { headline })
  await givenPublication(editor, id)
  const { base, content } = await nowAt(id)
  const standfirst = 'It stands.'
  const saved = await saveDraft(editor, { articleId: id, base, content: { ...content, standfirst } }, noon)
  if (!saved.ok) throw new Error(saved.error)
  await givenPublication(editor, id, { when: { move: 'schedule', at: atOne } })
  return id
}

async function found(over: Partial<ListFilter>): Promise<number[]> {
  const filter = { ...readListFilter({}), ...over }
  const { articles } = await listArticles({ ...editor, role: 'editor' }, filter, null)
  return articles.map(({ id }) => id)
}

test('an article for which an update waits is found by that, and by what else it is found by, until the update is live or called back', async () => {
  const [one, other] = [await givenUpdate('A tunnel is planned'), await givenUpdate('A ferry is planned')]
  const { id: plain } = await givenDraft(editor, { headline: 'A tunnel is dug' })
  await givenPublication(editor, plain)
  expect(await found({ state: 'update-waits' })).toEqual([other, one])
  expect(await found({ state: 'update-waits', words: 'tunnel' })).toEqual([one])
  expect(await found({ state: 'update-waits', section: 'world' })).toEqual([other, one])
  expect(await found({ state: 'published', words: 'tunnel' })).toEqual([plain, one])

  const called = await moveArticle(editor, { articleId: other, move: 'cancel-later', words: '' }, noon)
  expect(called).toMatchObject({ ok: true })
  expect(await found({ state: 'update-waits' })).toEqual([one])
  // What could not go live waits for somebody.
  await db().scheduledUpdate.update({
    where: { articleId: one },
    data: { problem: 'no-note' },
    select: { articleId: true },
  })
  expect(await found({ state: 'update-waits' })).toEqual([one])
  await db().scheduledUpdate.update({
    where: { articleId: one },
    data: { problem: null },
    select: { articleId: true },
  })
  expect(await goLiveUpdates(atOne)).toContain(one)
  expect(await found({ state: 'update-waits' })).toEqual([])
})

test('an address says it, and what it says besides is not asked', () => {
  expect(readListFilter({ state: 'update-waits' }).state).toBe('update-waits')
  expect(readListFilter({ state: 'waits' }).state).toBeNull()
})
