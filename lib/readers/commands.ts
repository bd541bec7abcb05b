import { randomUUID } from 'node:crypto'
import { db, inTransaction, isUniqueViolation, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { done, type Outcome, refused } from '@/lib/outcome'
import { takeAllowance } from '@/lib/pace'
import { bumpTopics, topics } from '@/lib/topics'
import type { Role } from '@/prisma/generated/enums'
import { readEmail } from './email'
import { handleFrom, readName } from './name'
import { hashPassword, isPassword } from './password-hash'
import { type PasswordProblem, passwordProblem } from './password-rule'
import { proposeName } from './queries-name'
import { stopsWriting } from './sanction'
import { skeletonOf, speaksForStaff } from './skeleton'

export const sessionDays = 30

// A person mistypes a few times; a machine tries thousands.
// Wide for an account as a whole, or anyone could keep its owner out; narrow for one address that tries it.
const triesPerAccount = { burst: 60, everySeconds: 20 }
const triesPerPair = { burst: 6, everySeconds: 30 }
const triesPerAddress = { burst: 30, everySeconds: 10 }
// A school or an office shares an address.
const signUpsPerAddress = { burst: 20, everySeconds: 180 }

export type AccountInput = { name: string; email: string; password: string }
export type AccountRefusal =
  | { error: 'bad-name' }
  | { error: 'staff-name' }
  | { error: 'name-taken'; proposal: string }
  | { error: 'bad-email' }
  | { error: 'bad-password'; problem: PasswordProblem }
  | { error: 'email-taken' }
  | { error: 'too-soon'; retryAt: Date }

/**
 * Opens a reader's account. Refuses what cannot be a name, an address or a safe password, an address in use, and a name
 * that could be taken for somebody else's.
 */
export async function signUp(
  input: AccountInput,
  at: { now: Date; address: string },
): Promise<Outcome<{ id: number }, AccountRefusal>> {
  const checked = checkAccount(input)
  if (!checked.ok) return checked
  const limited = await takeAllowance(db(), `sign-up ${at.address}`, signUpsPerAddress, at.now)
  if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
  const staff = await db().reader.findMany({ where: { role: { not: 'reader' } }, select: { name: true } })
  if (speaksForStaff(checked.value.name, [env().SITE_NAME, ...staff.map(({ name }) => name)]))
    return refused({ error: 'staff-name' })
  return createAccount(input, 'reader', at.now)
}

/**
 * Creates an account of any role: for the command line and the first start, which have no pace. Nobody can sign in
 * to one whose password is null.
 */
export async function createAccount(
  input: Omit<AccountInput, 'password'> & { password: string | null },
  role: Role,
  now: Date,
): Promise<Outcome<{ id: number }, AccountRefusal>> {
  const checked = checkAccount(input)
  if (!checked.ok) return checked
  const { name, email } = checked.value
  const passwordHash = input.password === null ? null : await hashPassword(input.password)
  const stem = handleFrom(name)
  const nameKey = skeletonOf(name)
  // A handle or two may be taken; a random end settles it without looking.
  for (const handle of [stem, `${stem}-${randomUUID().slice(0, 4)}`, `${stem}-${randomUUID().slice(0, 8)}`]) {
    try {
      return done(
        await db().reader.create({
          data: { name, nameKey, email, handle, passwordHash, role, createdAt: now },
          select: { id: true },
        }),
      )
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      if (await db().reader.findUnique({ where: { email }, select: { id: true } }))
        return refused({ error: 'email-taken' })
      if (await db().reader.findUnique({ where: { nameKey }, select: { id: true } }))
        return refused({ error: 'name-taken', proposal: await proposeName(name) })
    }
  }
  throw new Error(`no free handle for ${stem}`)
}

export type SignInRefusal = { error: 'wrong' } | { error: 'too-soon'; retryAt: Date }

/**
 * Who this email and password belong to. The answer and its time are the same for an unknown address and a
 * wrong password. Tries are slowed per account, per address and, most, per account and address; a right password gives
 * the account's tries back.
 */
export async function verifyCredentials(
  input: { email: string; password: string },
  at: { now: Date; address: string },
): Promise<Outcome<{ id: number }, SignInRefusal>> {
  const email = input.email.trim().toLowerCase().slice(0, 254)
  for (const [key, allowance] of [
    [`sign-in from ${at.address}`, triesPerAddress],
    [`sign-in as ${email} from ${at.address}`, triesPerPair],
    [`sign-in as ${email}`, triesPerAccount],
  ] as const) {
    const limited = await takeAllowance(db(), key, allowance, at.now)
    if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
  }
  const reader = await db().reader.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
  const right = await isPassword(reader?.passwordHash ?? null, input.password)
  if (!reader || !right) return refused({ error: 'wrong' })
  const given = [`sign-in as ${email}`, `sign-in as ${email} from ${at.address}`]
  await db().pace.deleteMany({ where: { key: { in: given } } })
  return done({ id: reader.id })
}

/** Opens a session: the row behind the browser's token. */
export async function openSession(readerId: number, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000)
  const session = await db().session.create({
    data: { id: randomUUID(), readerId, createdAt: now, expiresAt },
    select: { id: true },
  })
  return session.id
}

/** Ends one session. Ending one that is gone is fine: the browser is signed out either way. */
export async function closeSession(sessionId: string): Promise<void> {
  await db().session.deleteMany({ where: { id: sessionId } })
}

/** Sets a new password and signs the reader out everywhere. */
export async function resetPassword(
  email: string,
  password: string,
): Promise<Outcome<{ id: number }, AccountRefusal | { error: 'unknown' }>> {
  const problem = passwordProblem(password, email)
  if (problem) return refused({ error: 'bad-password', problem })
  const passwordHash = await hashPassword(password)
  return changeByEmail(email, async (tx, id) => {
    await tx.reader.update({ where: { id }, data: { passwordHash }, select: { id: true } })
    await tx.session.deleteMany({ where: { readerId: id } })
  })
}

type Changed = Promise<Outcome<{ id: number }, { error: 'unknown' }>>

/** Gives a reader another role. Their comments everywhere carry the staff mark from now on, or no longer. */
export function changeRole(email: string, role: Role): Changed {
  return changeByEmail(email, async (tx, id) => {
    await tx.reader.update({ where: { id }, data: { role }, select: { id: true } })
    await bumpTopics(tx, [topics.site])
  })
}

/** Bans a reader: from now on nothing they send is written. Their public comments stay. */
export function banReader(email: string, reason: string, until: Date | null): Changed {
  return changeByEmail(email, async (tx, readerId) => {
    await tx.sanction.create({ data: { readerId, kind: 'ban', reason, until }, select: { id: true } })
  })
}

/** Lifts every ban and suspension of a reader: they may post again, at once. */
export function liftBan(email: string, now: Date): Changed {
  return changeByEmail(email, async (tx, readerId) => {
    await tx.sanction.updateMany({
      where: { readerId, kind: { in: stopsWriting }, liftedAt: null },
      data: { liftedAt: now },
    })
  })
}

function checkAccount(
  input: Omit<AccountInput, 'password'> & { password: string | null },
): Outcome<{ name: string; email: string }, AccountRefusal> {
  const name = readName(input.name)
  if (!name) return refused({ error: 'bad-name' })
  const email = readEmail(input.email)
  if (!email) return refused({ error: 'bad-email' })
  const problem = input.password === null ? null : passwordProblem(input.password, email)
  return problem ? refused({ error: 'bad-password', problem }) : done({ name, email })
}

function changeByEmail(email: string, change: (tx: Transaction, id: number) => Promise<void>): Changed {
  return inTransaction(async (tx) => {
    const reader = await tx.reader.findUnique({
      where: { email: email.trim().toLowerCase() },
      select: { id: true },
    })
    if (!reader) return refused({ error: 'unknown' })
    await change(tx, reader.id)
    return done(reader)
  })
}
