import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@/lib/db'
import type { Env } from '@/lib/env'
import { createAccount } from '@/lib/readers/commands'

export const firstRunFile = 'first-run.txt'

/**
 * Sees to it that an empty site has an administrator: the one named in ADMIN_EMAIL and ADMIN_PASSWORD, or one with
 * a random password that is printed once and kept in DATA_DIR/first-run.txt, readable by its owner alone.
 * A site that has any staff is left as it is. Throws with a sentence when the named account cannot be made.
 */
export async function ensureAdministrator(env: Env, now: Date, print: (line: string) => void): Promise<void> {
  const exists = await db().reader.findFirst({ where: { role: 'administrator' }, select: { id: true } })
  if (exists) return
  const given =
    env.ADMIN_EMAIL && env.ADMIN_PASSWORD ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD } : null
  const account = given ?? { email: 'admin@tribune.example', password: randomBytes(15).toString('base64url') }
  if (!given) {
    const path = join(env.DATA_DIR, firstRunFile)
    const text = `Tribune's first administrator\nEmail: ${account.email}\nPassword: ${account.password}\nSign in at ${new URL('/sign-in', env.SITE_URL)}, then keep the password elsewhere and delete this file.\n`
    await writeFile(path, text, { mode: 0o600 })
    print(`First administrator: ${account.email}, password ${account.password} (also in ${path})`)
  }
  const created = await createAccount({ name: 'Administrator', ...account }, 'administrator', now)
  if (created.ok) return
  const why = created.error === 'bad-password' ? `its password is ${created.problem}` : created.error
  throw new Error(
    `The first administrator ${account.email} could not be created: ${why}. Change ADMIN_EMAIL or ADMIN_PASSWORD.`,
  )
}
