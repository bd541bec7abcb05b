import { db } from '@/lib/db'
import { handlesIn } from './mentions'

const nobody: ReadonlySet<string> = new Set()

/** The handles that a text may name and somebody has. Most texts name none, and nothing is asked for them. */
export async function findHandles(source: string): Promise<ReadonlySet<string>> {
  const handles = handlesIn(source)
  if (handles.length === 0) return nobody
  const rows = await db().reader.findMany({ where: { handle: { in: handles } }, select: { handle: true } })
  return new Set(rows.map(({ handle }) => handle))
}
