import { db } from '@/lib/db'
import { inForce } from './sanction'
import type { Viewer } from './viewer'

/** Who is behind a session, with role and ban as they are now. Null when it was ended or has run out. */
export async function viewerOfSession(sessionId: string, now: Date): Promise<Viewer | null> {
  const session = await db().session.findFirst({
    where: { id: sessionId, expiresAt: { gt: now } },
    select: {
      reader: {
        select: {
          id: true,
          name: true,
          role: true,
          approvedCount: true,
          sanctions: { where: { kind: 'ban', ...inForce(now) }, select: { id: true }, take: 1 },
        },
      },
    },
  })
  if (!session) return null
  const { sanctions, ...reader } = session.reader
  return { ...reader, banned: sanctions.length > 0, sessionId }
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
