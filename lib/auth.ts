import { cookies, headers } from 'next/headers'
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth'
import { getToken } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import { z } from 'zod'
import { addressBlock } from './address-block'
import { env } from './env'
import { closeSession, openSession, sessionDays, verifyCredentials } from './readers/commands'
import { viewerOfSession } from './readers/queries'
import { type Editor, isEditor, isModerator, type Moderator, type Viewer } from './readers/viewer'
import { sessionCookieName } from './session-cookie'

const credentials = z.object({ email: z.string(), password: z.string(), address: z.string() })
const claims = z.object({ sid: z.uuid(), rid: z.int().positive().optional() })

/** Tries came too fast; when the next may be made is in `code`, as an ISO instant. */
class TooSoon extends CredentialsSignin {
  constructor(retryAt: Date) {
    super()
    this.code = retryAt.toISOString()
  }
}

// Read at each request: the settings are not there yet while Next builds.
const nextAuth = NextAuth(async () => config())

/**
 * Signs this browser in: verifies, opens a session row and sets the cookie that names it. For route handlers.
 * Refuses without saying which of the two was wrong.
 */
export async function signInHere(
  email: string,
  password: string,
  address: string,
): Promise<{ ok: true } | { ok: false; error: 'wrong' } | { ok: false; error: 'too-soon'; retryAt: Date }> {
  try {
    const before = await sessionIdOfRequest()
    await nextAuth.signIn('credentials', { email, password, address, redirect: false })
    if (before) await closeSession(before)
    // What next-auth sets for its own pages, which are not used here.
    const store = await cookies()
    for (const { name } of store.getAll()) if (/authjs\./.test(name)) store.delete(name)
    return { ok: true }
  } catch (error) {
    if (error instanceof TooSoon) return { ok: false, error: 'too-soon', retryAt: new Date(error.code) }
    if (error instanceof CredentialsSignin) return { ok: false, error: 'wrong' }
    throw error
  }
}

/** Ends the session behind this browser's cookie and takes the cookie away. For route handlers. */
export async function signOutHere(): Promise<void> {
  const sessionId = await sessionIdOfRequest()
  if (sessionId) await closeSession(sessionId)
  await nextAuth.signOut({ redirect: false })
}

/** Who is asking, read from the database once in a request: never trusted from the cookie alone. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await sessionIdOfRequest()
  return sessionId ? viewerOfSession(sessionId, new Date()) : null
})

/** The session that the browser names, for a command that reads whose it is together with everything else. */
export async function currentSession(): Promise<{ sessionId: string } | null> {
  const sessionId = await sessionIdOfRequest()
  return sessionId ? { sessionId } : null
}

/** The guard of every page and handler of the desk: layouts protect nothing. */
export async function currentModerator(): Promise<Moderator | null> {
  const viewer = await currentViewer()
  return isModerator(viewer) ? viewer : null
}

/** The same for what is done to articles. */
export async function currentEditor(): Promise<Editor | null> {
  const moderator = await currentModerator()
  return moderator && isEditor(moderator) ? moderator : null
}

/**
 * Whose browser this is: whoever is signed in, or was until their session was ended elsewhere. Of somebody who signed out
 * here nothing is left. It opens nothing; what somebody typed is kept for them by it, and for nobody else.
 */
export async function lastViewerId(): Promise<number | null> {
  return (await currentViewer())?.id ?? (await tokenOfRequest())?.rid ?? null
}

/** The client's address as server.ts saw it, for paces. */
export async function clientAddress(): Promise<string> {
  return addressBlock((await headers()).get('x-tribune-address') ?? 'unknown')
}

// Opening a token costs more than the query that follows; a browser sends the same one again and again. Only what is
// in it is kept, for a minute: whether the session still stands is asked of the database each time.
type Claims = z.infer<typeof claims>
const opened = new Map<string, { claimed: Claims | null; until: number }>()
const openedAtMost = 2_000
const openedForMs = 60_000

async function sessionIdOfRequest(): Promise<string | null> {
  return (await tokenOfRequest())?.sid ?? null
}

async function tokenOfRequest(): Promise<Claims | null> {
  const name = sessionCookieName(env().SITE_URL)
  const token = (await cookies()).get(name)?.value
  if (!token) return null
  const known = opened.get(token)
  if (known && known.until > Date.now()) return known.claimed
  const read = claims.safeParse(
    await getToken({ req: { headers: await headers() }, secret: secret(), cookieName: name, salt: name }),
  )
  const claimed = read.success ? read.data : null
  if (opened.size >= openedAtMost) opened.clear()
  opened.set(token, { claimed, until: Date.now() + openedForMs })
  return claimed
}

function config(): NextAuthConfig {
  return {
    secret: secret(),
    trustHost: true,
    basePath: '/api/auth',
    session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
    cookies: {
      sessionToken: {
        name: sessionCookieName(env().SITE_URL),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
      },
    },
    pages: { signIn: '/sign-in' },
    logger: {
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) process.stderr.write(`${error.stack}\n`)
      },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, address: {} },
        async authorize(given) {
          const parsed = credentials.safeParse(given)
          if (!parsed.success) return null
          const verified = await verifyCredentials(parsed.data, {
            now: new Date(),
            address: parsed.data.address,
          })
          if (verified.ok) return { id: String(verified.value.id) }
          if (verified.error === 'too-soon') throw new TooSoon(verified.retryAt)
          return null
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user?.id) return { sid: await openSession(Number(user.id), new Date()), rid: Number(user.id) }
        return token
      },
    },
  }
}

function secret(): string {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is settled before the site serves')
  return AUTH_SECRET
}

function isHttps(): boolean {
  return env().SITE_URL.protocol === 'https:'
}
