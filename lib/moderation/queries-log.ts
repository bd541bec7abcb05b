import { z } from 'zod'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Prisma } from '@/prisma/generated/client'
import type { CommentState } from '@/prisma/generated/enums'
import type { LogFilter, LogPlace } from './log-filter'
import { placesInLog } from './queries-log-places'
import { findUnderAppeal } from './queries-under-appeal'

export type Named = { name: string; handle: string }

/** What somebody of the newsroom did, or a rule. `kind` is one of log-kinds.ts, or what the rules of another time were called. */
export type LogEntry = LogPlace & {
  kind: string
  by: (Named & { id: number }) | null
  about: Named | null
  commentId: number | null
  article: { id: number; slug: string; headline: string } | null
  fromState: CommentState | null
  toState: CommentState | null
  reason: string | null
  note: string | null
  /** Of an action that decided many: how many. */
  count: number | null
  /** Of an action about a rule: what the rule said then. */
  title: string | null
  undone: { by: string | null; at: Date } | null
  /** Somebody waits for a judgement about it: until then the log does not say whose it is, nor why a comment was refused. */
  isUnderAppeal: boolean
}

export const entriesPerPage = 50

type Asked = { after: LogPlace | null; take?: number; timeZone: string; now?: Date }

/**
 * The log, newest first: what the newsroom's people decided and did, or with a filter what rules decided. Decisions made
 * together are one entry unless a comment, an article, a reader or their action is asked for. `next` is the place of the
 * last entry while there are more.
 */
export async function listLog(
  moderator: Moderator,
  filter: LogFilter,
  { after, take = entriesPerPage, timeZone, now = new Date() }: Asked,
): Promise<{ entries: LogEntry[]; next: LogPlace | null }> {
  const places = await placesInLog(filter, { after, take: take + 1, timeZone, now, viewerId: moderator.id })
  const shown = places.slice(0, take)
  const idsOf = (source: LogPlace['source']) =>
    shown.filter((place) => place.source === source).map(({ id }) => id)
  const [decisions, actions, ...underAppeal] = await Promise.all([
    decisionEntries(idsOf('decision')),
    actionEntries(idsOf('action')),
    findUnderAppeal(moderator, 'decision', idsOf('decision'), now),
    findUnderAppeal(moderator, 'action', idsOf('action'), now),
  ])
  const [decisionsUnder, actionsUnder] = underAppeal
  const found = {
    decision: byId(decisions.map((entry) => (decisionsUnder.has(entry.id) ? unnamed(entry) : entry))),
    action: byId(actions.map((entry) => (actionsUnder.has(entry.id) ? unnamed(entry) : entry))),
  }
  const entries = shown.flatMap(({ source, id }) => found[source].get(id) ?? [])
  return { entries, next: places.length > take ? (shown.at(-1) ?? null) : null }
}

/** Who is of the newsroom now, by name. */
export async function listNewsroom(_moderator: Moderator): Promise<{ id: number; name: string }[]> {
  return db().$queryRaw<{ id: number; name: string }[]>`
    select id, name from "Reader" where role <> 'reader' order by name, id limit 500`
}

/** Whose handle it is; null when it is nobody's. */
export function findByHandle(_moderator: Moderator, handle: string): Promise<Named | null> {
  return db().reader.findUnique({ where: { handle }, select: { name: true, handle: true } })
}

export function findById(_moderator: Moderator, id: number): Promise<{ name: string } | null> {
  return db().reader.findUnique({ where: { id }, select: { name: true } })
}

const named = { select: { id: true, name: true, handle: true } } as const
const article = {
  select: { id: true, slug: true, currentVersion: { select: { headline: true } } },
} as const
const comment = { select: { author: named, article } } as const
const undoneBy = { select: { createdAt: true, actor: { select: { name: true } } } } as const

async function decisionEntries(ids: number[]): Promise<LogEntry[]> {
  if (ids.length === 0) return []
  const rows = await db().decision.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, createdAt: true, rule: true, commentId: true, fromState: true, toState: true },
      ...{ reason: true, note: true, actor: named, comment, undoneBy },
    },
  })
  return rows.map(({ id, createdAt, rule, actor, comment, undoneBy, ...row }) => ({
    ...row,
    ...{ source: 'decision', id, at: createdAt, kind: rule, by: actor, count: null, title: null },
    about: comment.author,
    isUnderAppeal: false,
    article: articleOf(comment.article),
    undone: undoneBy ? { by: undoneBy.actor?.name ?? null, at: undoneBy.createdAt } : null,
  }))
}

async function actionEntries(ids: number[]): Promise<LogEntry[]> {
  if (ids.length === 0) return []
  const rows = await db().staffAction.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, createdAt: true, kind: true, commentId: true, reason: true, note: true, detail: true },
      ...{ actor: named, reader: named, comment, article, undoneBy },
    },
  })
  return rows.map(({ id, createdAt, kind, commentId, reason, note, detail, actor, ...row }) => ({
    ...{ source: 'action', id, at: createdAt, kind, by: actor, commentId, reason, note },
    ...{ fromState: null, toState: null, isUnderAppeal: false, ...toldIn(detail) },
    about: row.reader ?? row.comment?.author ?? null,
    article: articleOf(row.article ?? row.comment?.article ?? null),
    undone: row.undoneBy ? { by: row.undoneBy.actor?.name ?? null, at: row.undoneBy.createdAt } : null,
  }))
}

type ArticleRow = { id: number; slug: string; currentVersion: { headline: string } | null }

function articleOf(row: ArticleRow | null): LogEntry['article'] {
  return row ? { id: row.id, slug: row.slug, headline: row.currentVersion?.headline ?? '' } : null
}

/** What an action's detail has to say in its sentence. */
function toldIn(detail: Prisma.JsonValue): Pick<LogEntry, 'count' | 'title'> {
  const told = z
    .object({ count: z.number().nullable(), title: z.string().nullable() })
    .partial()
    .safeParse(detail)
  return { count: told.data?.count ?? null, title: told.data?.title ?? null }
}

/** Of a sanction its reader was told what it is and why, and the judge is, too. */
function unnamed(entry: LogEntry): LogEntry {
  const why = entry.source === 'action' ? {} : { reason: null, note: null }
  return { ...entry, ...why, by: null, isUnderAppeal: true }
}

function byId(entries: LogEntry[]): Map<number, LogEntry> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}
