import { db, isUniqueViolation } from '@/lib/db'
import { skeletonOf } from './skeleton'

const batch = 500

/**
 * Gives accounts from before the skeletons of their names, the oldest first. Of names that look alike the first gets
 * it; the others keep their names without, so that no more of them come. Doing it again does nothing.
 */
export async function giveNameKeys(): Promise<void> {
  let after = 0
  for (;;) {
    const readers = await db().reader.findMany({
      where: { nameKey: null, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true, name: true },
    })
    for (const { id, name } of readers) await giveKey(id, skeletonOf(name))
    const last = readers.at(-1)
    if (!last || readers.length < batch) return
    after = last.id
  }
}

async function giveKey(id: number, nameKey: string): Promise<void> {
  try {
    await db().reader.updateMany({ where: { id, nameKey: null }, data: { nameKey } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}
