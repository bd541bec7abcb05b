import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db, inTransaction } from '@/lib/db'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { decide } from './commands'
import { makeAppeal } from './commands-appeal'
import { rejectAllOf } from './commands-batch'
import { judgeAppeal } from './commands-judge'
import { sanctionReader } from './commands-sanction'
import { appealSanction, judgeSanctionAppeal } from './commands-sanction-appeal'
import { type LogFilter, readLogFilter } from './log-filter'
import { listLog } from './queries-log'
import { exportLog } from './queries-log-export'
import { findReaderFile } from './queries-reader-file'
import { recordAction } from './staff-action'

useTestDatabase()

const later = minutesAfterNoon(60)

test('until an appeal against a sanction is judged nobody else is told whose it is: not in the file, not in the log', async () => {
  const { decider, judge, reader, about } = await given()
  const appealId = await sanctionAppealed(decider, reader)
  const answer = { appealId, outcome: 'upheld', answer: 'It was right.' } as const
  for (const [viewer, isTold] of [
    [judge, false],
    [decider, true],
  ] as const) {
    const told = [await findReaderFile(viewer, reader.id, later), await entries(viewer, about)]
    for (const each of told) expect(JSON.stringify(each).includes(decider.name)).toBe(isTold)
  }
  // Why is what the reader was told, and so is the judge.
  const shown = await entries(judge, about)
  expect(shown.filter(({ isUnderAppeal }) => isUnderAppeal)).toMatchObject([
    { kind: 'suspended', by: null, isUnderAppeal: true, reason: 'spam' },
  ])

  expect(await judgeSanctionAppeal(judge, answer, later)).toMatchObject({ ok: true })
  const file = await findReaderFile(judge, reader.id, later)
  expect(file?.sanctions).toMatchObject([{ by: decider.name, isUnderAppeal: false }])
  expect(JSON.stringify(await entries(judge, about))).toContain(decider.name)
})

test('what was asked to be judged is not found by whose it is, and no export tells it', async () => {
  const { decider, judge, reader, handle } = await given()
  await sanctionAppealed(decider, reader)
  const { filter } = readLogFilter({ by: String(decider.id) })
  await inTransaction((tx) => recordAction(tx, { kind: 'picked', actorId: decider.id }, noon))
  expect(await entries(judge, filter)).toMatchObject([{ kind: 'picked', by: { name: decider.name } }])
  expect(await entries(decider, filter)).toHaveLength(2)
  const written: string[] = []
  for await (const part of exportLog(judge, readLogFilter({ reader: handle }).filter, {
    format: 'ndjson',
    timeZone: 'UTC',
    now: later,
  }))
    written.push(part)
  expect(written.join('')).toContain('suspended')
  expect(written.join('')).not.toContain(decider.name)
})

test('a refusal that is appealed against has no name and no reason in the log, alone or among all of somebody’s', async () => {
  const { decider, judge, reader, about } = await given()
  const { id: articleId } = await givenArticle()
  const { id: alone } = await givenComment(reader, { articleId })
  await decide(
    decider,
    { ...(await readByDesk(alone)), move: 'reject', reason: 'spam', note: 'A farm.' },
    noon,
  )
  const { id: among } = await givenComment(reader, { articleId })
  await rejectAllOf(decider, { readerId: reader.id, reason: 'spam', note: 'A farm.' }, noon)
  const appeals = [await appealOf(reader, alone), await appealOf(reader, among)]
  const shown = await entries(judge, about)
  expect(shown.filter(({ isUnderAppeal }) => isUnderAppeal).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['rejected', 'batch-decided']),
  )
  expect(JSON.stringify(shown)).not.toContain(decider.name)
  const decisions = shown.filter(({ source, isUnderAppeal }) => source === 'decision' && isUnderAppeal)
  expect(decisions.map(({ reason, note }) => [reason, note])).toEqual(decisions.map(() => [null, null]))
  expect(JSON.stringify(await findReaderFile(judge, reader.id, later))).not.toContain(decider.name)
  for (const appealId of appeals)
    await judgeAppeal(judge, { appealId, outcome: 'upheld', answer: 'It was right.' }, later)
  expect(JSON.stringify(await entries(judge, about))).toContain(decider.name)
})

async function given() {
  const decider = await givenModerator('Somebody Who Decides', 'editor')
  const judge = await givenModerator('Ines Valcourt', 'editor')
  const reader = await givenKnown()
  const { handle } = await db().reader.findUniqueOrThrow({
    where: { id: reader.id },
    select: { handle: true },
  })
  return { decider, judge, reader, handle, about: readLogFilter({ reader: handle }).filter }
}

async function sanctionAppealed(decider: Moderator, reader: Viewer): Promise<number> {
  const sanction = { readerId: reader.id, kind: 'suspend', reason: 'spam', words: null } as const
  const until = minutesAfterNoon(7 * 24 * 60)
  const laid = await sanctionReader(decider, { ...sanction, until, minutes: null }, noon)
  if (!laid.ok) throw new Error(laid.error)
  const made = await appealSanction(reader, { sanctionId: laid.value.id, body: 'It was a joke.' }, noon)
  if (!made.ok) throw new Error(made.error)
  return made.value.appealId
}

async function appealOf(reader: Viewer, commentId: number): Promise<number> {
  const made = await makeAppeal(reader, { commentId, body: 'It was a joke.' }, noon)
  if (!made.ok) throw new Error(made.error)
  return made.value.appealId
}

async function entries(viewer: Moderator, filter: LogFilter) {
  return (await listLog(viewer, filter, { after: null, timeZone: 'UTC', now: later })).entries
}
