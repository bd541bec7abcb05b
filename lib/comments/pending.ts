import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Passage } from '@/lib/articles/passage'
import { db } from '@/lib/db'
import { type Allowance, takeAllowance } from '@/lib/pace'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'

const hoursKept = 24
// A text is refused past the comment's length; what is kept for mending it may be longer, within a request's cap.
const mostBytesKept = 65_536
// Of a correction it is the whole text of an article, of 200,000 characters in any script.
const mostBytesOfCorrection = 786_432
// A whole office may share an address; what is kept is small and goes after a day.
const pacePerWriter: Allowance = { burst: 40, everySeconds: 60 }

/** What a text is for that is to be no comment. Its place is then by `commentId` alone, which may be the id of another thing. */
const otherPurposes = [
  'appeal',
  'judgement',
  'sanction-appeal',
  'sanction-judgement',
  'house-rule',
  'error-report',
  'standing-page',
  'article-move',
  'correction',
  'redaction',
  'decision',
  'reader-file',
] as const
export type TextPurpose = (typeof otherPurposes)[number]
/** Those that are the words themselves; the others are the fields of a form, of which a part is no use. */
const inWords: (TextPurpose | undefined)[] = [
  ...([undefined, 'appeal', 'judgement', 'sanction-appeal', 'sanction-judgement'] as const),
]

/** Where a text was to go: under an article or a comment, or, with `commentId`, in the place of that comment's words. */
export type TextPlace = {
  articleId: number
  parentId: number | null
  commentId: number | null
  purpose?: TextPurpose
}

/** The place of a text that is to be no comment: what it is about, by its id. */
export function placeFor(purpose: TextPurpose, id: number): TextPlace {
  return { articleId: 0, parentId: null, commentId: id, purpose }
}
export type PendingText = TextPlace & { body: string; about: Passage | null }
export type KeptText = PendingText & { readerId: number | null }

const passage = z.object({ quote: z.string(), prefix: z.string(), suffix: z.string() }).nullable()

export function isSamePlace(one: TextPlace, other: TextPlace): boolean {
  if (one.purpose !== other.purpose) return false
  if (one.commentId !== null || other.commentId !== null) return one.commentId === other.commentId
  return one.articleId === other.articleId && one.parentId === other.parentId
}

/**
 * Keeps a text for someone who has yet to sign in, or to mend it: 24 hours, under a random key that only their
 * cookie knows. `address` is the writer's, or names their account. A form is `readerId`'s alone, where that is known.
 * Null when too many are kept from there, when there is nothing in it, or when it is a form that is longer
 * than what is kept.
 */
export async function keepText(
  text: PendingText,
  at: { now: Date; address: string; readerId?: number | null },
): Promise<{ key: string; expiresAt: Date } | null> {
  const body = fitting(text.body.toWellFormed().replaceAll('\0', '\ufffd'), text.purpose)
  if (body === '') return null
  const address = hashed(`${at.now.toISOString().slice(0, 10)} ${at.address}`)
  if (await takeAllowance(db(), `keep ${address}`, pacePerWriter, at.now)) return null
  const key = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.now.getTime() + hoursKept * 3_600_000)
  await db().pendingComment.create({
    data: {
      keyHash: hashed(key),
      address,
      articleId: text.articleId,
      parentId: text.parentId,
      commentId: text.commentId,
      ...(text.purpose && { purpose: text.purpose, readerId: at.readerId ?? null }),
      body,
      anchor: text.about ?? Prisma.DbNull,
      createdAt: at.now,
      expiresAt,
    },
    select: { keyHash: true },
  })
  return { key, expiresAt }
}

/** The text kept under a key, while it is kept. */
export async function findKeptText(key: string, now: Date): Promise<KeptText | null> {
  const found = await db().pendingComment.findFirst({
    where: { keyHash: hashed(key), expiresAt: { gt: now } },
    select: {
      ...{ articleId: true, parentId: true, commentId: true, readerId: true },
      ...{ purpose: true, body: true, anchor: true },
    },
  })
  if (!found) return null
  const { anchor, purpose, ...text } = found
  const other = otherPurposes.find((each) => each === purpose)
  return { ...text, about: passage.parse(anchor), ...(other && { purpose: other }) }
}

/** Lets a text go: it was posted, or its writer said so. */
export async function dropKeptText(key: string): Promise<void> {
  await db().pendingComment.deleteMany({ where: { keyHash: hashed(key) } })
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** As much of a text as may be kept, cut between characters; nothing of a form that is longer. */
function fitting(body: string, purpose: TextPurpose | undefined): string {
  const most = purpose === 'correction' ? mostBytesOfCorrection : mostBytesKept
  const bytes = Buffer.from(body)
  if (bytes.length <= most) return body
  if (!inWords.includes(purpose)) return ''
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, most)).replace(/\ufffd$/, '')
}
