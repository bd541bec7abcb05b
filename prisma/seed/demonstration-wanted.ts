import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@/lib/db'
import type { Env } from '@/lib/env'

/** Whether this site is to be filled with the demonstration: an empty one, or one whose loading was interrupted. */
export async function wantsDemonstration(env: Env): Promise<boolean> {
  if (!env.DEMO || env.DATABASE_URL) return false
  const interrupted = await stat(demonstrationMarker(env)).catch(() => null)
  return interrupted !== null || (await db().article.findFirst({ select: { id: true } })) === null
}

/** A file that stands while the demonstration is being loaded. */
export function demonstrationMarker(env: Env): string {
  return join(env.DATA_DIR, 'demonstration-loading')
}
