import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { postComment } from '@/lib/comments/commands'
import { editComment } from '@/lib/comments/commands-edit'
import { recommend } from '@/lib/comments/commands-vote'
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
import { acknowledgeWarning } from '@/lib/readers/commands-warning'
import { listOwnSanctions } from '@/lib/readers/queries-sanction'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { decide } from './commands'
import { reportComment } from './commands-report'
import { liftSanction, type SanctionInput, sanctionReader } from './commands-sanction'
import { findReaderFile } from './queries-reader-file'

useTestDatabase()

const days = (count: number) => minutesAfterNoon(count * 1_440)

async function given() {
  const [article, reader, moderator] = [await givenArticle(), await givenKnown(), await givenModerator()]
  return { article, reader, moderator }
}

async function sanction(moderator: Moderator, reader: Viewer, given: Partial<SanctionInput>, now = noon) {
  const input = { kind: 'ban', reason: 'spam', words: null, until: null, minutes: null, ...given } as const
  return sanctionReader(moderator, { ...input, readerId: reader.id }, now)
}

async function laid(moderator: Moderator, reader: Viewer, given: Partial<SanctionInput>, now = noon) {
  const made = await sanction(moderator, reader, given, now)
  if (!made.ok) throw new Error(made.error)
  return made.value.id
}

const post = (reader: Viewer, articleId: number, now = noon) =>
  postComment(reader, { articleId, parentId: null, body: `A thought: ${randomUUID()}`, key: null }, now)

test('A14: whoever is suspended or banned writes nothing: no comment, no edit, no vote, no report; until the end', async () => {
  for (const kind of ['suspend', 'ban'] as const) {
    const { article, reader, moderator } = await given()
    const own = await givenComment(reader, { articleId: article.id })
    const other = await givenApproved(await givenReader(), moderator, { articleId: article.id })
    await laid(moderator, reader, { kind, until: days(2) })
    const { revisionId } = await readByDesk(own.id)
    const [commentId, report] = [other.id, { reason: 'spam', note: null, revisionId: null } as const]
    const everything = (now: Date) => [
      post(reader, article.id, now),
      editComment(reader, { commentId: own.id, revisionId, body: `Changed by ${kind}.` }, now),
      recommend(reader, { commentId, recommend: true }, now),
      reportComment(reader, { commentId, ...report }, now),
    ]
    for (const outcome of await Promise.all(everything(minutesAfterNoon(1))))
      expect(outcome).toMatchObject({ ok: false, error: 'banned' })
    const [posted, , voted] = await Promise.all(everything(days(2)))
    expect([posted?.ok, voted?.ok]).toEqual([true, true])
  }
})

test('what somebody under review writes is held, edits too, and the desk and the author are told why', async () => {
  const { article, reader, moderator } = await given()
  const before = await givenComment(reader, { articleId: article.id })
  expect(before.state).toBe('published')
  const id = await laid(moderator, reader, { kind: 'review' })
  const { revisionId } = await readByDesk(before.id)
  const edited = await editComment(reader, { commentId: before.id, revisionId, body: 'Said anew.' }, noon)
  const posted = await givenComment(reader, { articleId: article.id })
  expect([edited.ok && edited.value.state, posted.state]).toEqual(['held', 'held'])
  const decisions = await db().decision.findMany({
    where: { commentId: { in: [before.id, posted.id] }, toState: 'held' },
  })
  expect(decisions.map(({ rule }) => rule)).toEqual(['sanctioned', 'sanctioned'])
  await liftSanction(moderator, { readerId: reader.id, sanctionId: id }, minutesAfterNoon(1))
  expect((await givenComment(reader, { articleId: article.id }, minutesAfterNoon(2))).state).toBe('published')
})

test('the newsroom’s own are held, too, when they are under review', async () => {
  const [article, writer] = [await givenArticle(), await givenModerator()]
  await laid(await givenModerator('Ines', 'editor'), writer, { kind: 'review' })
  expect((await givenComment(writer, { articleId: article.id })).state).toBe('held')
})

test('whoever is slowed posts one comment in so many minutes, whatever the paces, and at once when it is lifted', async () => {
  const { article, reader, moderator } = await given()
  const id = await laid(moderator, reader, { kind: 'slow', minutes: 10 })
  expect((await post(reader, article.id)).ok).toBe(true)
  expect(await post(reader, article.id, minutesAfterNoon(9))).toMatchObject({
    error: 'slowed',
    retryAt: minutesAfterNoon(10),
  })
  expect((await post(reader, article.id, minutesAfterNoon(10))).ok).toBe(true)
  await liftSanction(moderator, { readerId: reader.id, sanctionId: id }, minutesAfterNoon(11))
  expect((await post(reader, article.id, minutesAfterNoon(11))).ok).toBe(true)
})

test('of eight comments that somebody slowed sends at once one is posted', async () => {
  const { article, reader, moderator } = await given()
  await laid(moderator, reader, { kind: 'slow', minutes: 5 })
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => post(reader, article.id)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((each) => !each.ok && each.error === 'slowed')).toHaveLength(7)
})

test('a ban that comes while comments are on their way stops all that were not written by then', async () => {
  const { article, reader, moderator } = await given()
  const sent = Array.from({ length: 12 }, () => post(reader, article.id))
  const banned = laid(moderator, reader, {})
  await Promise.all([...sent, banned])
  const written = await db().comment.count({ where: { articleId: article.id } })
  expect((await Promise.all(sent)).filter(({ ok }) => ok)).toHaveLength(written)
  expect(await post(reader, article.id)).toMatchObject({ error: 'banned' })
})

test('a warning stops nothing, and stands until it was read', async () => {
  const { article, reader, moderator } = await given()
  const id = await laid(moderator, reader, { kind: 'warn', words: 'Once is enough.', until: days(1) })
  expect((await post(reader, article.id)).ok).toBe(true)
  const own = () => listOwnSanctions(reader, days(900))
  expect(await own()).toMatchObject([{ id, kind: 'warn', words: 'Once is enough.', seenAt: null }])
  await acknowledgeWarning(await givenReader(), { sanctionId: id }, noon)
  expect(await own()).toMatchObject([{ seenAt: null }])
  await acknowledgeWarning(reader, { sanctionId: id }, noon)
  await acknowledgeWarning(reader, { sanctionId: id }, days(1))
  expect(await own()).toMatchObject([{ seenAt: noon }])
})

test('a suspension needs an end, slowing its minutes, an end lies ahead, and one of a kind is in force', async () => {
  const { reader, moderator } = await given()
  expect(await sanction(moderator, reader, { kind: 'suspend' })).toMatchObject({ error: 'needs-end' })
  for (const minutes of [null, 0, 1_441])
    expect(await sanction(moderator, reader, { kind: 'slow', minutes })).toMatchObject({
      error: 'needs-minutes',
    })
  expect(await sanction(moderator, reader, { until: noon })).toMatchObject({ error: 'end-is-past' })
  const nobody = { ...reader, id: 999_999 }
  expect(await sanction(moderator, nobody, {})).toMatchObject({ error: 'no-reader' })
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => sanction(moderator, reader, {})))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().sanction.count({ where: { readerId: reader.id } })).toBe(1)
})

test('a sanction and its end stand in the log, with who made and who lifted it; lifting twice is once', async () => {
  const { reader, moderator } = await given()
  const id = await laid(moderator, reader, { kind: 'suspend', until: days(3), words: 'Rest a little.' })
  const other = await givenModerator('Orla')
  const lift = () => liftSanction(other, { readerId: reader.id, sanctionId: id }, minutesAfterNoon(5))
  expect([(await lift()).ok, (await lift()).ok]).toEqual([true, true])
  const actions = await db().staffAction.findMany({
    where: { readerId: reader.id },
    orderBy: { id: 'asc' },
  })
  expect(actions).toMatchObject([
    { kind: 'suspended', actorId: moderator.id, reason: 'spam', note: 'Rest a little.' },
    { kind: 'lifted', actorId: other.id, undoesId: actions[0]?.id },
  ])
  const file = await findReaderFile(moderator, reader.id, minutesAfterNoon(6))
  expect(file?.sanctions).toMatchObject([
    { by: moderator.name, liftedBy: other.name, isInForce: false, liftedAt: minutesAfterNoon(5) },
  ])
})

test('A29: a sanction is lifted by its own reader’s file only, and not by whom its maker outranks', async () => {
  const { reader, moderator } = await given()
  const chief = await givenModerator('Chief', 'administrator')
  const id = await laid(chief, reader, {})
  const somebody = await givenReader()
  expect(await liftSanction(chief, { readerId: somebody.id, sanctionId: id }, noon)).toMatchObject({
    error: 'no-sanction',
  })
  expect(await liftSanction(moderator, { readerId: reader.id, sanctionId: id }, noon)).toMatchObject({
    error: 'made-by-senior',
  })
  expect(await listOwnSanctions(reader, noon)).toHaveLength(1)
})

test('A31: a suspended moderator decides nothing and sanctions nobody, whatever the session said a moment ago', async () => {
  const { article, reader, moderator } = await given()
  const held = await givenComment(await givenReader(), { articleId: article.id })
  await laid(await givenModerator('Chief', 'editor'), moderator, { kind: 'suspend', until: days(1) })
  const read = await readByDesk(held.id)
  expect(await decide(moderator, { ...read, move: 'approve' }, noon)).toMatchObject({
    error: 'not-a-moderator',
  })
  expect(await sanction(moderator, reader, {})).toMatchObject({ error: 'not-a-moderator' })
  expect((await decide(moderator, { ...read, move: 'approve' }, days(1))).ok).toBe(true)
})
