import { db, type Transaction } from '@/lib/db'
import { couldNotLook, type Submission } from '@/lib/moderation/checks/check'
import { type Checked, conclude } from '@/lib/moderation/checks/run'
import { house } from './queries-house-check'

/** After so many without a failure it is another one. */
const quietMinutes = 10

/**
 * Counts the checks that failed on a text, where all processes read it, and lets each hold or pass as the newsroom has
 * set for it. Where none failed nothing is asked of anybody.
 */
export async function settleFailures(
  checked: Checked,
  author: Submission['author'],
  now: Date,
  tx: Transaction = db(),
): Promise<Checked> {
  const failed = checked.findings.filter(({ check }) => check === couldNotLook)
  if (failed.length === 0) return checked
  const names = [...new Set(failed.map(({ detail }) => String(detail.failed ?? '')))].filter(Boolean).sort()
  for (const name of names) await countFailure(tx, name, now)
  const open = await tx.checkSetting.findMany({
    where: { name: { in: names }, onFailure: 'publish' },
    select: { name: true },
  })
  const passing = new Set(open.map(({ name }) => name))
  const findings = checked.findings.map((finding) => {
    const { check, detail } = finding
    // The operator has said it of the newsroom's own.
    if (check !== couldNotLook || detail.failed === house) return finding
    return { ...finding, verdict: passing.has(String(detail.failed)) ? ('pass' as const) : ('hold' as const) }
  })
  return conclude(findings, author)
}

/** Failures follow each other until ten minutes are quiet: then the count begins anew. */
async function countFailure(tx: Transaction, name: string, now: Date): Promise<void> {
  const quiet = new Date(now.getTime() - quietMinutes * 60_000)
  await tx.$executeRaw`
    insert into "CheckFailure" as f (name, since, last, count) values (${name}, ${now}::timestamptz, ${now}::timestamptz, 1)
    on conflict (name) do update set
      since = case when f.last < ${quiet}::timestamptz then excluded.since else f.since end,
      count = case when f.last < ${quiet}::timestamptz then 1 else f.count + 1 end,
      last = greatest(f.last, excluded.last)`
}
