import { db, type Transaction } from '@/lib/db'
import type { TalkMode } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { closesAt, modeOf, type Place } from './talk-mode'

/** The number of what is in force for the site; null while nobody set anything. */
export const settingInForce = Prisma.sql`(select max(t.id) from "TalkSetting" t)`

/** Of the row `a`: everything that is said about its conversation, for `readPlace`. */
export const saidAbout = Prisma.sql`(
  select jsonb_build_object(
    'site', jsonb_build_object('mode', setting.mode, 'closesAfterDays', setting."closesAfterDays"),
    'section', jsonb_build_object('mode', section."talkMode", 'closesAfterDays', section."closesAfterDays"),
    'article', jsonb_build_object('mode', a."talkMode", 'closesAfterDays', a."closesAfterDays",
      'isOpen', a.conversation = 'open', 'isKeptOpen', a."keptOpenAt" is not null,
      'publishedAt', extract(epoch from a."publishedAt") * 1000))
  from "Section" section left join "TalkSetting" setting on setting.id = ${settingInForce}
  where section.id = a."sectionId")`

/** As it comes from the database: instants in milliseconds. */
export type PlaceRow = Omit<Place, 'article'> & {
  article: Omit<Place['article'], 'publishedAt'> & { publishedAt: number | null }
}

export function readPlace({ site, section, article }: PlaceRow): Place {
  const { publishedAt } = article
  return {
    ...{ site, section },
    article: { ...article, publishedAt: publishedAt === null ? null : new Date(publishedAt) },
  }
}

export type ArticleTalk = { place: Place; closedByAgeAt: Date | null; slowSeconds: number | null }

/** What is said about the conversation under one article; null where there is no such article. */
export async function findTalk(articleId: number, tx: Transaction = db()): Promise<ArticleTalk | null> {
  const [row] = await tx.$queryRaw<(Omit<ArticleTalk, 'place'> & { place: PlaceRow })[]>`
    select ${saidAbout} as place, a."closedByAgeAt", a."slowSeconds" from "Article" a where a.id = ${articleId}`
  return row ? { ...row, place: readPlace(row.place) } : null
}

/** Whether anybody may write under an article. */
export async function isTalkOpen(articleId: number, now: Date): Promise<boolean> {
  const talk = await findTalk(articleId)
  return talk !== null && modeOf(talk.place, now).mode !== 'closed'
}

/** What readers are told about a conversation: what it goes by, when its age closed it, and how slow it is. */
export type PublicTalk = { mode: TalkMode; closedByAgeAt: Date | null; slowSeconds: number | null }

export async function findPublicTalk(id: number, now: Date): Promise<PublicTalk | null> {
  const talk = await findTalk(id)
  return talk && publicTalkOf(talk, now)
}

export function publicTalkOf({ place, closedByAgeAt, slowSeconds }: ArticleTalk, now: Date): PublicTalk {
  const { mode, by } = modeOf(place, now)
  return { mode, slowSeconds, closedByAgeAt: by === 'age' ? closesAt(place) : closedByAgeAt }
}
