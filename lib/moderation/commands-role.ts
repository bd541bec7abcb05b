import { inTransaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import type { Role } from '@/prisma/generated/enums'
import { denied, type PermissionRefusal } from './commands-permission'
import { recordAction } from './staff-action'

/** `sections` are where a moderator decides; none means everywhere. Of other roles nothing is kept. */
export type RoleInput = { readerId: number; role: Role; sections: number[] }
export type RoleRefusal = PermissionRefusal | { error: 'no-reader' | 'no-section' }

/**
 * Gives a reader another role, or other sections. Administrators alone do, never to themselves: so one always remains,
 * also of two who demote each other at once. Comments everywhere carry the staff mark from now on, or no longer.
 */
export async function changeRoleOf(
  moderator: Moderator,
  input: RoleInput,
  now: Date,
): Promise<Outcome<{ role: Role }, RoleRefusal>> {
  const { readerId, role } = input
  const sections = role === 'moderator' ? [...new Set(input.sections)].sort((one, two) => one - two) : []
  return inTransaction(async (tx) => {
    // In turn: the second of two who demote each other is no administrator by now.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('tribune roles'))`
    const no = await denied(tx, moderator, 'change-role', { readerId }, now)
    if (no) return no
    const reader = await tx.reader.findUnique({
      where: { id: readerId },
      select: { role: true, sections: { select: { sectionId: true }, orderBy: { sectionId: 'asc' } } },
    })
    if (!reader) return refused({ error: 'no-reader' })
    if ((await tx.section.count({ where: { id: { in: sections } } })) !== sections.length)
      return refused({ error: 'no-section' })
    const before = reader.sections.map(({ sectionId }) => sectionId)
    if (reader.role === role && before.join() === sections.join()) return done({ role })
    await tx.reader.update({ where: { id: readerId }, data: { role }, select: { id: true } })
    await tx.moderatorSection.deleteMany({ where: { readerId } })
    await tx.moderatorSection.createMany({ data: sections.map((sectionId) => ({ readerId, sectionId })) })
    const detail = { from: reader.role, to: role, sectionsBefore: before, sections }
    await recordAction(tx, { kind: 'role-changed', actorId: moderator.id, readerId, detail }, now)
    if (reader.role !== role) await bumpTopics(tx, [topics.site])
    return done({ role })
  })
}

/** Ends every session of a reader at once: whoever has their password and whoever has their telephone. How many. */
export async function signOutReader(
  moderator: Moderator,
  input: { readerId: number },
  now: Date,
): Promise<Outcome<{ ended: number }, PermissionRefusal | { error: 'no-reader' }>> {
  const { readerId } = input
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'sign-out-everywhere', { readerId }, now)
    if (no) return no
    if (!(await tx.reader.findUnique({ where: { id: readerId }, select: { id: true } })))
      return refused({ error: 'no-reader' })
    const { count } = await tx.session.deleteMany({ where: { readerId } })
    await recordAction(
      tx,
      { kind: 'signed-out-everywhere', actorId: moderator.id, readerId, detail: { sessions: count } },
      now,
    )
    return done({ ended: count })
  })
}
