import { type Rendered, readRendered } from '@/lib/comments/rendered'
import { db } from '@/lib/db'
import { isEditor, type Moderator } from '@/lib/readers/viewer'
import type { CommentState } from '@/prisma/generated/enums'
import { type QueueItem, selectItems } from './queries'
import { redactedUpTo } from './redaction'

export type CommentFile = QueueItem & {
  isRoot: boolean // answers no other comment
  isPicked: boolean
  isPinned: boolean
  /** Of those from before something was taken out editors alone have the words. */
  revisions: {
    number: number
    words: { source: string; text: Rendered } | null
    createdAt: Date
    isPublic: boolean
  }[]
  decisions: {
    number: number
    toState: CommentState
    rule: string
    reason: string | null
    note: string | null
    by: string | null
    isOwn: boolean
    createdAt: Date
  }[]
  isReported: boolean // and nobody decided since
  reports: { reason: string; note: string | null; upheld: boolean | null; by: string; createdAt: Date }[]
}

const mostReports = 50

/** Everything the desk knows of one comment: its wordings, what was reported and what was decided. */
export async function findCommentFile(
  moderator: Moderator,
  id: number,
  now: Date,
): Promise<CommentFile | null> {
  // The item first: what is decided between the two is shown, and not overruled by its number.
  const [item] = await selectItems([{ id, claim: null }], now)
  if (!item) return null
  const row = await db().comment.findUnique({
    where: { id },
    select: {
      publicRevisionId: true,
      parentId: true,
      pickedAt: true,
      pinnedAt: true,
      revisions: {
        orderBy: { number: 'asc' },
        select: { id: true, number: true, source: true, rendered: true, createdAt: true },
      },
      reportWeight: true,
      reports: {
        orderBy: [{ createdAt: 'desc' }, { readerId: 'desc' }],
        take: mostReports,
        select: {
          reason: true,
          note: true,
          upheld: true,
          createdAt: true,
          reader: { select: { name: true } },
        },
      },
      decisions: {
        orderBy: { number: 'asc' },
        select: {
          number: true,
          toState: true,
          rule: true,
          reason: true,
          note: true,
          createdAt: true,
          actor: { select: { id: true, name: true } },
          revision: { select: { number: true } },
        },
      },
    },
  })
  if (!row) return null
  const decisions = row.decisions.map(({ actor, revision: _, ...decision }) => ({
    ...decision,
    by: actor?.name ?? null,
    isOwn: actor?.id === moderator.id,
  }))
  const hiddenBelow = isEditor(moderator)
    ? 0
    : redactedUpTo(row.decisions.map(({ rule, revision }) => ({ rule, revisionNumber: revision.number })))
  return {
    ...item,
    isRoot: row.parentId === null,
    isPicked: row.pickedAt !== null,
    isPinned: row.pinnedAt !== null,
    revisions: row.revisions.map(({ id, rendered, source, ...revision }) => ({
      ...revision,
      words: revision.number < hiddenBelow ? null : { source, text: readRendered(rendered) },
      isPublic: id === row.publicRevisionId,
    })),
    decisions,
    isReported: row.reportWeight > 0,
    reports: row.reports.map(({ reader, ...report }) => ({ ...report, by: reader.name })),
  }
}
