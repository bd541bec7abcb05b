import { db } from '@/lib/db'
import { type Arrangement, inForce, readArrangement, unarranged } from './arrangement'
import { pinnedIds } from './front'
import { findStories, listStories, type Story } from './queries-stories'

const storiesOnFront = 60

/** How the front is arranged now, by its pins whose time is not over. */
export async function findArrangement(now: Date): Promise<Arrangement> {
  const row = await db().frontArrangement.findFirst({ orderBy: { id: 'desc' }, select: { places: true } })
  return inForce(row ? readArrangement(row.places) : unarranged, now)
}

/** The newest stories, and those that are pinned, the newest first. */
export async function listFrontStories(arrangement: Arrangement): Promise<Story[]> {
  const newest = await listStories({ take: storiesOnFront })
  const known = new Set(newest.map(({ id }) => id))
  const pinned = await findStories(pinnedIds(arrangement).filter((id) => !known.has(id)))
  // No more than sixty, whatever is pinned.
  return [...newest.slice(0, storiesOnFront - pinned.length), ...pinned].sort(
    (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id,
  )
}

export type PastArrangement = { id: number; by: string | null; createdAt: Date; places: Arrangement }

/** The last arrangements, the newest first: the first one is in force. */
export async function listArrangements(take: number): Promise<PastArrangement[]> {
  const rows = await db().frontArrangement.findMany({
    orderBy: { id: 'desc' },
    take,
    select: { id: true, places: true, createdAt: true, actor: { select: { name: true } } },
  })
  return rows.map(({ id, places, createdAt, actor }) => ({
    ...{ id, createdAt },
    by: actor?.name ?? null,
    places: readArrangement(places),
  }))
}
