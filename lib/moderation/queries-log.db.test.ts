import { expect, test } from 'vitest'
import { deleteComment } from '@/lib/comments/commands-delete'
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
import { db, inTransaction } from '@/lib/db'
import { decide } from './commands'
import { noteExport } from './commands-log'
import { markComment } from './commands-mark'
import { undoDecision } from './commands-undo'
import { type LogFilter, type LogPlace, readLogFilter } from './log-filter'
import { listLog } from './queries-log'
import { recordAction } from './staff-action'

useTestDatabase()

const timeZone = 'UTC'

test('the log tells the newest first: decisions and actions of people, whom they were about, and what undid them', async () => {
  const { ana, ben, article, comment } = await given()
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, minutesAfterNoon(1))
  await markComment(ana, { commentId: comment.id, mark: 'pick', on: true }, minutesAfterNoon(2))
  const read = { ...(await readByDesk(comment.id)), note: 'Not here.' }
  await decide(ana, { ...read, move: 'reject', reason: 'spam' }, minutesAfterNoon(3))
  await undoDecision(ana, { commentId: comment.id, seen: read.seen + 1 }, minutesAfterNoon(4))
  const entries = await logOf({ by: String(ana.id) })
  expect(entries.map(({ kind }) => kind)).toEqual(['undone', 'rejected', 'picked', 'approved'])
  expect(entries[1]).toMatchObject({
    by: { id: ana.id },
    about: { name: ben.name },
    commentId: comment.id,
    article: { id: article.id, headline: 'A bridge is built' },
    reason: 'spam',
    note: 'Not here.',
    undone: { by: ana.name, at: minutesAfterNoon(4) },
  })
  expect(entries[3]?.undone).toBeNull()
})

test('what rules decided is there when it is asked for, and what authors did to their own is not the newsroom’s doing', async () => {
  const { ben, comment } = await given()
  await deleteComment(ben, { commentId: comment.id, what: 'comment' }, minutesAfterNoon(1))
  const about = { comment: String(comment.id) }
  expect(await logOf(about)).toEqual([])
  expect(await kindsOf({ ...about, by: 'rules' })).toEqual(['newcomer'])
  expect(await kindsOf({ ...about, kind: 'newcomer' })).toEqual(['newcomer'])
  expect(await kindsOf({ ...about, kind: 'deleted-by-author' })).toEqual(['deleted-by-author'])
})

test('each filter finds its own and nothing else, and together they narrow', async () => {
  const [one, other] = [await given(), await given()]
  for (const { ana, comment } of [one, other])
    await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, minutesAfterNoon(1))
  const action = {
    kind: 'picked',
    actorId: one.ana.id,
    readerId: one.ben.id,
    articleId: one.article.id,
  } as const
  await inTransaction((tx) => recordAction(tx, action, minutesAfterNoon(2)))
  const handle = await handleOf(one.ben.id)
  const byOne = { by: String(one.ana.id) }
  expect(await kindsOf(byOne)).toEqual(['picked', 'approved'])
  expect(await kindsOf({ reader: handle })).toEqual(['picked', 'approved'])
  expect(await kindsOf({ article: String(one.article.id) })).toEqual(['picked', 'approved'])
  expect(await kindsOf({ comment: String(one.comment.id) })).toEqual(['approved'])
  expect(await kindsOf({ ...byOne, kind: 'picked' })).toEqual(['picked'])
  expect(await kindsOf({ ...byOne, kind: 'rejected' })).toEqual([])
  expect(await kindsOf({ ...byOne, comment: String(other.comment.id) })).toEqual([])
  expect(await kindsOf({ reader: handle, article: String(other.article.id) })).toEqual([])
  expect(await kindsOf({ reader: 'nobody-of-this-name' })).toEqual([])
})

test('days are days of the site’s zone, both ends included', async () => {
  const { ana, comment } = await given()
  const night = new Date('2026-03-02T23:30:00Z')
  await decide(ana, { ...(await readByDesk(comment.id)), move: 'approve' }, night)
  const on = async (day: string, zone: string) =>
    (await logOf({ by: String(ana.id), from: day, to: day }, zone)).length
  expect([await on('2026-03-02', 'UTC'), await on('2026-03-03', 'UTC')]).toEqual([1, 0])
  expect([await on('2026-03-02', 'Europe/Paris'), await on('2026-03-03', 'Europe/Paris')]).toEqual([0, 1])
})

test('decisions that were made together are one entry, and one by one where they are asked for', async () => {
  const { ana, article, ben } = await given()
  const comments = [
    await givenComment(ben, { articleId: article.id }),
    await givenComment(ben, { articleId: article.id }),
  ]
  const kind = 'batch-decided'
  const actionId = await inTransaction((tx) =>
    recordAction(tx, { kind, actorId: ana.id, detail: { move: 'reject', count: 2 } }, minutesAfterNoon(5)),
  )
  for (const { id: commentId } of comments) {
    const { revisionId, seen } = await readByDesk(commentId)
    const about = {
      commentId,
      revisionId,
      number: seen + 1,
      actorId: ana.id,
      actionId,
      createdAt: minutesAfterNoon(5),
    }
    const data = {
      ...about,
      fromState: 'held',
      toState: 'rejected',
      rule: 'rejected',
      reason: 'spam',
    } as const
    await db().decision.create({ data, select: { id: true } })
  }
  const entries = await logOf({ by: String(ana.id) })
  expect(entries.map(({ kind, count }) => [kind, count])).toEqual([[kind, 2]])
  expect(await kindsOf({ action: String(actionId) })).toEqual(['rejected', 'rejected'])
  expect(await kindsOf({ comment: String(comments[0]?.id) })).toEqual(['rejected'])
})

test('pages neither repeat nor miss an entry, though all are of one instant', async () => {
  const { ana, article } = await given()
  const author = await givenReader()
  for (let made = 0; made < 7; made += 1) {
    await givenApproved(author, ana, { articleId: article.id }, noon)
    await inTransaction((tx) => recordAction(tx, { kind: 'picked', actorId: ana.id }, noon))
  }
  const { filter } = readLogFilter({ by: String(ana.id) })
  const whole = await listLog(ana, filter, { after: null, timeZone })
  const seen: string[] = []
  for (let after: LogPlace | null = null, page = 0; page === 0 || after !== null; page += 1) {
    const { entries, next }: Awaited<ReturnType<typeof listLog>> = await listLog(ana, filter, {
      after,
      take: 3,
      timeZone,
    })
    seen.push(...entries.map(({ source, id }) => `${source} ${id}`))
    after = next
  }
  expect(seen).toEqual(whole.entries.map(({ source, id }) => `${source} ${id}`))
  expect(seen.length).toBeGreaterThanOrEqual(9)
})

test('whoever takes a copy of the log stands in it, with what of it they took', async () => {
  const editor = await givenModerator('Eve', 'editor')
  const { filter } = readLogFilter({ kind: 'rejected', from: '2026-03-01' })
  expect(await noteExport(editor, { format: 'csv', filter }, noon)).toMatchObject({ ok: true })
  const [entry] = await logOf({ by: String(editor.id) })
  expect(entry).toMatchObject({ kind: 'log-exported', title: 'csv, kind=rejected&from=2026-03-01' })
  const moderator = await givenModerator()
  expect(await noteExport(moderator, { format: 'csv', filter }, noon)).toMatchObject({ ok: false })
  expect(await logOf({ by: String(moderator.id) })).toEqual([])
})

async function given() {
  const article = await givenArticle()
  const [ana, ben] = [await givenModerator('Ana'), await givenReader('reader', 'Ben')]
  const comment = await givenComment(ben, { articleId: article.id })
  return { article, ana, ben, comment }
}

async function logOf(query: Partial<Record<keyof LogFilter, string>>, zone = timeZone) {
  const { filter, unreadable } = readLogFilter(query)
  expect(unreadable).toEqual([])
  return (await listLog(await givenModerator(), filter, { after: null, timeZone: zone })).entries
}

async function kindsOf(query: Partial<Record<keyof LogFilter, string>>) {
  return (await logOf(query)).map(({ kind }) => kind)
}

async function handleOf(id: number): Promise<string> {
  return (await db().reader.findUniqueOrThrow({ where: { id }, select: { handle: true } })).handle
}
