import { type Heat, heatMinutes, isCool, isHot } from '@/lib/articles/heat'
import { db, inTransaction, type Transaction } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import { aboutTheWriter } from './checks/holding'
import { recordByRule } from './staff-action'

/** What a person said about a conversation holds for so long before the rule looks at it again. */
const handMinutes = 60

type Row = Heat & { articleId: number; isSlow: boolean }

/**
 * Slows the conversations that heat up, as the site's settings say (lib/articles/heat.ts), and ends that for those that
 * have cooled down; never against what somebody said by hand within the hour, nor where it is slow by hand. How many
 * changed; safe to run twice and at the same time.
 */
export async function settleHeat(now: Date): Promise<number> {
  const setting = await db().talkSetting.findFirst({
    orderBy: { id: 'desc' },
    select: { heatComments: true, heatPercent: true, heatSeconds: true },
  })
  const limits = setting ?? { heatComments: null, heatPercent: null, heatSeconds: 0 }
  let changed = 0
  for (const row of await listHeat(now)) {
    const { articleId, isSlow } = row
    if (isSlow ? !isCool(row, limits) : !isHot(row, limits)) continue
    const seconds = isSlow ? null : limits.heatSeconds
    if (await inTransaction((tx) => setSlow(tx, articleId, seconds, row, now))) changed += 1
  }
  return changed
}

/** The heat of every conversation that readers wrote in, and of those that are slow by the rule. */
function listHeat(now: Date): Promise<Row[]> {
  const since = new Date(now.getTime() - heatMinutes * 60_000)
  return db().$queryRaw<Row[]>`
    with written as (
      select c."articleId", count(*)::int as posted,
             count(*) filter (where c.state = 'rejected' or c."reportWeight" > 0
               or (d."toState" = 'held' and d.rule <> all(${aboutTheWriter}::text[])))::int as doubted
      from "Decision" d join "Comment" c on c.id = d."commentId"
      where d."actorId" is null and d."createdAt" > ${since}::timestamptz and d."createdAt" <= ${now}::timestamptz
        and d.number = 1 and not c."byStaff"
      group by c."articleId")
    select a.id as "articleId", coalesce(w.posted, 0) as posted, coalesce(w.doubted, 0) as doubted,
           a."slowedByRuleAt" is not null as "isSlow"
    from "Article" a left join written w on w."articleId" = a.id
    where a.id in (select "articleId" from written union select id from "Article" where "slowedByRuleAt" is not null)
    order by a.id`
}

/** Whether it did: somebody may have said something meanwhile, or another process been faster. */
async function setSlow(
  tx: Transaction,
  articleId: number,
  seconds: number | null,
  heat: Heat,
  now: Date,
): Promise<boolean> {
  const byHand = new Date(now.getTime() - handMinutes * 60_000)
  const changed = await tx.$executeRaw`
    update "Article" a
    set "slowSeconds" = ${seconds}::int, "slowedByRuleAt" = case when ${seconds}::int is not null then ${now}::timestamptz end
    where a.id = ${articleId} and a.conversation = 'open' and a.state = 'published'
      and case when ${seconds}::int is null then a."slowedByRuleAt" is not null else a."slowSeconds" is null end
      and (${seconds}::int is null or not exists (
        select 1 from "StaffAction" s where s."articleId" = a.id and s.kind = 'article-mode-set' and s."createdAt" > ${byHand}::timestamptz))`
  if (changed === 0) return false
  const kind = seconds === null ? 'quickened-by-rule' : 'slowed-by-rule'
  await recordByRule(
    tx,
    { kind, articleId, detail: { posted: heat.posted, doubted: heat.doubted, seconds } },
    now,
  )
  await bumpTopics(tx, [topics.article(articleId), topics.talk(articleId)])
  return true
}
