import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@/lib/db'
import type { Env } from '@/lib/env'
import { createAccount } from '@/lib/readers/commands'

export const firstRunFile = 'first-run.txt'

/**
 * Sees to it that the site has an administrator: the one named in ADMIN_EMAIL and ADMIN_PASSWORD, or one with a random
 * password that is printed once and kept in DATA_DIR/first-run.txt, readable by its owner alone. A site that has one
 * is left as it is. Refuses, with a sentence for the operator, an account that cannot be made.
 */
export async function ensureAdministrator(
  env: Env,
  now: Date,
  print: (line: string) => void,
): Promise<{ ok: true } | { ok: false; sentence: string }> {
  if (await hasAdministrator()) return { ok: true }
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = env
  const given = ADMIN_EMAIL && ADMIN_PASSWORD ? { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } : null
  const account = given ?? { email: 'admin@tribune.example', password: randomBytes(15).toString('base64url') }
  if (!given) {
    const path = join(env.DATA_DIR, firstRunFile)
    await writeOwn(path, noteOf(account, env))
    print(`First administrator: ${account.email}, password ${account.password} (also in ${path})`)
  }
  const first = await createAccount({ name: 'Administrator', ...account }, 'administrator', now)
  // One who is administrator no more may have the name.
  const created =
    !first.ok && first.error === 'name-taken'
      ? await createAccount({ name: first.proposal, ...account }, 'administrator', now)
      : first
  // Of two processes that start on one new database the second finds it done.
  if (created.ok || (await hasAdministrator())) return { ok: true }
  const why = reasons[created.error === 'bad-password' ? created.problem : created.error]
  return {
    ok: false,
    sentence: `The first administrator ${account.email} could not be created: ${why}. Change ADMIN_EMAIL or ADMIN_PASSWORD.`,
  }
}

const reasons = {
  'bad-name': 'the name is none',
  'staff-name': 'the name is taken',
  'name-taken': 'the name is taken',
  'bad-email': 'this is no email address',
  'email-taken': 'a reader has an account with this email',
  'too-soon': 'too many accounts were created just now',
  'too-short': 'the password has fewer than 12 characters',
  'too-long': 'the password has more than 256 characters',
  'too-common': 'the password is among the most common ones',
  'same-as-email': 'the password is the email',
}

async function hasAdministrator(): Promise<boolean> {
  return (await db().reader.findFirst({ where: { role: 'administrator' }, select: { id: true } })) !== null
}

/** A new file each time, so that nobody else's mode is left on it. */
async function writeOwn(path: string, text: string): Promise<void> {
  await rm(path, { force: true })
  await writeFile(path, text, { mode: 0o600 })
}

function noteOf({ email, password }: { email: string; password: string }, env: Env): string {
  return `Tribune's first administrator
Email: ${email}
Password: ${password}
Sign in at ${new URL('/sign-in', env.SITE_URL)}, then keep the password elsewhere and delete this file.
`
}
