import { findTalk } from '@/lib/articles/queries-talk-mode'
import { closesAt, houseMode, modeOf, type Rule } from '@/lib/articles/talk-mode'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Conversation, TalkMode } from '@/prisma/generated/enums'
import type { SiteInput } from './commands-modes'

export type SiteModes = SiteInput & { by: string | null; createdAt: Date | null }
export type SectionModes = { id: number; name: string; mode: TalkMode | null; closesAfterDays: number | null }
export type ArticleModes = {
  id: number
  slug: string
  headline: string
  section: string
  mode: TalkMode | null
  closesAfterDays: number | null
  conversation: Conversation
  slowSeconds: number | null
  isSlowByRule: boolean
  isKeptOpen: boolean
  closedByAgeAt: Date | null
  /** Whether readers ask there, and who answers. */
  isQuestions: boolean
  guests: { handle: string; name: string; title: string }[]
  /** What comes of it all now, and when its age will close it. */
  rule: Rule
  closesAt: Date | null
}

/** What is in force for the site. */
export async function findSiteModes(_moderator: Moderator): Promise<SiteModes> {
  const row = await db().talkSetting.findFirst({
    orderBy: { id: 'desc' },
    select: {
      ...{ mode: true, closesAfterDays: true, createdAt: true, actor: { select: { name: true } } },
      ...{ heatComments: true, heatPercent: true, heatSeconds: true },
    },
  })
  if (row) return { ...row, by: row.actor.name }
  const heat = { heatComments: null, heatPercent: null, heatSeconds: 120 }
  return { mode: houseMode, closesAfterDays: null, ...heat, by: null, createdAt: null }
}

export async function listSectionModes(_moderator: Moderator): Promise<SectionModes[]> {
  const rows = await db().section.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, name: true, talkMode: true, closesAfterDays: true },
  })
  return rows.map(({ talkMode, ...section }) => ({ ...section, mode: talkMode }))
}

/** Null where there is no such article, or nobody can read it. */
export async function findArticleModes(
  _moderator: Moderator,
  id: number,
  now: Date,
): Promise<ArticleModes | null> {
  const [row, talk] = await Promise.all([
    db().article.findUnique({
      where: { id, state: 'published' },
      select: {
        ...{ id: true, slug: true, talkMode: true, closesAfterDays: true, conversation: true },
        ...{ slowSeconds: true, slowedByRuleAt: true, keptOpenAt: true, closedByAgeAt: true },
        ...{ mode: true, section: { select: { name: true } } },
        guests: {
          orderBy: { readerId: 'asc' },
          select: { title: true, reader: { select: { handle: true, name: true } } },
        },
        currentVersion: { select: { headline: true } },
      },
    }),
    findTalk(id),
  ])
  if (!row || !talk) return null
  const { mode, guests, talkMode, slowedByRuleAt, keptOpenAt, currentVersion, section, ...article } = row
  return {
    ...article,
    ...{ mode: talkMode, headline: currentVersion?.headline ?? '', section: section.name },
    ...{
      isQuestions: mode === 'questions',
      guests: guests.map(({ title, reader }) => ({ ...reader, title })),
    },
    ...{ isSlowByRule: slowedByRuleAt !== null, isKeptOpen: keptOpenAt !== null },
    ...{ rule: modeOf(talk.place, now), closesAt: closesAt(talk.place) },
  }
}
