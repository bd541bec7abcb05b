import { randomInt } from 'node:crypto'
import { db } from '@/lib/db'
import { numbered } from './name'
import { skeletonOf } from './skeleton'

/** A name like this one that nobody has, at this moment: with the first number that is free. */
export async function proposeName(name: string): Promise<string> {
  const proposals = Array.from({ length: 98 }, (_, index) => numbered(name, index + 2))
  const taken = await db().reader.findMany({
    where: { nameKey: { in: proposals.map(skeletonOf) } },
    select: { nameKey: true },
  })
  const keys = new Set(taken.map(({ nameKey }) => nameKey))
  const free = proposals.find((proposal) => !keys.has(skeletonOf(proposal)))
  return free ?? numbered(name, randomInt(1_000, 1_000_000))
}
