import { expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { adoptList, proposeList } from './commands-lists'
import { findList, listAdopted } from './queries-lists'
import { rehearse } from './queries-rehearse'

useTestDatabase()

async function givenEditor(): Promise<Moderator> {
  const moderator = await givenModerator()
  await db().reader.update({ where: { id: moderator.id }, data: { role: 'editor' } })
  return { ...moderator, role: 'editor' }
}

async function propose(editor: Moderator, words: string[], hosts: string[] = [], now = noon) {
  const typed = { words: words.join('\n'), hosts: hosts.join('\n'), allowed: '' }
  const proposed = await proposeList(editor, typed, now)
  if (!proposed.ok) throw new Error(proposed.error)
  return proposed.value.id
}

async function inForce(): Promise<number | null> {
  const [first] = await listAdopted(await givenModerator())
  return first?.id ?? null
}

async function adopt(editor: Moderator, words: string[], hosts: string[] = [], now = noon) {
  const id = await propose(editor, words, hosts, now)
  const adopted = await adoptList(editor, { id, inForce: await inForce() }, now)
  if (!adopted.ok) throw new Error(adopted.error)
  return id
}

test('from the next comment on a list in force holds new comments and edits; a proposal holds nothing', async () => {
  const [editor, known, article] = [
    await givenEditor(),
    await givenKnown(undefined, minutesAfterNoon(-20)),
    await givenArticle(),
  ]
  const say = (body: string, minutes = 0) =>
    givenComment(known, { articleId: article.id, body }, minutesAfterNoon(minutes))
  await propose(editor, ['quince jelly'], ['shop.example'])
  expect((await say('The quince jelly of the harbour.')).state).toBe('published')
  await adopt(editor, ['quince jelly'], ['https://www.shop.example/x'])
  expect((await say('More q.u.i.n.c.e jelly, please, for all of us.', 1)).state).toBe('held')
  expect((await say('It is at https://a.shop.example/tea they say.', 2)).state).toBe('held')
  const plain = await say('Nothing about fruit here.', 3)
  expect(plain.state).toBe('published')
  const { revisionId } = await readByDesk(plain.id)
  const edited = { commentId: plain.id, revisionId, body: 'All about quince jelly here.' }
  expect(await editComment(known, edited, minutesAfterNoon(4))).toMatchObject({ value: { state: 'held' } })
  await adopt(editor, [], [], minutesAfterNoon(5))
  expect((await say('Quince jelly is back, it seems.', 6)).state).toBe('published')
})

test('a list of too many lines is kept for its writer to shorten, and taken by nobody', async () => {
  const editor = await givenEditor()
  const words = Array.from({ length: 5_001 }, (_, index) => `word ${index}`)
  const id = await propose(editor, words)
  expect((await findList(editor, id))?.words).toEqual(words)
  const before = await inForce()
  expect(await adoptList(editor, { id, inForce: before }, noon)).toEqual({
    ok: false,
    error: 'has-problems',
  })
  expect(await inForce()).toBe(before)
  const shorter = await propose(editor, words.slice(1))
  expect(await adoptList(editor, { id: shorter, inForce: before }, noon)).toMatchObject({ ok: true })
  const endless = Array.from({ length: 50_001 }, (_, index) => index).join('\n')
  expect(await proposeList(editor, { words: '', hosts: '', allowed: endless }, noon)).toEqual({
    ok: false,
    error: 'too-many',
  })
})

test('only editors and administrators propose and adopt, and only their own proposal', async () => {
  const [editor, other, moderator] = [await givenEditor(), await givenEditor(), await givenModerator()]
  expect(await proposeList(moderator, { words: 'x', hosts: '', allowed: '' }, noon)).toEqual({
    ok: false,
    error: 'not-an-editor',
  })
  const id = await propose(editor, ['medlar'])
  const given = { id, inForce: await inForce() }
  expect(await adoptList(moderator, given, noon)).toEqual({ ok: false, error: 'not-an-editor' })
  expect(await adoptList(other, given, noon)).toEqual({ ok: false, error: 'no-list' })
  expect(await findList(other, id)).toBeNull()
  // The next takes its place.
  await propose(editor, ['quince'])
  expect(await adoptList(editor, given, noon)).toEqual({ ok: false, error: 'no-list' })
})

test('of two who adopt at once one wins, and the other looks again', async () => {
  const [one, two] = [await givenEditor(), await givenEditor()]
  const before = await inForce()
  const ids = [await propose(one, ['damson']), await propose(two, ['bullace'])]
  const outcomes = await Promise.all([
    adoptList(one, { id: ids[0] ?? 0, inForce: before }, noon),
    adoptList(two, { id: ids[1] ?? 0, inForce: before }, noon),
  ])
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'changed-meanwhile' })
})

test('lines that cannot be are kept for their writer, and taken by nobody', async () => {
  const editor = await givenEditor()
  const id = await propose(editor, ['*'], ['no host'])
  expect(await findList(editor, id)).toMatchObject({ words: ['*'], deniedHosts: ['no host'] })
  expect(await adoptList(editor, { id, inForce: await inForce() }, noon)).toEqual({
    ok: false,
    error: 'has-problems',
  })
})

test('a rehearsal says what would have been held, what people had approved of it, and what would be let go', async () => {
  const [editor, known, moderator, article] = [
    await givenEditor(),
    await givenKnown(undefined, minutesAfterNoon(-20)),
    await givenModerator(),
    await givenArticle(),
  ]
  await adopt(editor, ['rutabaga'])
  const newcomer = await givenReader()
  const say = (body: string) => givenComment(known, { articleId: article.id, body })
  await say(
    'A sloeberry by the river, all alone, where nobody has walked since the old mill was closed and its wheel taken down to be shown in some museum.',
  )
  await givenApproved(newcomer, moderator, {
    articleId: article.id,
    body: 'Every sloeberry counts in winter.',
  })
  await say('The rutabaga was heavy and round.')
  await say('See https://orchard.example/list for more of them.')
  const lists = {
    inForce: { words: ['rutabaga'], deniedHosts: [], allowedHosts: [] },
    proposed: { words: ['sloeberry'], deniedHosts: ['orchard.example'], allowedHosts: [] },
  }
  const told = await rehearse(editor, lists, minutesAfterNoon(1))
  expect(told).toMatchObject({ held: 3, approved: 1, heldAnyway: 1, letGo: 1, isPart: false })
  expect(told.byEntry).toEqual([
    { entry: 'sloeberry', count: 2 },
    { entry: 'orchard.example', count: 1 },
  ])
  expect(told.shown).toHaveLength(3)
  // What is longer is cut between words, and says so.
  expect(told.shown.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^A sloeberry .* …$/))
  // What is older than thirty days is not looked at.
  expect(await rehearse(editor, lists, minutesAfterNoon(31 * 1_440))).toMatchObject({ lookedAt: 0, held: 0 })
})

test('a rehearsal counts what no longer allowed hosts would hold, and what newly allowed ones let go', async () => {
  const [editor, article, reader] = [await givenEditor(), await givenArticle(), await givenReader()]
  const links = ['a', 'b', 'c'].map((path) => `https://fig${article.id}.example/${path}`).join(' and ')
  const later = minutesAfterNoon(40 * 1_440)
  await givenComment(reader, { articleId: article.id, body: `Look at ${links} today.` }, later)
  const none = { words: [], deniedHosts: [], allowedHosts: [] }
  const allowed = { ...none, allowedHosts: [`fig${article.id}.example`] }
  const soon = minutesAfterNoon(40 * 1_440 + 1)
  expect(await rehearse(editor, { inForce: none, proposed: allowed }, soon)).toMatchObject({
    held: 0,
    letGo: 1,
  })
  expect(await rehearse(editor, { inForce: allowed, proposed: none }, soon)).toMatchObject({
    ...{ held: 1, letGo: 0, byEntry: [{ entry: 'links', count: 1 }] },
  })
})
