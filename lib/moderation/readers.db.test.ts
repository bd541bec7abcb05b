import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenModerator, givenReader, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { openSession } from '@/lib/readers/commands'
import { signOutEverywhere } from '@/lib/readers/commands-sessions'
import { listSessions, viewerOfSession } from '@/lib/readers/queries'
import type { Moderator } from '@/lib/readers/viewer'
import type { Role } from '@/prisma/generated/enums'
import { messageReader, noteReader } from './commands-note'
import { signOutReader } from './commands-role'
import { liftSanction, sanctionReader } from './commands-sanction'
import { findReaderFile } from './queries-reader-file'
import { listReaders, readersPerPage } from './queries-readers'
import { listMessages } from './queries-told'

useTestDatabase()

const search = async (
  moderator: Moderator,
  asked: { words?: string; role?: Role; sanctioned?: boolean; before?: number },
  now = noon,
) =>
  listReaders(
    moderator,
    {
      words: asked.words ?? '',
      role: asked.role ?? null,
      sanctioned: asked.sanctioned ?? false,
      before: asked.before ?? null,
    },
    now,
  )
const idsOf = ({ readers }: { readers: { id: number }[] }) => readers.map(({ id }) => id)
// The beginning says no letter twice: without one of them it is another word.
const word = () => `fern${randomUUID().replace(/\d/g, 'q').slice(0, 8)}`

test('somebody is found by a part of the name, the handle, or what the name looks like', async () => {
  const moderator = await givenModerator()
  const [first, last] = [word(), word()]
  const { id } = await givenReader('reader', `Ána ${first} ${last}`)
  for (const words of [
    first.slice(2),
    last.toUpperCase(),
    `${first} ${last}`,
    `@ana-${first}`,
    `anа ${first}`,
  ])
    expect([words, idsOf(await search(moderator, { words }))]).toEqual([words, [id]])
  expect(idsOf(await search(moderator, { words: `${first}%${last}` }))).toEqual([])
  expect(idsOf(await search(moderator, { words: `${first.slice(0, 3)}_${first.slice(4)}` }))).toEqual([])
  expect(idsOf(await search(moderator, { words: word() }))).toEqual([])
})

test('A30: an address is shown and searched for administrators, and for nobody else', async () => {
  const reader = await givenReader()
  const { email } = await db().reader.findUniqueOrThrow({ where: { id: reader.id } })
  for (const role of ['moderator', 'editor'] as const) {
    const moderator = await givenModerator('Ines', role)
    expect(idsOf(await search(moderator, { words: email }))).toEqual([])
    expect((await search(moderator, { words: reader.name })).readers[0]).toMatchObject({ email: null })
    expect(await findReaderFile(moderator, reader.id, noon)).toMatchObject({ email: null })
  }
  const chief = await givenModerator('Ines', 'administrator')
  expect((await search(chief, { words: email.slice(3, 20) })).readers).toMatchObject([
    { id: reader.id, email },
  ])
  expect(await findReaderFile(chief, reader.id, noon)).toMatchObject({ email })
})

test('pages follow each other without a gap or a repeat, the newest first', async () => {
  const moderator = await givenModerator()
  const shared = word()
  const ids: number[] = []
  for (let made = 0; made < readersPerPage + 5; made += 1)
    ids.unshift((await givenReader('reader', `${shared} ${word()}`)).id)
  const first = await search(moderator, { words: shared })
  const second = await search(moderator, { words: shared, before: first.readers.at(-1)?.id ?? 0 })
  expect([first.hasMore, second.hasMore]).toEqual([true, false])
  expect([...idsOf(first), ...idsOf(second)]).toEqual(ids)
})

test('those under a sanction are listed while it is in force; a warning is none', async () => {
  const moderator = await givenModerator()
  const shared = word()
  const reader = await givenReader('reader', `${shared} one`)
  const until = minutesAfterNoon(60)
  const lay = async (kind: 'warn' | 'review' | 'suspend') => {
    const input = { readerId: reader.id, kind, reason: 'spam', words: null, until, minutes: null } as const
    const made = await sanctionReader(moderator, input, noon)
    return made.ok ? made.value.id : 0
  }
  const listed = async (now = noon) => search(moderator, { words: shared, sanctioned: true }, now)
  await lay('warn')
  expect(idsOf(await listed())).toEqual([])
  await lay('suspend')
  const review = await lay('review')
  expect((await listed()).readers).toMatchObject([{ id: reader.id, sanctions: ['review', 'suspend'] }])
  await liftSanction(moderator, { readerId: reader.id, sanctionId: review }, noon)
  expect((await listed()).readers).toMatchObject([{ sanctions: ['suspend'] }])
  expect(idsOf(await listed(until))).toEqual([])
})

test('one role is listed alone', async () => {
  const shared = word()
  const moderator = await givenModerator()
  const editor = await givenReader('editor', `${shared} one`)
  await givenReader('reader', `${shared} two`)
  expect(idsOf(await search(moderator, { words: shared, role: 'editor' }))).toEqual([editor.id])
})

test('a note is the desk’s for good, a message the reader’s; neither is empty, and both stand in the log', async () => {
  const [moderator, reader] = [await givenModerator(), await givenReader()]
  const to = (text: string) => ({ readerId: reader.id, text })
  expect(await noteReader(moderator, to('  '), noon)).toMatchObject({ error: 'blank' })
  expect(await messageReader(moderator, to('x'.repeat(2_001)), noon)).toMatchObject({ error: 'too-long' })
  await noteReader(moderator, to('Was kind on the telephone.'), noon)
  await messageReader(moderator, to('Thank you for the hint.'), minutesAfterNoon(1))
  const file = await findReaderFile(moderator, reader.id, noon)
  expect(file?.notes).toMatchObject([{ text: 'Was kind on the telephone.', by: moderator.name }])
  expect(file?.actions.map(({ kind, note }) => [kind, note])).toEqual([
    ['messaged', 'Thank you for the hint.'],
    ['noted', null],
  ])
  expect(await listMessages(reader)).toMatchObject([{ text: 'Thank you for the hint.' }])
  expect(await listMessages(moderator)).toEqual([])
  const left = await db().outbox.findMany({ where: { kind: 'reader-message' } })
  expect(left.map(({ payload }) => payload)).toMatchObject([{ readerId: reader.id }])
})

test('whoever signs out everywhere is out at once, here too or not; others stay', async () => {
  const [reader, other] = [await givenReader(), await givenReader()]
  const now = new Date()
  const [here, there, theirs] = [
    await openSession(reader.id, now),
    await openSession(reader.id, now),
    await openSession(other.id, now),
  ]
  const isIn = async (session: string) => (await viewerOfSession(session, now)) !== null
  const me = { id: reader.id, sessionId: here }
  expect((await listSessions(me, now)).map(({ isThis }) => isThis).sort()).toEqual([false, true])
  expect(await signOutEverywhere(me, { keepThis: true })).toEqual({ ended: 1 })
  expect([await isIn(here), await isIn(there), await isIn(theirs)]).toEqual([true, false, true])
  await signOutEverywhere(me, { keepThis: false })
  expect([await isIn(here), await isIn(theirs)]).toEqual([false, true])
  const again = await openSession(reader.id, now)
  const editor = await givenModerator('Ines', 'editor')
  expect(await signOutReader(editor, { readerId: reader.id }, now)).toMatchObject({ value: { ended: 1 } })
  expect(await isIn(again)).toBe(false)
})
