import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenKnown, givenModerator, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { listOwnSanctions } from '@/lib/readers/queries-sanction'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { liftSanction, sanctionReader } from './commands-sanction'
import { appealSanction, judgeSanctionAppeal } from './commands-sanction-appeal'
import { countOpenAppeals } from './queries-appeals'
import { findJudgedSanction, listOpenSanctionAppeals } from './queries-sanction-appeals'

useTestDatabase()

const later = minutesAfterNoon(60)

test('somebody who is banned appeals once, and what was asked is not asked twice', async () => {
  const { reader, sanctionId } = await given()
  const appeal = (body: string) => appealSanction(reader, { sanctionId, body }, later)
  expect(await appeal(' ')).toMatchObject({ error: 'blank' })
  expect(await appeal('a'.repeat(2_001))).toMatchObject({ error: 'too-long' })
  expect(await appeal('It was not me.')).toMatchObject({ ok: true, value: { isNew: true } })
  expect(await appeal('It was not me.')).toMatchObject({ ok: true, value: { isNew: false } })
  expect(await appeal('Truly not.')).toMatchObject({ error: 'appealed' })
  expect(await listOwnSanctions(reader, later)).toMatchObject([{ appeal: { words: 'It was not me.' } }])
})

test('nobody appeals for another, nor against what is over', async () => {
  const { reader, moderator, sanctionId } = await given()
  const other = await givenKnown()
  const input = { sanctionId, body: 'Let them write.' }
  expect(await appealSanction(other, input, later)).toMatchObject({ error: 'no-sanction' })
  await liftSanction(moderator, { readerId: reader.id, sanctionId }, later)
  expect(await appealSanction(reader, input, later)).toMatchObject({ error: 'no-sanction' })
})

test('a double press is one appeal', async () => {
  const { reader, sanctionId } = await given()
  const press = () => appealSanction(reader, { sanctionId, body: 'Please.' }, later)
  const pressed = await Promise.all([press(), press(), press()])
  expect(pressed.filter((each) => each.ok && each.value.isNew)).toHaveLength(1)
  expect(await db().sanctionAppeal.count({ where: { sanctionId } })).toBe(1)
})

test('somebody else judges it without being told who had decided, and granted it lifts the sanction', async () => {
  const { reader, moderator, judge, appealId } = await appealed()
  const [open] = (await listOpenSanctionAppeals(judge, later)).filter(({ id }) => id === appealId)
  expect(open).toMatchObject({ may: 'yes', sanction: { kind: 'ban', reason: 'spam' } })
  expect(JSON.stringify(open)).not.toContain(moderator.name)
  const granted = { appealId, outcome: 'overturned', answer: 'You are right.' } as const
  expect(await judgeSanctionAppeal(moderator, granted, later)).toMatchObject({ error: 'own-decision' })
  expect(await judgeSanctionAppeal(reader as Moderator, granted, later)).toMatchObject({ ok: false })
  expect(await judgeSanctionAppeal(judge, granted, later)).toMatchObject({ ok: true })
  expect(await judgeSanctionAppeal(judge, granted, later)).toMatchObject({ ok: true })
  expect(await db().sanction.count({ where: { readerId: reader.id, liftedAt: null } })).toBe(0)
  const judged = { answer: 'You are right.', at: later }
  expect(await listOwnSanctions(reader, later)).toMatchObject([{ wasLifted: true, appeal: { judged } }])
  expect(await findJudgedSanction(judge, appealId)).toMatchObject({ first: moderator.name, by: judge.name })
  const kind = 'sanction-appeal-overturned'
  expect(await db().staffAction.count({ where: { readerId: reader.id, kind } })).toBe(1)
})

test('turned down, the sanction stands, with the answer', async () => {
  const { reader, judge, appealId } = await appealed()
  const before = await countOpenAppeals(judge, later)
  const input = { appealId, outcome: 'upheld', answer: 'It was you.' } as const
  expect(await judgeSanctionAppeal(judge, input, later)).toMatchObject({ ok: true })
  expect(await countOpenAppeals(judge, later)).toBeLessThan(before)
  expect(await listOwnSanctions(reader, later)).toMatchObject([
    { wasLifted: false, appeal: { judged: { answer: 'It was you.' } } },
  ])
})

test('of two judges at once one wins, and the other is told who and how', async () => {
  const { judge, appealId } = await appealed()
  const other = await givenModerator('Ben Okoro')
  const both = await Promise.all([
    judgeSanctionAppeal(judge, { appealId, outcome: 'upheld', answer: 'No.' }, later),
    judgeSanctionAppeal(other, { appealId, outcome: 'overturned', answer: 'Yes.' }, later),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const [lost] = both.filter(({ ok }) => !ok)
  expect(lost).toMatchObject({ error: 'judged-meanwhile', by: both[0]?.ok ? judge.name : other.name })
})

test('whoever lifts the sanction meanwhile leaves nothing to judge', async () => {
  const { reader, moderator, judge, appealId, sanctionId } = await appealed()
  await liftSanction(moderator, { readerId: reader.id, sanctionId }, later)
  const input = { appealId, outcome: 'upheld', answer: 'No.' } as const
  expect(await judgeSanctionAppeal(judge, input, later)).toMatchObject({ error: 'overtaken' })
  expect((await listOpenSanctionAppeals(judge, later)).map(({ id }) => id)).not.toContain(appealId)
})

test('a moderator judges what an editor decided, and nobody their equal’s own case', async () => {
  const [editor, equal, judge] = [
    await givenModerator('Eva Linde', 'editor'),
    await givenModerator('Ben Okoro'),
    await givenModerator('Ada Reyes'),
  ]
  const ofReader = await appealed(editor)
  const input = { appealId: ofReader.appealId, outcome: 'overturned', answer: 'Yes.' } as const
  expect(await judgeSanctionAppeal(judge, input, later)).toMatchObject({ ok: true })
  const ofEqual = await appealed(editor, equal)
  const about = { appealId: ofEqual.appealId, outcome: 'overturned', answer: 'Yes.' } as const
  expect(await judgeSanctionAppeal(judge, about, later)).toMatchObject({ error: 'not-your-junior' })
})

async function given(by?: Moderator, about?: Viewer) {
  const reader = about ?? (await givenKnown())
  const [moderator, judge] = [by ?? (await givenModerator()), await givenModerator('Ines Sol')]
  const sanction = { kind: 'ban', reason: 'spam', words: 'Three times.', until: null, minutes: null } as const
  const made = await sanctionReader(moderator, { readerId: reader.id, ...sanction }, noon)
  if (!made.ok) throw new Error(made.error)
  return { reader, moderator, judge, sanctionId: made.value.id }
}

async function appealed(by?: Moderator, about?: Viewer) {
  const all = await given(by, about)
  const made = await appealSanction(all.reader, { sanctionId: all.sanctionId, body: 'Please.' }, later)
  if (!made.ok) throw new Error(made.error)
  return { ...all, appealId: made.value.appealId }
}
