import { db, type Transaction } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Wording } from './house-rule'

/** A rule with what it says now; `number` counts its wordings. */
export type HouseRule = Wording & {
  id: number
  code: string
  number: number
  retiredAt: Date | null
}

/** The rules in force, in their order: anybody may read them. */
export async function listLiveRules(tx: Transaction = db()): Promise<HouseRule[]> {
  return (await rulesOf(tx)).filter(({ retiredAt }) => retiredAt === null)
}

/** What a refusal by each rule says now, by the rule's code; those that were retired too. */
export async function reasonSentences(): Promise<Map<string, string>> {
  return new Map((await rulesOf(db())).map(({ code, reason }) => [code, reason]))
}

export type RuleFile = HouseRule & {
  wordings: (Wording & { number: number; by: string | null; createdAt: Date })[]
}

/** Every rule with all its wordings, the last first: those in force in their order, then those that were retired. */
export async function listRuleFiles(_moderator: Moderator): Promise<RuleFile[]> {
  const [rules, wordings] = await Promise.all([
    rulesOf(db()),
    db().ruleWording.findMany({
      orderBy: [{ ruleId: 'asc' }, { number: 'desc' }],
      select: {
        ...{ ruleId: true, number: true, title: true, reason: true, text: true, createdAt: true },
        actor: { select: { name: true } },
      },
    }),
  ])
  const files = rules.map((rule) => ({
    ...rule,
    wordings: wordings
      .filter(({ ruleId }) => ruleId === rule.id)
      .map(({ ruleId: _, actor, ...wording }) => ({ ...wording, by: actor?.name ?? null })),
  }))
  return [
    ...files.filter(({ retiredAt }) => retiredAt === null),
    ...files.filter(({ retiredAt }) => retiredAt !== null),
  ]
}

/** What a rule said at an instant, and whether it is in force now. Null for a code that no rule has. */
export async function wordingAt(code: string, at: Date): Promise<(Wording & { isLive: boolean }) | null> {
  const [row] = await db().$queryRaw<(Wording & { isLive: boolean })[]>`
    select w.title, w.reason, w.text, r."retiredAt" is null as "isLive"
    from "HouseRule" r join "RuleWording" w on w."ruleId" = r.id
    where r.code = ${code}
    order by w."createdAt" <= ${at}::timestamptz desc, case when w."createdAt" <= ${at}::timestamptz then w.number else -w.number end desc
    limit 1`
  return row ?? null
}

/** Whether comments may be refused by this rule now. */
export async function isLiveRule(code: string, tx: Transaction): Promise<boolean> {
  const rule = await tx.houseRule.findFirst({ where: { code, retiredAt: null }, select: { id: true } })
  return rule !== null
}

function rulesOf(tx: Transaction): Promise<HouseRule[]> {
  return tx.$queryRaw<HouseRule[]>`
    select r.id, r.code, r."retiredAt", w.number, w.title, w.reason, w.text
    from "HouseRule" r
    cross join lateral (
      select number, title, reason, text from "RuleWording" w where w."ruleId" = r.id order by number desc limit 1) w
    order by r.position, r.id`
}
