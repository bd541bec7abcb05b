import { excerptOf } from '@/lib/comments/excerpt'
import { readRendered } from '@/lib/comments/rendered'
import { db } from '@/lib/db'
import { inForce } from '@/lib/readers/sanction'
import type { Moderator } from '@/lib/readers/viewer'
import type { CommentState, Role, SanctionKind } from '@/prisma/generated/enums'
import { mayReadEmail } from './permissions'
import { findUnderAppeal } from './queries-under-appeal'

const mostShown = 50
const mostComments = 20

export type SanctionEntry = {
  id: number
  kind: SanctionKind
  reason: string
  words: string | null
  minutes: number | null
  createdAt: Date
  until: Date | null
  seenAt: Date | null
  liftedAt: Date | null
  by: string | null
  liftedBy: string | null
  isInForce: boolean
  /** Its reader waits for a judgement, so nobody is told who laid it on them. */
  isUnderAppeal: boolean
}

export type ActionEntry = {
  id: number
  kind: string
  reason: string | null
  note: string | null
  createdAt: Date
  /** Null while what they did is under appeal. */
  by: string | null
  /** All of theirs were decided about together, and it stands. */
  canPutBack: boolean
}

/** All that the desk knows of one reader. */
export type ReaderFile = {
  id: number
  name: string
  handle: string
  /** For administrators alone. */
  email: string | null
  role: Role
  createdAt: Date
  postedCount: number
  approvedCount: number
  rejectedCount: number
  upheldAgainst: number
  reportsUpheld: number
  reportsDismissed: number
  /** Since when theirs appear at once, if they do. */
  trustedAt: Date | null
  /** What the newsroom says beside their name. */
  expertise: string | null
  /** Where a moderator decides; none means everywhere. */
  sections: number[]
  sessionCount: number
  sanctions: SanctionEntry[]
  notes: { id: number; text: string; createdAt: Date; by: string }[]
  comments: { id: number; state: CommentState; createdAt: Date; excerpt: string; headline: string }[]
  actions: ActionEntry[]
}

const named = { select: { name: true } }

/** The file of one reader, each list the newest first. Null where there is no such account. */
export async function findReaderFile(
  moderator: Moderator,
  id: number,
  now: Date,
): Promise<ReaderFile | null> {
  const [row, sessionCount, open] = await Promise.all([
    db().reader.findUnique({ where: { id }, select: fileFields }),
    db().session.count({ where: { readerId: id, expiresAt: { gt: now } } }),
    db().sanction.findMany({ where: { readerId: id, ...inForce(now) }, select: { id: true } }),
  ])
  if (!row) return null
  const { email, sections, sanctions, notes, comments, actionsOn, ...reader } = row
  const isOpen = new Set(open.map((sanction) => sanction.id))
  const underAppeal = await findUnderAppeal(
    moderator,
    'action',
    actionsOn.map((action) => action.id),
    now,
  )
  return {
    ...reader,
    email: mayReadEmail(moderator) ? email : null,
    sections: sections.map(({ sectionId }) => sectionId),
    sessionCount,
    sanctions: sanctions.map(({ madeBy, liftedBy, appeal, ...sanction }) => {
      const isInForce = isOpen.has(sanction.id)
      const isUnderAppeal =
        isInForce && appeal !== null && appeal.outcome === null && madeBy?.id !== moderator.id
      const by = isUnderAppeal ? null : (madeBy?.name ?? null)
      return { ...sanction, by, liftedBy: liftedBy?.name ?? null, isInForce, isUnderAppeal }
    }),
    notes: notes.map(({ author, ...note }) => ({ ...note, by: author.name })),
    comments: comments.map(({ currentRevision, article, ...comment }) => ({
      ...comment,
      excerpt: excerptOf(readRendered(currentRevision.rendered)),
      headline: article.currentVersion?.headline ?? '',
    })),
    actions: actionsOn.map(({ actor, undoneBy, ...action }) => ({
      ...action,
      by: underAppeal.has(action.id) ? null : (actor?.name ?? ''),
      canPutBack: action.kind === 'batch-decided' && undoneBy === null,
    })),
  }
}

const newest = { orderBy: { id: 'desc' as const }, take: mostShown }

const fileFields = {
  id: true,
  name: true,
  handle: true,
  email: true,
  role: true,
  createdAt: true,
  postedCount: true,
  approvedCount: true,
  rejectedCount: true,
  upheldAgainst: true,
  reportsUpheld: true,
  reportsDismissed: true,
  trustedAt: true,
  expertise: true,
  sections: { select: { sectionId: true } },
  sanctions: {
    ...newest,
    select: {
      id: true,
      kind: true,
      reason: true,
      words: true,
      minutes: true,
      createdAt: true,
      until: true,
      seenAt: true,
      liftedAt: true,
      madeBy: { select: { id: true, name: true } },
      liftedBy: named,
      appeal: { select: { outcome: true } },
    },
  },
  notes: { ...newest, select: { id: true, text: true, createdAt: true, author: named } },
  comments: {
    ...newest,
    take: mostComments,
    select: {
      id: true,
      state: true,
      createdAt: true,
      currentRevision: { select: { rendered: true } },
      article: { select: { currentVersion: { select: { headline: true } } } },
    },
  },
  actionsOn: {
    ...newest,
    select: {
      id: true,
      kind: true,
      reason: true,
      note: true,
      createdAt: true,
      actor: named,
      undoneBy: { select: { id: true } },
    },
  },
} as const

/** The sections there are, for whoever says where somebody decides. */
export function listSectionsForDesk(_moderator: Moderator): Promise<{ id: number; name: string }[]> {
  return db().section.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } })
}
