import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import { denied } from './commands-permission'
import { codeFor, mostRules, placedAbove, readWording, type Wording, type WordingProblem } from './house-rule'
import { usualReason } from './reasons'
import { recordAction } from './staff-action'

export type RuleRefusal = {
  error: 'not-an-editor' | 'no-rule' | 'changed-meanwhile' | 'last-resort' | 'too-many' | WordingProblem
}
type Changed = Outcome<{ code: string }, RuleRefusal>

/** Adds a rule at the end. The same words as the last one added (a double press) add nothing. */
export async function addRule(moderator: Moderator, typed: Wording, now: Date): Promise<Changed> {
  const read = readWording(typed)
  if (!read.ok) return refused({ error: read.error })
  return changing(moderator, now, async (tx) => {
    const rules = await tx.houseRule.findMany({
      orderBy: { id: 'asc' },
      select: { code: true, position: true, wordings: { where: { number: 1 } } },
    })
    const [last] = rules.at(-1)?.wordings ?? []
    const isDouble = last?.actorId === moderator.id && saysSame(last, read.value)
    if (isDouble) return done({ code: rules.at(-1)?.code ?? '' })
    if (rules.length >= mostRules) return refused({ error: 'too-many' })
    const code = codeFor(read.value.title, (asked) => rules.some((rule) => rule.code === asked))
    const position = Math.max(0, ...rules.map((rule) => rule.position)) + 1
    const { id } = await tx.houseRule.create({
      data: { code, position, createdAt: now },
      select: { id: true },
    })
    await word(tx, { ruleId: id, number: 1, actorId: moderator.id, ...read.value }, now)
    await record(tx, moderator, 'rule-added', { code, title: read.value.title }, now)
    return done({ code })
  })
}

/**
 * Says a rule in other words, from the next refusal on. `seen` is the number of the wording that was changed: what
 * somebody else wrote meanwhile is not overwritten unread.
 */
export async function rewordRule(
  moderator: Moderator,
  input: { code: string; seen: number; typed: Wording },
  now: Date,
): Promise<Changed> {
  const read = readWording(input.typed)
  if (!read.ok) return refused({ error: read.error })
  return changing(moderator, now, async (tx) => {
    const { code } = input
    const rule = await tx.houseRule.findUnique({
      where: { code },
      select: { id: true, wordings: { orderBy: { number: 'desc' }, take: 1 } },
    })
    const last = rule?.wordings[0]
    if (!rule || !last) return refused({ error: 'no-rule' })
    if (saysSame(last, read.value)) return done({ code })
    if (last.number !== input.seen) return refused({ error: 'changed-meanwhile' })
    // Later than the last, whatever the clock says: a refusal shows what was in force.
    const at = new Date(Math.max(now.getTime(), last.createdAt.getTime() + 1))
    const number = last.number + 1
    await word(tx, { ruleId: rule.id, number, actorId: moderator.id, ...read.value }, at)
    await record(tx, moderator, 'rule-reworded', { code, title: read.value.title, number }, now)
    return done({ code })
  })
}

/** Puts a rule directly above another one. Said that way, a double press moves it once. */
export async function placeRule(
  moderator: Moderator,
  input: { code: string; above: string },
  now: Date,
): Promise<Changed> {
  return changing(moderator, now, async (tx) => {
    const rules = await tx.houseRule.findMany({
      where: { retiredAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { code: true },
    })
    const codes = rules.map(({ code }) => code)
    const { code, above } = input
    if (!codes.includes(code) || !codes.includes(above)) return refused({ error: 'no-rule' })
    const placed = placedAbove(codes, code, above)
    if (placed.every((each, index) => each === codes[index])) return done({ code })
    await tx.$executeRaw`
      update "HouseRule" r set position = placed.position
      from unnest(${placed}::text[]) with ordinality as placed(code, position) where r.code = placed.code`
    await record(tx, moderator, 'rule-moved', { code, title: await titleOf(tx, code) }, now)
    return done({ code })
  })
}

/** Takes a rule out of force, or puts it in force again. Set, not toggled. What stands for none of the others stays. */
export async function retireRule(
  moderator: Moderator,
  input: { code: string; retired: boolean },
  now: Date,
): Promise<Changed> {
  return changing(moderator, now, async (tx) => {
    const { code, retired } = input
    const rule = await tx.houseRule.findUnique({ where: { code }, select: { retiredAt: true } })
    if (!rule) return refused({ error: 'no-rule' })
    if (retired && code === usualReason) return refused({ error: 'last-resort' })
    if ((rule.retiredAt !== null) === retired) return done({ code })
    await tx.houseRule.update({
      where: { code },
      data: { retiredAt: retired ? now : null },
      select: { id: true },
    })
    const kind = retired ? 'rule-retired' : 'rule-restored'
    await record(tx, moderator, kind, { code, title: await titleOf(tx, code) }, now)
    return done({ code })
  })
}

/** One change of the library after the other, by somebody who may make it; the page of rules is made anew. */
async function changing(
  moderator: Moderator,
  now: Date,
  change: (tx: Transaction) => Promise<Changed>,
): Promise<Changed> {
  return inTransaction(async (tx) => {
    if (await denied(tx, moderator, 'change-reasons', null, now)) return refused({ error: 'not-an-editor' })
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('tribune house rules'))`
    const changed = await change(tx)
    if (changed.ok) await bumpTopics(tx, [topics.rules])
    return changed
  })
}

type Row = Wording & { ruleId: number; number: number; actorId: number }

async function word(tx: Transaction, row: Row, createdAt: Date): Promise<void> {
  await tx.ruleWording.create({ data: { ...row, createdAt }, select: { id: true } })
}

async function titleOf(tx: Transaction, code: string): Promise<string> {
  const wording = await tx.ruleWording.findFirst({
    where: { rule: { code } },
    orderBy: { number: 'desc' },
    select: { title: true },
  })
  return wording?.title ?? code
}

type RuleAction = 'rule-added' | 'rule-reworded' | 'rule-moved' | 'rule-retired' | 'rule-restored'
type Detail = { code: string; title: string; number?: number }

async function record(tx: Transaction, moderator: Moderator, kind: RuleAction, detail: Detail, now: Date) {
  await recordAction(tx, { kind, actorId: moderator.id, detail }, now)
}

function saysSame(one: Wording, other: Wording): boolean {
  return one.title === other.title && one.reason === other.reason && one.text === other.text
}
