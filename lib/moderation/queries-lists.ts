import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { ListText } from './checks/check'

export type HouseList = ListText & { id: number; by: string; createdAt: Date; adoptedAt: Date | null }

const fields = {
  ...{ id: true, words: true, deniedHosts: true, allowedHosts: true, createdAt: true, adoptedAt: true },
  actor: { select: { name: true } },
} as const

/** Lists that were in force, the present one first; the last twenty. */
export async function listAdopted(_moderator: Moderator): Promise<HouseList[]> {
  const rows = await db().houseList.findMany({
    where: { adoptedAt: { not: null } },
    orderBy: [{ adoptedAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: fields,
  })
  return rows.map(({ actor, ...list }) => ({ ...list, by: actor.name }))
}

/** One's own proposal, or one that was in force. */
export async function findList(moderator: Moderator, id: number): Promise<HouseList | null> {
  const row = await db().houseList.findFirst({
    where: { id, OR: [{ adoptedAt: { not: null } }, { actorId: moderator.id }] },
    select: fields,
  })
  if (!row) return null
  const { actor, ...list } = row
  return { ...list, by: actor.name }
}
