import { db } from '@/lib/db'
import type { Viewer } from './viewer'

/** All of them go to the reader's browser with every conversation. */
export const mostMuted = 200

/** Who is behind a session, with role as it is now, and whether they may not write (`banned`). Null when it was ended or has run out. */
export async function viewerOfSession(sessionId: string, now: Date): Promise<Viewer | null> {
  // One statement instead of Prisma's three: it runs at every write and every private page.
  const [viewer] = await db().$queryRaw<Omit<Viewer, 'sessionId'>[]>`
    select r.id, r.name, r.role::text as role, r."approvedCount",
           exists (select 1 from "Sanction" s where s."readerId" = r.id and s.kind in ('suspend', 'ban') and s."liftedAt" is null
                   and (s.until is null or s.until > ${now}::timestamptz)) as banned
    from "Session" session join "Reader" r on r.id = session."readerId"
    where session.id = ${sessionId}::uuid and session."expiresAt" > ${now}::timestamptz`
  return viewer ? { ...viewer, sessionId } : null
}

/** Everyone with an account, oldest first, a page at a time: for the command line. */
export function listReaders(options: { after: number; take: number; role?: Viewer['role'] }) {
  return db().reader.findMany({
    where: { id: { gt: options.after }, ...(options.role ? { role: options.role } : {}) },
    orderBy: { id: 'asc' },
    take: options.take,
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      postedCount: true,
      approvedCount: true,
      rejectedCount: true,
    },
  })
}

/** Where one is signed in, the last first, and which of them is the browser that asks. */
export async function listSessions(viewer: Pick<Viewer, 'id' | 'sessionId'>, now: Date) {
  const sessions = await db().session.findMany({
    where: { readerId: viewer.id, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, createdAt: true, expiresAt: true },
  })
  return sessions.map(({ id, ...times }) => ({ ...times, isThis: id === viewer.sessionId }))
}

/** Whom a reader muted, the last first. */
export function listMuted(viewer: { id: number }): Promise<{ handle: string; name: string }[]> {
  return db()
    .mute.findMany({
      where: { readerId: viewer.id },
      orderBy: [{ createdAt: 'desc' }, { mutedId: 'desc' }],
      take: mostMuted,
      select: { muted: { select: { handle: true, name: true } } },
    })
    .then((rows) => rows.map(({ muted }) => muted))
}

/** One's own handle, and whether one's profile lists what one wrote. */
export function findOwnProfile(viewer: { id: number }) {
  return db().reader.findUniqueOrThrow({ where: { id: viewer.id }, select: { handle: true, profile: true } })
}
