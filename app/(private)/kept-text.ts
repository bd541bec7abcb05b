import { cookies } from 'next/headers'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import { findKeptText, type PendingText, type TextPurpose } from '@/lib/comments/pending'

/** The text that was kept for this browser, while it is: a comment's, or one for another purpose where that is asked for. */
export async function keptText(purpose?: TextPurpose): Promise<PendingText | null> {
  const key = (await cookies()).get(keptTextCookie)?.value
  const kept = key ? await findKeptText(key, new Date()) : null
  return kept?.purpose === purpose ? kept : null
}
