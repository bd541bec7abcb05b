import { inTransaction } from '@/lib/db'
import { done, type Outcome } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { denied, type PermissionRefusal } from './commands-permission'
import { type LogFilter, logQuery } from './log-filter'
import type { LogFormat } from './queries-log-export'
import { recordAction } from './staff-action'

/** Writes into the log that somebody took a copy of it, and of which part. For those who may. */
export async function noteExport(
  moderator: Moderator,
  { format, filter }: { format: LogFormat; filter: LogFilter },
  now: Date,
): Promise<Outcome<null, PermissionRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'export-log', null, now)
    if (no) return no
    const asked = logQuery(filter).toString()
    const title = asked === '' ? format : `${format}, ${asked}`
    const detail = { format, filter: asked, title }
    await recordAction(tx, { kind: 'log-exported', actorId: moderator.id, detail }, now)
    return done(null)
  })
}
