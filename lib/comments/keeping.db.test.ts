import { expect, test } from 'vitest'
import { setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { muteReader } from '@/lib/readers/commands-mute'
import { chooseProfile } from '@/lib/readers/commands-profile'
import { listMuted } from '@/lib/readers/queries'
import type { Viewer } from '@/lib/readers/viewer'
import { topics } from '@/lib/topics'
import { saveComment } from './commands-keep'
import { findProfile, listProfileComments, listSaved } from './queries-profile'

useTestDatabase()

test('saving and muting are set, not toggled: fifty times at once is once', async () => {
  const { comment, author, reader } = await given()
  const handle = await handleOf(author.id)
  const times = Array.from({ length: 50 })
  await Promise.all(times.map(() => saveComment(reader, { commentId: comment.id, save: true }, noon)))
  await Promise.all(times.map(() => muteReader(reader, { handle, mute: true }, noon)))
  expect((await listSaved(reader, null)).comments.map(({ id }) => id)).toEqual([comment.id])
  expect(await listMuted(reader)).toEqual([{ handle, name: author.name }])
  await Promise.all(times.map(() => saveComment(reader, { commentId: comment.id, save: false }, noon)))
  await Promise.all(times.map(() => muteReader(reader, { handle, mute: false }, noon)))
  expect([(await listSaved(reader, null)).comments, await listMuted(reader)]).toEqual([[], []])
})

test('nobody mutes themselves or somebody who is not there, and nobody saves what is not public', async () => {
  const { article, reader } = await given()
  expect(await muteReader(reader, { handle: await handleOf(reader.id), mute: true }, noon)).toMatchObject({
    error: 'own',
  })
  expect(await muteReader(reader, { handle: 'nobody', mute: true }, noon)).toMatchObject({
    error: 'no-reader',
  })
  const held = await givenComment(await givenReader(), { articleId: article.id })
  expect(await saveComment(reader, { commentId: held.id, save: true }, noon)).toMatchObject({
    error: 'no-comment',
  })
  expect(await saveComment(null, { commentId: held.id, save: true }, noon)).toMatchObject({
    error: 'signed-out',
  })
})

test('A30: under an article that was taken back nothing is saved; what was can still be taken out', async () => {
  const { article, reader, comment, author } = await given()
  await saveComment(reader, { commentId: comment.id, save: true }, noon)
  await setState(article.id, 'withdrawn')
  const save = (viewer: Viewer, wanted: boolean) =>
    saveComment(viewer, { commentId: comment.id, save: wanted }, noon)
  expect(await save(author, true)).toEqual({ ok: false, error: 'no-comment' })
  expect(await save(reader, false)).toEqual({ ok: true, value: { saved: false } })
  expect(await db().saved.count({ where: { commentId: comment.id } })).toBe(0)
})

test('A33: a saved comment that is removed leaves the list with its words; pages neither repeat nor miss', async () => {
  const { article, author, desk, reader, comment } = await given()
  const ids = [comment.id]
  await saveComment(reader, { commentId: comment.id, save: true }, noon)
  for (let count = 1; count < 45; count += 1) {
    const { id } = await givenComment(desk, { articleId: article.id })
    ids.unshift(id)
    // Several in one instant, as a program would.
    await saveComment(reader, { commentId: id, save: true }, minutesAfterNoon(Math.floor(count / 7)))
  }
  expect(await allSaved(reader)).toEqual(ids)
  await decide(desk, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  expect(await allSaved(reader)).toEqual(ids.slice(0, -1))
  expect(author.id).not.toBe(reader.id)
})

test('A33: a profile lists what is public under its reader’s name, never what waits, was removed or is nameless', async () => {
  const { article, author, desk, comment } = await given()
  const write = () => givenApproved(author, desk, { articleId: article.id })
  const [nameless, removed] = [await write(), await write()]
  await db().comment.update({ where: { id: nameless.id }, data: { anonymousAt: noon } })
  await decide(desk, { ...(await readByDesk(removed.id)), move: 'reject', reason: 'spam' }, noon)
  expect((await listProfileComments(author.id, null)).comments.map(({ id }) => id)).toEqual([comment.id])
  const newcomer = await givenReader()
  await givenComment(newcomer, { articleId: article.id })
  expect((await listProfileComments(newcomer.id, null)).comments).toEqual([])
  await db().article.update({ where: { id: article.id }, data: { state: 'withdrawn' } })
  expect((await listProfileComments(author.id, null)).comments).toEqual([])
})

test('a profile’s pages are as long as they say, and it closes at once', async () => {
  const { article, desk } = await given()
  const ids: number[] = []
  for (let count = 0; count < 25; count += 1)
    ids.unshift((await givenComment(desk, { articleId: article.id })).id)
  const first = await listProfileComments(desk.id, null)
  const second = await listProfileComments(desk.id, first.next)
  expect([first.comments.length, second.next]).toEqual([20, null])
  expect([...first.comments, ...second.comments].map(({ id }) => id)).toEqual(ids)
  const name = topics.reader(desk.id)
  const version = async () => (await db().topic.findUniqueOrThrow({ where: { name } })).version
  const before = await version()
  await chooseProfile(desk, 'closed')
  expect(await findProfile(await handleOf(desk.id))).toMatchObject({ isOpen: false })
  expect(await version()).not.toBe(before)
})

async function given() {
  const article = await givenArticle()
  const [author, desk, reader] = [await givenReader(), await givenModerator(), await givenReader()]
  const comment = await givenApproved(author, desk, { articleId: article.id })
  return { article, author, desk, reader, comment }
}

async function allSaved(reader: { id: number }): Promise<number[]> {
  const ids: number[] = []
  let after: Parameters<typeof listSaved>[1] = null
  do {
    const page: Awaited<ReturnType<typeof listSaved>> = await listSaved(reader, after)
    ids.push(...page.comments.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

async function handleOf(id: number): Promise<string> {
  return (await db().reader.findUniqueOrThrow({ where: { id }, select: { handle: true } })).handle
}
