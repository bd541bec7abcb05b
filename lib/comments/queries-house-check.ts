import { z } from 'zod'
import { selectShown, shownOf } from '@/lib/articles/public'
import { askOutside } from '@/lib/ask-outside'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { couldNotLook, type Finding } from '@/lib/moderation/checks/check'
import type { Viewer } from '@/lib/readers/viewer'
import { signatureOf } from '@/lib/signature'

const mostBytes = 4_096
const longestReason = 200
/** How the check is called where it is counted. */
export const house = 'house'

const answerForm = z.strictObject({ verdict: z.enum(['pass', 'hold']), reason: z.string().optional() })

/** A text that the newsroom's own check is asked about. */
export type Asked = {
  kind: 'comment' | 'edit'
  commentId: number | null
  articleId: number
  parentId: number | null
  text: string
  authorId: number
  /** Nothing comes of the answer: said in the header Tribune-Rehearsal. */
  isRehearsal?: true
}

/**
 * What the newsroom's own check says of a text; null where there is none. It is told ids, the text, the article and the
 * author's record, and neither an address of mail nor of the network. Anything but an answer as agreed and in time is a
 * failure, which holds or passes as CHECK_ON_FAILURE says.
 */
export async function askHouse(asked: Asked, now: Date): Promise<Finding | null> {
  const { CHECK_URL, CHECK_SECRET, CHECK_TIMEOUT_MS, CHECK_ALLOW_PRIVATE, CHECK_ON_FAILURE } = env()
  if (!CHECK_URL || !CHECK_SECRET) return null
  const body = JSON.stringify(await questionOf(asked))
  try {
    const { status, body: answer } = await askOutside(CHECK_URL, {
      body,
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Tribune-Signature': signatureOf(body, CHECK_SECRET, now),
        ...(asked.isRehearsal && { 'Tribune-Rehearsal': '1' }),
      },
      timeoutMs: CHECK_TIMEOUT_MS,
      mostBytes,
      allowPrivate: CHECK_ALLOW_PRIVATE,
    })
    if (status !== 200) throw new Error(`the newsroom's check answered ${status}`)
    const { verdict, reason = '' } = answerForm.parse(JSON.parse(answer))
    return { check: house, verdict, detail: { reason: [...reason].slice(0, longestReason).join('') } }
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ event: 'check-failed', check: house, error: String(error) })}\n`)
    const verdict = CHECK_ON_FAILURE === 'publish' ? 'pass' : 'hold'
    return { check: couldNotLook, verdict, detail: { failed: house } }
  }
}

/** The same of an edit, when it is one that would be written; null otherwise. Asked before the write, which locks. */
export async function askHouseAboutEdit(
  viewer: Viewer,
  { commentId, revisionId, source }: { commentId: number; revisionId: number; source: string },
  now: Date,
): Promise<Finding | null> {
  if (!env().CHECK_URL) return null
  const comment = await db().comment.findFirst({
    where: {
      ...{ id: commentId, authorId: viewer.id, currentRevisionId: revisionId },
      state: { in: ['held', 'published'] },
    },
    select: { articleId: true, parentId: true, currentRevision: { select: { source: true } } },
  })
  if (!comment || comment.currentRevision.source === source) return null
  const { articleId, parentId } = comment
  const asked = { commentId, articleId, parentId, text: source, authorId: viewer.id }
  return askHouse({ kind: 'edit', ...asked }, now)
}

async function questionOf({ authorId, articleId, parentId, commentId, kind, text }: Asked) {
  const [article, record] = await Promise.all([
    db().article.findUnique({
      where: { id: articleId },
      select: { section: { select: { slug: true } }, ...selectShown },
    }),
    db().reader.findUnique({
      where: { id: authorId },
      select: {
        ...{ id: true, name: true, role: true, createdAt: true, postedCount: true, approvedCount: true },
        rejectedCount: true,
      },
    }),
  ])
  return {
    kind,
    text,
    comment: { id: commentId, parent: parentId },
    article: {
      ...{ id: articleId, section: article?.section.slug ?? '' },
      // The check stands outside: what is under embargo is not told it either.
      headline: (article && shownOf(article)?.headline) ?? '',
    },
    author: record,
  }
}
