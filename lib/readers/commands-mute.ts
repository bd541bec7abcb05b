import { db } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { mostMuted } from './queries'
import type { Viewer } from './viewer'

export type MuteRefusal = { error: 'signed-out' | 'no-reader' | 'own' | 'too-many' }

/** Mutes a reader for another, or takes it back. Set, not toggled; the muted one is not told and nothing else changes. */
export async function muteReader(
  viewer: Viewer | null,
  input: { handle: string; mute: boolean },
  now: Date,
): Promise<Outcome<{ muted: boolean; name: string }, MuteRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  const other = await db().reader.findUnique({
    where: { handle: input.handle },
    select: { id: true, name: true },
  })
  if (!other) return refused({ error: 'no-reader' })
  if (other.id === viewer.id) return refused({ error: 'own' })
  const pair = { readerId: viewer.id, mutedId: other.id }
  if (!input.mute) {
    await db().mute.deleteMany({ where: pair })
    return done({ muted: false, name: other.name })
  }
  if ((await db().mute.count({ where: { readerId: viewer.id } })) >= mostMuted)
    return refused({ error: 'too-many' })
  await db().mute.createMany({ data: [{ ...pair, createdAt: now }], skipDuplicates: true })
  return done({ muted: true, name: other.name })
}
