import { createHash, randomBytes } from 'node:crypto'
import { db } from '@/lib/db'
import { type Allowance, takeAllowance } from '@/lib/pace'

const hoursKept = 24
// A text is refused past the comment's length; what is kept for mending it may be longer, within a request's cap.
const mostBytesKept = 65_536
const pacePerAddress: Allowance = { burst: 20, everySeconds: 600 }

export type PendingText = { articleId: number; parentId: number | null; body: string }

/**
 * Keeps a text for someone who has yet to sign in, or to mend it: 24 hours, under a random key that only their
 * cookie knows. Null when the address keeps too many, or when there is nothing in it.
 */
export async function keepText(
  text: PendingText,
  at: { now: Date; address: string },
): Promise<{ key: string; expiresAt: Date } | null> {
  const body = shorten(text.body.toWellFormed().replaceAll('\0', '\ufffd'))
  if (body === '') return null
  const address = hashed(`${at.now.toISOString().slice(0, 10)} ${at.address}`)
  if (await takeAllowance(db(), `keep ${address}`, pacePerAddress, at.now)) return null
  const key = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.now.getTime() + hoursKept * 3_600_000)
  await db().pendingComment.create({
    data: {
      keyHash: hashed(key),
      address,
      articleId: text.articleId,
      parentId: text.parentId,
      body,
      createdAt: at.now,
      expiresAt,
    },
    select: { keyHash: true },
  })
  return { key, expiresAt }
}

/** The text kept under a key, while it is kept. */
export async function findKeptText(key: string, now: Date): Promise<PendingText | null> {
  return db().pendingComment.findFirst({
    where: { keyHash: hashed(key), expiresAt: { gt: now } },
    select: { articleId: true, parentId: true, body: true },
  })
}

/** Lets a text go: it was posted, or its writer said so. */
export async function dropKeptText(key: string): Promise<void> {
  await db().pendingComment.deleteMany({ where: { keyHash: hashed(key) } })
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** As much of a text as may be kept, cut between characters. */
function shorten(body: string): string {
  const bytes = Buffer.from(body)
  return bytes.length <= mostBytesKept
    ? body
    : new TextDecoder('utf-8', { ignoreBOM: true })
        .decode(bytes.subarray(0, mostBytesKept))
        .replace(/\ufffd$/, '')
}
