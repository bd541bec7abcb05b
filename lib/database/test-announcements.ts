import { openDatabase } from '@/lib/open-database'
import { shared } from '@/lib/shared'

/**
 * Does something whose announcements are lost on the way, as when a process dies between its commit and their
 * delivery. What is written stands.
 */
export async function withoutAnnouncements<T>(url: string, work: () => Promise<T>): Promise<T> {
  const { db } = shared()
  const deaf = new URL(url)
  // A function of that name in front of PostgreSQL's own.
  deaf.searchParams.set('options', '-c search_path=mute,public,pg_catalog')
  const muted = openDatabase(deaf.href, 2)
  try {
    await muted.$executeRawUnsafe('create schema if not exists mute')
    await muted.$executeRawUnsafe(
      'create or replace function mute.pg_notify(text, text) returns void language sql as $$ select $$',
    )
    return await work()
  } finally {
    await muted.$disconnect()
    shared().db = db
  }
}
