import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenReader, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import {
  banReader,
  changeRole,
  closeSession,
  liftBan,
  openSession,
  resetPassword,
  verifyCredentials,
} from './commands'
import { viewerOfSession } from './queries'
import { isModerator } from './viewer'

useTestDatabase()

const day = 86_400_000

test('a session says who is asking, until it runs out after thirty days', async () => {
  const { session, reader } = await givenSession()
  expect(await viewerOfSession(session, noon)).toEqual({
    id: reader.id,
    name: 'Ana Marin',
    role: 'reader',
    banned: false,
    approvedCount: 0,
    sessionId: session,
  })
  expect(await viewerOfSession(session, later(30 * day - 1))).not.toBeNull()
  expect(await viewerOfSession(session, later(30 * day))).toBeNull()
})

test('a session that was never opened is nobody’s', async () => {
  expect(await viewerOfSession(randomUUID(), noon)).toBeNull()
})

test('signing out ends this session and no other, and once is enough', async () => {
  const { session, reader } = await givenSession()
  const elsewhere = await openSession(reader.id, noon)
  await closeSession(session)
  await closeSession(session)
  expect(await viewerOfSession(session, noon)).toBeNull()
  expect(await viewerOfSession(elsewhere, noon)).not.toBeNull()
})

test('a new password ends every session of its reader, and no other’s; the old one opens nothing', async () => {
  const [mine, another] = [await givenSession(), await givenSession()]
  const elsewhere = await openSession(mine.reader.id, noon)
  await resetPassword(mine.email, 'the first long password')
  const fresh = await openSession(mine.reader.id, noon)
  expect(await resetPassword(` ${mine.email.toUpperCase()}`, 'another long password')).toMatchObject({
    ok: true,
  })
  for (const ended of [mine.session, elsewhere, fresh]) expect(await viewerOfSession(ended, noon)).toBeNull()
  expect(await viewerOfSession(another.session, noon)).not.toBeNull()
  const tryPassword = (password: string) =>
    verifyCredentials({ email: mine.email, password }, { now: noon, address: 'here' })
  expect(await tryPassword('the first long password')).toEqual({ ok: false, error: 'wrong' })
  expect(await tryPassword('another long password')).toMatchObject({ ok: true })
})

test('a password that is refused changes nothing', async () => {
  const { session, email } = await givenSession()
  expect(await resetPassword(email, 'short')).toEqual({
    ok: false,
    error: 'bad-password',
    problem: 'too-short',
  })
  expect(await viewerOfSession(session, noon)).not.toBeNull()
})

test('a role counts from the next read on', async () => {
  const { session, email } = await givenSession()
  expect(isModerator(await viewerOfSession(session, noon))).toBe(false)
  await changeRole(email, 'moderator')
  expect(isModerator(await viewerOfSession(session, noon))).toBe(true)
  await changeRole(email, 'reader')
  expect(isModerator(await viewerOfSession(session, noon))).toBe(false)
})

test('a ban counts from the next read on, takes the desk away, and ends when it is lifted', async () => {
  const { session, email } = await givenSession()
  await changeRole(email, 'moderator')
  await banReader(email, 'spam', null)
  const banned = await viewerOfSession(session, noon)
  expect([banned?.banned, isModerator(banned)]).toEqual([true, false])
  await liftBan(email, noon)
  expect(await viewerOfSession(session, noon)).toMatchObject({ banned: false })
})

test('a ban for a time ends by itself', async () => {
  const { session, email } = await givenSession()
  await banReader(email, 'insults', later(7 * day))
  expect(await viewerOfSession(session, later(7 * day - 1))).toMatchObject({ banned: true })
  expect(await viewerOfSession(session, later(7 * day))).toMatchObject({ banned: false })
})

test('lifting one’s bans lifts all of them, and a new one counts again', async () => {
  const { session, email } = await givenSession()
  await banReader(email, 'spam', null)
  await banReader(email, 'insults', later(day))
  await liftBan(email, noon)
  expect(await viewerOfSession(session, noon)).toMatchObject({ banned: false })
  await banReader(email, 'spam again', null)
  expect(await viewerOfSession(session, noon)).toMatchObject({ banned: true })
})

test('nobody is changed by an email that is not there', async () => {
  const unknown = { ok: false, error: 'unknown' }
  expect(await changeRole('nobody@example.org', 'administrator')).toEqual(unknown)
  expect(await banReader('nobody@example.org', 'spam', null)).toEqual(unknown)
  expect(await liftBan('nobody@example.org', noon)).toEqual(unknown)
  expect(await resetPassword('nobody@example.org', 'another long password')).toEqual(unknown)
})

async function givenSession() {
  const reader = await givenReader()
  const { email } = await db().reader.findUniqueOrThrow({ where: { id: reader.id }, select: { email: true } })
  return { reader, email, session: await openSession(reader.id, noon) }
}

function later(milliseconds: number): Date {
  return new Date(noon.getTime() + milliseconds)
}
