import { hash, verify } from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { type AccountInput, createAccount, signUp, verifyCredentials } from './commands'
import { isPassword } from './password-hash'

// Other files of this process may have loaded the real one.
vi.hoisted(() => vi.resetModules())
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) }
})

useTestDatabase({ RATE_LIMITS: 'default' })

const noon = new Date('2026-03-02T12:00:00Z')
const password = 'a mild and rainy tuesday'
const minute = 60_000
let made = 0

beforeEach(() => {
  vi.mocked(hash).mockClear()
  vi.mocked(verify).mockClear()
})

describe('signing up', () => {
  test('opens an account that its email and password open again', async () => {
    const email = newEmail()
    const account = await signUp(
      { name: ' Ana  Marin ', email: ` ${email.toUpperCase()}`, password },
      from(newAddress()),
    )
    expect(account.ok).toBe(true)
    const row = await db().reader.findUniqueOrThrow({ where: { email } })
    expect(row).toMatchObject({ name: 'Ana Marin', role: 'reader', createdAt: noon })
    expect(JSON.stringify(row)).not.toContain(password)
    expect(await tryPassword(` ${email.toUpperCase()} `, password)).toEqual({
      ok: true,
      value: { id: row.id },
    })
  })

  test.each<[string, Partial<AccountInput>, object]>([
    ['a name with nothing to see', { name: '\u200b' }, { error: 'bad-name' }],
    ['what is no address', { email: 'ana at example.org' }, { error: 'bad-email' }],
    ['a short password', { password: 'short' }, { error: 'bad-password', problem: 'too-short' }],
    ['a common password', { password: 'password1234' }, { error: 'bad-password', problem: 'too-common' }],
    [
      'a password without end',
      { password: 'x y '.repeat(100) },
      { error: 'bad-password', problem: 'too-long' },
    ],
  ])('%s is refused by name, and nobody is let in', async (_what, wrong, refusal) => {
    const before = await db().reader.count()
    expect(await signUp({ name: 'Ana', email: newEmail(), password, ...wrong }, from(newAddress()))).toEqual({
      ok: false,
      ...refusal,
    })
    expect(await db().reader.count()).toBe(before)
    expect(hash).not.toHaveBeenCalled()
  })

  test('an address in use is refused, however it is written', async () => {
    const email = await givenAccount()
    expect(await signUp({ name: 'Ben', email: email.toUpperCase(), password }, from(newAddress()))).toEqual({
      ok: false,
      error: 'email-taken',
    })
  })

  test('ten times at once opens one account', async () => {
    const email = newEmail()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => createAccount({ name: 'Ana', email, password: null }, 'reader', noon)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.error === 'email-taken')).toHaveLength(9)
  })

  test('names that make one handle have handles of their own', async () => {
    const names = Array.from(
      { length: 20 },
      (_, index) => `Jo ${'語言山川木'[index % 5]}${'一二三四'[index % 4]} Doe`,
    )
    const opening = names.map((name) =>
      createAccount({ name, email: newEmail(), password: null }, 'reader', noon),
    )
    expect((await Promise.all(opening)).every(({ ok }) => ok)).toBe(true)
    const rows = await db().reader.findMany({ where: { name: { in: names } }, select: { handle: true } })
    expect(new Set(rows.map(({ handle }) => handle)).size).toBe(20)
    expect(rows.every(({ handle }) => /^jo-doe(-[0-9a-f]+)?$/.test(handle))).toBe(true)
  })

  test('is slowed per address; a slip in the form costs nothing', async () => {
    const [address, other] = [newAddress(), newAddress()]
    const signUpFrom = (place: string, minutes = 0) =>
      signUp({ name: newName(), email: newEmail(), password }, from(place, minutes))
    for (let slip = 0; slip < 10; slip += 1)
      await signUp({ name: '', email: newEmail(), password }, from(address))
    for (let account = 0; account < 20; account += 1) expect((await signUpFrom(address)).ok).toBe(true)
    expect(await signUpFrom(address)).toEqual({ ok: false, error: 'too-soon', retryAt: minutes(3) })
    expect((await signUpFrom(other)).ok).toBe(true)
    expect((await signUpFrom(address, 3)).ok).toBe(true)
  })
})

describe('an unknown email and a wrong password', () => {
  test('are answered in the same words', async () => {
    const [known, guest] = [await givenAccount(), await givenAccount(null)]
    const answers = [
      await tryPassword(known, 'not the right one'),
      await tryPassword(newEmail(), password),
      await tryPassword(guest, password),
      await tryPassword('no address at all', ''),
    ]
    expect(answers).toEqual(Array(4).fill({ ok: false, error: 'wrong' }))
  })

  test('cost the same work: one comparison each, at the same settings of the hash', async () => {
    const [known, guest] = [await givenAccount(), await givenAccount(null)]
    // The hash that stands in for a missing one is made once; after that nobody's try costs more than another's.
    await isPassword(null, 'warming up')
    const work = []
    for (const email of [known, newEmail(), guest]) {
      vi.mocked(hash).mockClear()
      vi.mocked(verify).mockClear()
      await tryPassword(email, 'not the right one')
      work.push({
        hashed: vi.mocked(hash).mock.calls.length,
        compared: vi.mocked(verify).mock.calls.map(([stored]) => settingsOf(String(stored))),
      })
    }
    expect(work).toEqual(Array(3).fill({ hashed: 0, compared: ['$argon2id$v=19$m=19456,t=2,p=1'] }))
  })

  test('nobody signs in to an account without a password, even with the words that stand in for one', async () => {
    const guest = await givenAccount(null)
    expect(await tryPassword(guest, 'nobody signs in with this')).toEqual({ ok: false, error: 'wrong' })
    expect(await isPassword(null, 'nobody signs in with this')).toBe(false)
  })

  test('are slowed in the same way: six tries from an address, then one every thirty seconds', async () => {
    for (const email of [await givenAccount(), newEmail()]) {
      const address = newAddress()
      const tryPassword = (asked: string, guess: string, later = 0) =>
        verifyCredentials({ email: asked, password: guess }, from(address, later))
      for (let tries = 0; tries < 6; tries += 1)
        expect(await tryPassword(email, 'wrong guess')).toEqual({ ok: false, error: 'wrong' })
      const tooSoon = { ok: false, error: 'too-soon', retryAt: minutes(0.5) }
      expect(await tryPassword(email, 'wrong guess')).toEqual(tooSoon)
      expect(await tryPassword(` ${email.toUpperCase()}`, password)).toEqual(tooSoon)
      expect(await tryPassword(email, 'wrong guess', 0.5)).toEqual({ ok: false, error: 'wrong' })
      expect(await tryPassword(email, 'wrong guess', 0.5)).toMatchObject({ error: 'too-soon' })
    }
  })

  test('are slowed per address, whoever is tried: thirty at once', async () => {
    const address = newAddress()
    const tries = Array.from({ length: 40 }, () =>
      verifyCredentials({ email: newEmail(), password }, from(address)),
    )
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.error === 'wrong')).toHaveLength(30)
    expect(verify).toHaveBeenCalledTimes(30)
    expect(await tryPassword(newEmail(), password)).toEqual({ ok: false, error: 'wrong' })
  })
})

describe('the right password', () => {
  test('gives the account its tries back', async () => {
    const email = await givenAccount()
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 5; tries += 1)
        expect(await tryPassword(email, 'wrong guess')).toEqual({ ok: false, error: 'wrong' })
      expect(await tryPassword(email, password)).toMatchObject({ ok: true })
    }
  })

  test('is not found out by a hundred guesses from everywhere at the same time: sixty are looked at', async () => {
    const email = await givenAccount()
    const guesses = Array.from({ length: 100 }, (_, index) => tryPassword(email, `guess number ${index}`))
    await Promise.all(guesses)
    expect(verify).toHaveBeenCalledTimes(60)
  })

  test('is the same however its letters are composed', async () => {
    const email = await givenAccount('une école à Évora, l’été')
    expect(await tryPassword(email, 'une école à Évora, l’été'.normalize('NFD'))).toMatchObject({ ok: true })
  })
})

/** Tries from an address that nobody else uses. */
function tryPassword(email: string, given: string, afterMinutes = 0) {
  return verifyCredentials({ email, password: given }, from(newAddress(), afterMinutes))
}

async function givenAccount(given: string | null = password): Promise<string> {
  const email = newEmail()
  const created = await createAccount({ name: newName(), email, password: given }, 'reader', noon)
  if (!created.ok) throw new Error(created.error)
  return email
}

function newName(): string {
  made += 1
  return `Ana ${made}`
}

function newEmail(): string {
  made += 1
  return `ana-${made}@example.org`
}

function newAddress(): string {
  made += 1
  return `2001:db8::${made.toString(16)}`
}

function from(address: string, afterMinutes = 0) {
  return { now: minutes(afterMinutes), address }
}

function minutes(after: number): Date {
  return new Date(noon.getTime() + after * minute)
}

function settingsOf(stored: string): string {
  return stored.split('$').slice(0, 4).join('$')
}
