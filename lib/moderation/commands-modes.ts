import { mostDays, openOrClose, type Said } from '@/lib/articles/talk-mode'
import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import type { Conversation, TalkMode } from '@/prisma/generated/enums'
import { settleAgeOf } from './commands-age'
import { denied, type PermissionRefusal } from './commands-permission'
import { recordAction } from './staff-action'

export const mostSlowSeconds = 3600
export const mostHeatComments = 10_000

/** `heat…` is what slows a conversation by itself (lib/articles/heat.ts); null: nothing does. */
export type SiteInput = {
  mode: TalkMode
  closesAfterDays: number | null
  heatComments: number | null
  heatPercent: number | null
  heatSeconds: number
}
export type ArticleInput = Said & {
  articleId: number
  conversation: Conversation
  slowSeconds: number | null
}
export type ModeRefusal =
  | PermissionRefusal
  | { error: 'no-section' | 'no-article' | 'no-reader' | 'out-of-range' | 'article-mode' }
type Set = Outcome<Record<string, never>, ModeRefusal>

/** Says what every conversation of the site goes by where nobody more particular does, from the next comment on. */
export async function setSiteModes(moderator: Moderator, input: SiteInput, now: Date): Promise<Set> {
  const { closesAfterDays, heatComments, heatPercent, heatSeconds } = input
  const inRange =
    isWithin(closesAfterDays, 1, mostDays) &&
    isWithin(heatComments, 1, mostHeatComments) &&
    isWithin(heatPercent, 1, 100) &&
    isWithin(heatSeconds, 1, mostSlowSeconds)
  if (!inRange) return refused({ error: 'out-of-range' })
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'set-modes', null, now)
    if (no) return no
    const before = await tx.talkSetting.findFirst({ orderBy: { id: 'desc' }, select: siteFields })
    if (before && isSame(before, input)) return done({})
    await tx.talkSetting.create({
      data: { ...input, actorId: moderator.id, createdAt: now },
      select: { id: true },
    })
    await recordAction(
      tx,
      { kind: 'site-mode-set', actorId: moderator.id, detail: { before, ...input } },
      now,
    )
    await bumpTopics(tx, [topics.site])
    return done({})
  })
}

/** The same for one section; null leaves it to the site. */
export async function setSectionModes(
  moderator: Moderator,
  input: Said & { sectionId: number },
  now: Date,
): Promise<Set> {
  const { sectionId: id, mode: talkMode, closesAfterDays } = input
  if (!isWithin(closesAfterDays, 0, mostDays)) return refused({ error: 'out-of-range' })
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'set-modes', null, now)
    if (no) return no
    await tx.$executeRaw`select 1 from "Section" where id = ${id} for no key update`
    const section = await tx.section.findUnique({
      where: { id },
      select: { name: true, talkMode: true, closesAfterDays: true },
    })
    if (!section) return refused({ error: 'no-section' })
    const { name: title, ...before } = section
    if (isSame(before, { talkMode, closesAfterDays })) return done({})
    await tx.section.update({ where: { id }, data: { talkMode, closesAfterDays }, select: { id: true } })
    const detail = { section: id, title, before, talkMode, closesAfterDays }
    await recordAction(tx, { kind: 'section-mode-set', actorId: moderator.id, detail }, now)
    await bumpTopics(tx, [topics.site])
    return done({})
  })
}

/**
 * The same for one article, with how slow it is, and whether it is open now. What is opened by hand its age closes no
 * more, until its days are said anew. What is written there at the same moment is judged by what is then in force.
 */
export async function setArticleModes(moderator: Moderator, input: ArticleInput, now: Date): Promise<Set> {
  const { articleId: id, mode: talkMode, closesAfterDays, conversation, slowSeconds } = input
  if (talkMode === 'closed') return refused({ error: 'article-mode' })
  if (!isWithin(closesAfterDays, 0, mostDays) || !isWithin(slowSeconds, 1, mostSlowSeconds))
    return refused({ error: 'out-of-range' })
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'set-article-mode', { articleId: id }, now)
    if (no) return no
    const before = await lockArticle(tx, id)
    if (!before) return refused({ error: 'no-article' })
    const { conversation: was, ...said } = before
    const mine = { actorId: moderator.id, articleId: id }
    if (!isSame(said, { talkMode, closesAfterDays, slowSeconds })) {
      const data = {
        ...{ talkMode, closesAfterDays, slowSeconds },
        ...(slowSeconds === said.slowSeconds ? {} : { slowedByRuleAt: null }),
        ...(closesAfterDays === said.closesAfterDays ? {} : { keptOpenAt: null }),
      }
      await tx.article.update({ where: { id }, data, select: { id: true } })
      const detail = { before: said, talkMode, closesAfterDays, slowSeconds }
      await recordAction(tx, { kind: 'article-mode-set', ...mine, detail }, now)
    }
    if (conversation !== was) {
      await tx.article.update({ where: { id }, data: openOrClose(conversation, now), select: { id: true } })
      const kind = conversation === 'open' ? 'conversation-opened' : 'conversation-closed'
      await recordAction(tx, { kind, ...mine }, now)
    } else await settleAgeOf(tx, id, now)
    await bumpTopics(tx, [topics.article(id), topics.talk(id)])
    return done({})
  })
}

const siteFields = {
  ...{ mode: true, closesAfterDays: true },
  ...{ heatComments: true, heatPercent: true, heatSeconds: true },
} as const

async function lockArticle(tx: Transaction, id: number) {
  await tx.$executeRaw`select 1 from "Article" where id = ${id} for no key update`
  return tx.article.findUnique({
    where: { id },
    select: { talkMode: true, closesAfterDays: true, slowSeconds: true, conversation: true },
  })
}

function isWithin(number: number | null, least: number, most: number): boolean {
  return number === null || (Number.isInteger(number) && number >= least && number <= most)
}

function isSame<T extends Record<string, unknown>>(one: T, other: T): boolean {
  return Object.keys(one).every((name) => one[name] === other[name])
}
