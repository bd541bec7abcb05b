import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { createAccount, openSession, sessionDays } from '@/lib/readers/commands'
import type { Role } from '@/prisma/generated/enums'
import type { Send } from './send'

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
  const token = await encode({
    token: { sid, rid: created.value.id },
    secret,
    salt: cookieName,
    maxAge: sessionDays * 86_400,
  })
  return { id: created.value.id, name, email, cookie: `${cookieName}=${token}` }
}

/** Signs in as the form does; the cookie, or null when the site refuses. */
export async function signIn(
  send: Send,
  credentials: { email: string; password: string },
): Promise<string | null> {
  const answer = await send({ path: '/api/sign-in', json: credentials })
  if (answer.status === 401) return null
  const [cookie] = answer.headers['set-cookie']?.filter((line) => line.startsWith(`${cookieName}=`)) ?? []
  if (answer.status !== 200 || !cookie)
    throw new Error(`signing in was answered ${answer.status}: ${answer.body}`)
  return cookie.split(';')[0] ?? ''
}
