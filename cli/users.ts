import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { banReader, changeRole, createAccount, liftBan, resetPassword } from '@/lib/readers/commands'
import { listReaders } from '@/lib/readers/queries'
import { Role } from '@/prisma/generated/enums'
import { usage } from './usage'
import { withDatabase } from './with-database'

const options = {
  name: { type: 'string' },
  role: { type: 'string' },
  password: { type: 'string' },
  reason: { type: 'string' },
  days: { type: 'string' },
} as const

type Given = {
  name?: string | undefined
  role?: string | undefined
  password?: string | undefined
  reason?: string | undefined
  days?: string | undefined
}

/** `tribune users …`: who has an account, and what they may do. */
export async function runUsers(args: string[]): Promise<number> {
  const parsed = readArguments(args)
  if (!parsed) return notUnderstood()
  const { values, positionals } = parsed
  const [verb, email, role] = positionals
  const asked = values.role === undefined ? undefined : readRole(values.role)
  if (values.role !== undefined && !asked) return notUnderstood()
  if (verb === 'list' && !email) return withDatabase(() => list(asked))
  if (!email) return notUnderstood()
  switch (verb) {
    case 'create': {
      const { name, password = randomPassword() } = values
      return name ? withDatabase(() => create({ email, name, password }, asked ?? 'reader')) : notUnderstood()
    }
    case 'reset-password':
      return withDatabase(() => newPassword(email, values))
    case 'role': {
      const known = readRole(role)
      return known
        ? withDatabase(async () => told(await changeRole(email, known), `${email} is now ${known}.`))
        : notUnderstood()
    }
    case 'ban': {
      const { reason, days } = values
      if (!reason || (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))) return notUnderstood()
      const until = days === undefined ? null : new Date(Date.now() + Number(days) * 86_400_000)
      return withDatabase(async () =>
        told(
          await banReader(email, reason, until),
          `${email} is banned${until ? ` until ${until.toISOString()}` : ''}.`,
        ),
      )
    }
    case 'unban':
      return withDatabase(async () => told(await liftBan(email, new Date()), `${email} may post again.`))
    default:
      return notUnderstood()
  }
}

async function list(role: Role | undefined): Promise<number> {
  const page = 500
  let after = 0
  for (;;) {
    const readers = await listReaders({ after, take: page, ...(role ? { role } : {}) })
    for (const { id, email, name, role, createdAt, postedCount, approvedCount, rejectedCount } of readers)
      process.stdout.write(
        `${String(id).padStart(6)}  ${role.padEnd(13)}  ${email.padEnd(36)}  ${name}  (since ${createdAt.toISOString().slice(0, 10)}; ${postedCount} posted, ${approvedCount} approved, ${rejectedCount} rejected)\n`,
      )
    const last = readers.at(-1)
    if (!last || readers.length < page) return 0
    after = last.id
  }
}

async function create(
  account: { email: string; name: string; password: string },
  role: Role,
): Promise<number> {
  const created = await createAccount(account, role, new Date())
  return told(created, `Created ${role} ${account.email}, password ${account.password}`)
}

async function newPassword(email: string, { password = randomPassword() }: Given): Promise<number> {
  return told(
    await resetPassword(email, password),
    `The password of ${email} is now ${password}. They are signed out everywhere.`,
  )
}

function told(
  outcome: { ok: true } | { ok: false; error: string; problem?: string; proposal?: string },
  sentence: string,
): number {
  if (outcome.ok) {
    process.stdout.write(`${sentence}\n`)
    return 0
  }
  process.stderr.write(`Nothing was changed: ${reasonOf(outcome)}.\n`)
  return 1
}

function reasonOf({
  error,
  problem,
  proposal,
}: {
  error: string
  problem?: string
  proposal?: string
}): string {
  switch (error) {
    case 'unknown':
      return 'nobody has an account with this email'
    case 'email-taken':
      return 'there is an account with this email already'
    case 'name-taken':
      return `somebody has this name, or one that looks like it; “${proposal}” is free`
    case 'bad-name':
      return 'the name has no letter or digit, or more than 60 characters'
    case 'bad-email':
      return 'this is no email address'
    default:
      return `the password is ${problem ?? error} (at least 12 characters, and none of the common ones)`
  }
}

function readRole(text: string | undefined): Role | undefined {
  return Object.values(Role).find((role) => role === text)
}

function randomPassword(): string {
  return randomBytes(12).toString('base64url')
}

function notUnderstood(): number {
  process.stderr.write(usage)
  return 2
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
