import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, givenPublication, nowAt } from '@/lib/database/test-desk'
import { minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { saveDraft } from './commands-save'
import { listBegun, listComing } from './queries-start'

useTestDatabase()

test('what an editor has begun is theirs, the latest first, until it is published', async () => {
  const [ana, ben] = [await givenEditor(), await givenEditor()]
  const first = await givenDraft(ana, { headline: 'The first' }, noon)
  const second = await givenDraft(ana, { headline: 'The second' }, minutesAfterNoon(1))
  await givenDraft(ben, { headline: 'Somebody else’s' }, minutesAfterNoon(2))
  const begun = async () => (await listBegun({ ...ana, role: 'editor' }, 5)).map(({ headline }) => headline)
  expect(await begun()).toEqual(['The second', 'The first'])
  await givenPublication(ana, first.id, {}, minutesAfterNoon(3))
  expect(await begun()).toEqual(['The second'])
  expect(await listBegun({ ...ana, role: 'editor' }, 5)).toMatchObject([{ id: second.id, isPublic: false }])
  const { base, content } = await nowAt(first.id)
  const written = { ...content, standfirst: 'Written on.' }
  await saveDraft(ana, { articleId: first.id, base, content: written }, minutesAfterNoon(4))
  expect(await listBegun({ ...ana, role: 'editor' }, 1)).toMatchObject([{ id: first.id, isPublic: true }])
})

test('what goes live by itself is told in its order, updates of what is public as well', async () => {
  const editor = await givenEditor()
  const given = async (headline: string) => (await givenDraft(editor, { headline }, noon)).id
  const [late, early, live] = [await given('Late'), await given('Early'), await given('Live')]
  const at = minutesAfterNoon
  await givenPublication(editor, late, { when: { move: 'schedule', at: at(90) } }, at(1))
  await givenPublication(editor, early, { when: { move: 'embargo', at: at(30) } }, at(1))
  await givenPublication(editor, live, {}, at(1))
  const { base, content } = await nowAt(live)
  await saveDraft(editor, { articleId: live, base, content: { ...content, standfirst: 'More.' } }, at(2))
  await givenPublication(editor, live, { when: { move: 'schedule', at: at(60) } }, at(3))
  const mine = new Set([late, early, live])
  const coming = (await listComing({ ...editor, role: 'editor' }, 1_000)).filter(({ id }) => mine.has(id))
  expect(coming.map(({ id, kind }) => [id, kind])).toEqual([
    [early, 'embargoed'],
    [live, 'update'],
    [late, 'scheduled'],
  ])
})
