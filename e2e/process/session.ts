import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { createAccount, openSession, sessionDays } from '@/lib/readers/commands'
import type { Role } from '@/prisma/generated/enums'

export type Reader = { id: number; name: string; email: string; cookie: string }

const cookieName = 'tribune.session'

/**
 * A reader with an account and an open session, made directly and not by a form. The database must be open in this
 * process, and the site must have been started once, so that its secret is there.
 */
export async function givenSignedIn(dataDir: string, name: string, role: Role = 'reader'): Promise<Reader> {
  const email = `${randomUUID()}@example.org`
  const created = await createAccount({ name, email, password: null }, role, new Date())
  if (!created.ok) throw new Error(created.error)
  const sid = await openSession(created.value.id, new Date())
  const secret = (await readFile(join(dataDir, 'auth-secret'), 'utf8')).trim()
  const token = await encode({ token: { sid }, secret, salt: cookieName, maxAge: sessionDays * 86_400 })
  return { id: created.value.id, name, email, cookie: `${cookieName}=${token}` }
}
