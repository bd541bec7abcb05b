import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenReader } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { createAccount, signUp } from './commands'
import { giveNameKeys } from './commands-name-keys'
import { skeletonOf } from './skeleton'

useTestDatabase()

const noon = new Date('2026-03-02T12:00:00Z')
const password = 'a mild and rainy tuesday'
const account = (name: string) => ({ name, email: `${randomUUID()}@example.org`, password })
const signUpAs = (name: string) => signUp(account(name), { now: noon, address: randomUUID() })

test('A41: of look-alike names that sign up at once one has an account, and the others are offered a name that is free', async () => {
  const names = [
    'Odo Reed',
    'Оdo Reed',
    'ODO REED',
    'Odо Rееd',
    '0do Reed',
    'Ｏｄｏ Reed',
    'Odo  Réed',
    'odo_reed',
  ]
  const outcomes = await Promise.all(names.map(signUpAs))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().reader.count({ where: { nameKey: skeletonOf('Odo Reed') } })).toBe(1)
  const refusals = outcomes.filter((outcome) => !outcome.ok)
  expect(refusals.map(({ error }) => error)).toEqual(Array(7).fill('name-taken'))
  expect(await signUpAs('Odo Reed')).toEqual({ ok: false, error: 'name-taken', proposal: 'Odo Reed 2' })
  expect((await signUpAs('Odo Reed 2')).ok).toBe(true)
  expect(await signUpAs('Odo Reed')).toMatchObject({ proposal: 'Odo Reed 3' })
})

test('a name that fills the line is offered with room for its number', async () => {
  await createAccount(account('W'.repeat(60)), 'reader', noon)
  const again = await signUpAs('W'.repeat(60))
  if (again.ok || again.error !== 'name-taken') throw new Error('not taken')
  expect(again.proposal).toHaveLength(60)
  expect((await signUpAs(again.proposal)).ok).toBe(true)
})

test('an address in use is said before a name in use: whoever forgot their account is led to it', async () => {
  const mine = account('Uma Bell')
  await createAccount(mine, 'reader', noon)
  expect(await createAccount(mine, 'reader', noon)).toEqual({ ok: false, error: 'email-taken' })
})

test('A41: nobody signs up as the newsroom or somebody in it, however it is spelt', async () => {
  const moderator = await givenReader('moderator', 'Vera Lindqvist')
  // An account from before: its name has no skeleton that would be in the way.
  await db().reader.update({ where: { id: moderator.id }, data: { nameKey: null } })
  for (const name of ['Vеra Lindqvist', 'VERA LlNDQVIST', 'Tribune Mоderator', 'Аdmin'])
    expect(await signUpAs(name), name).toEqual({ ok: false, error: 'staff-name' })
})

test('accounts from before get their skeletons, the first of those that look alike; twice is once', async () => {
  const given = (name: string) =>
    db().reader.create({ data: { name, handle: randomUUID(), email: `${randomUUID()}@example.org` } })
  const [first, second, other] = [await given('Kay Lund'), await given('Kаy Lund'), await given('Per Holm')]
  for (let times = 0; times < 2; times += 1) {
    await giveNameKeys()
    const rows = await db().reader.findMany({
      where: { id: { in: [first.id, second.id, other.id] } },
      orderBy: { id: 'asc' },
      select: { nameKey: true },
    })
    expect(rows.map(({ nameKey }) => nameKey)).toEqual([skeletonOf('Kay Lund'), null, skeletonOf('Per Holm')])
  }
  expect(await signUpAs('Kay Lund')).toMatchObject({ error: 'name-taken' })
})
