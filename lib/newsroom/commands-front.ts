import { type Arrangement, inForce, pinsOf, readArrangement, unarranged } from '@/lib/articles/arrangement'
import { isPublic } from '@/lib/articles/public'
import { inTransaction, type Transaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction, recordByRule } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'

export type FrontRefusal =
  | PermissionRefusal
  | { error: 'not-published' | 'pinned-twice' | 'over-already' | 'no-arrangement' | 'changed-meanwhile' }
type Arranged = Outcome<{ id: number }, FrontRefusal>

/**
 * Arranges the front page. `seen` is the arrangement the editor began from, 0 for none: whoever comes second is told.
 * Refuses a pin of what nobody may read, one story in two places, and a time that is over.
 */
export async function arrangeFront(
  editor: Moderator,
  places: Arrangement,
  seen: number,
  now: Date,
): Promise<Arranged> {
  return inTransaction(async (tx) => {
    const denial = await denied(tx, editor, 'arrange-front', null, now)
    if (denial) return denial
    const before = await lockFront(tx)
    if ((before?.id ?? 0) !== seen) return refused({ error: 'changed-meanwhile' })
    const pins = pinsOf(places)
    const ids = pins.map(({ id }) => id)
    if (new Set(ids).size < ids.length) return refused({ error: 'pinned-twice' })
    if (pinsOf(inForce(places, now)).length < pins.length) return refused({ error: 'over-already' })
    if ((await tx.article.count({ where: { id: { in: ids }, ...isPublic } })) < ids.length)
      return refused({ error: 'not-published' })
    const { id } = await tx.frontArrangement.create({
      data: { places, actorId: editor.id, createdAt: now },
      select: { id: true },
    })
    await recordAction(tx, { kind: 'front-arranged', actorId: editor.id, detail: { arrangement: id } }, now)
    await bumpTopics(tx, [topics.front])
    return done({ id })
  })
}

/** Brings an earlier arrangement back, without the pins whose time is over by now. */
export async function restoreFront(editor: Moderator, id: number, now: Date): Promise<Arranged> {
  return inTransaction(async (tx) => {
    const denial = await denied(tx, editor, 'arrange-front', null, now)
    if (denial) return denial
    const before = await lockFront(tx)
    const wanted = id === 0 ? { places: unarranged } : await findPlaces(tx, id)
    if (!before || !wanted || before.id === id) return refused({ error: 'no-arrangement' })
    const places = inForce(readArrangement(wanted.places), now)
    const restored = await tx.frontArrangement.create({
      data: { places, actorId: editor.id, undoesId: before.id, createdAt: now },
      select: { id: true },
    })
    const detail = { arrangement: restored.id, restores: id }
    await recordAction(tx, { kind: 'front-restored', actorId: editor.id, detail }, now)
    await bumpTopics(tx, [topics.front])
    return done(restored)
  })
}

/** Takes the pins off the front whose time is over. How many; safe to run twice and at the same time. */
export async function endPins(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const before = await lockFront(tx)
    if (!before) return 0
    const places = readArrangement(before.places)
    const left = inForce(places, now)
    const ended = pinsOf(places).length - pinsOf(left).length
    if (ended === 0) return 0
    await tx.frontArrangement.create({ data: { places: left, createdAt: now }, select: { id: true } })
    await recordByRule(tx, { kind: 'front-pins-ended-by-rule', detail: { count: ended } }, now)
    await bumpTopics(tx, [topics.front])
    return ended
  })
}

/** The arrangement in force; one changes it at a time. */
async function lockFront(tx: Transaction): Promise<{ id: number; places: unknown } | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('front'))`
  return tx.frontArrangement.findFirst({ orderBy: { id: 'desc' }, select: { id: true, places: true } })
}

function findPlaces(tx: Transaction, id: number) {
  return tx.frontArrangement.findUnique({ where: { id }, select: { places: true } })
}
