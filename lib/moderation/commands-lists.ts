import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import type { ListText } from './checks/check'
import { denied } from './commands-permission'
import { entriesOf, hostOfLine, mostProposed, problemsOf } from './house-list'
import { recordAction } from './staff-action'

export type ListRefusal = {
  error: 'not-an-editor' | 'too-many' | 'no-list' | 'has-problems' | 'changed-meanwhile'
}

/**
 * Keeps what somebody would have on the lists, in the place of their proposal from before. Nothing is held by it:
 * lines that cannot be are kept, too, and more of them than can be, for their writer to mend.
 */
export async function proposeList(
  moderator: Moderator,
  typed: { words: string; hosts: string; allowed: string },
  now: Date,
): Promise<Outcome<{ id: number }, ListRefusal>> {
  const list: ListText = {
    words: entriesOf(typed.words),
    deniedHosts: hostsOf(typed.hosts),
    allowedHosts: hostsOf(typed.allowed),
  }
  if (Object.values(list).some(({ length }) => length > mostProposed)) return refused({ error: 'too-many' })
  return inTransaction(async (tx) => {
    if (!(await mayRule(tx, moderator, now))) return refused({ error: 'not-an-editor' })
    await tx.houseList.deleteMany({ where: { actorId: moderator.id, adoptedAt: null } })
    const { id } = await tx.houseList.create({
      data: { ...list, actorId: moderator.id, createdAt: now },
      select: { id: true },
    })
    return done({ id })
  })
}

/**
 * Takes a proposal into force, from the next comment on. `inForce` is the list that it was compared with: when there
 * is a newer one, it has to be looked at again.
 */
export async function adoptList(
  moderator: Moderator,
  input: { id: number; inForce: number | null },
  now: Date,
): Promise<Outcome<{ id: number }, ListRefusal>> {
  return inTransaction(async (tx) => {
    if (!(await mayRule(tx, moderator, now))) return refused({ error: 'not-an-editor' })
    // Of two who adopt at once the second sees the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('tribune house list'))`
    const [last] = await tx.$queryRaw<{ id: number; adoptedAt: Date }[]>`
      select id, "adoptedAt" from "HouseList" where "adoptedAt" is not null order by "adoptedAt" desc, id desc limit 1`
    const list = await tx.houseList.findFirst({
      where: { id: input.id, actorId: moderator.id, adoptedAt: null },
    })
    if (!list) return refused({ error: 'no-list' })
    if ((last?.id ?? null) !== input.inForce) return refused({ error: 'changed-meanwhile' })
    if (problemsOf(list).length > 0) return refused({ error: 'has-problems' })
    // Later than the last, whatever the clock says.
    const adoptedAt = new Date(Math.max(now.getTime(), (last?.adoptedAt.getTime() ?? 0) + 1))
    await tx.houseList.update({ where: { id: list.id }, data: { adoptedAt }, select: { id: true } })
    await recordAction(
      tx,
      { kind: 'lists-adopted', actorId: moderator.id, detail: { list: list.id, before: last?.id ?? null } },
      now,
    )
    return done({ id: list.id })
  })
}

function hostsOf(text: string): string[] {
  return [...new Set(entriesOf(text).map((line) => hostOfLine(line) ?? line))]
}

async function mayRule(tx: Transaction, moderator: Moderator, now: Date): Promise<boolean> {
  return (await denied(tx, moderator, 'adopt-lists', null, now)) === null
}
