import { cookies } from 'next/headers'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import { findKeptText, type PendingText } from '@/lib/comments/pending'

/** The text that was kept for this browser, while it is. */
export async function keptText(): Promise<PendingText | null> {
  const key = (await cookies()).get(keptTextCookie)?.value
  return key ? findKeptText(key, new Date()) : null
}
