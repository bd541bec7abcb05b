import { cookies } from 'next/headers'
import { lastViewerId } from '@/lib/auth'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import { findKeptText, type PendingText, type TextPurpose } from '@/lib/comments/pending'

/**
 * The text that was kept for this browser, while it is: a comment's, or one for another purpose where that is asked for.
 * What was typed into a form comes back to whoever typed it, and not to the next person at the same browser.
 */
export async function keptText(purpose?: TextPurpose): Promise<PendingText | null> {
  const key = (await cookies()).get(keptTextCookie)?.value
  const kept = key ? await findKeptText(key, new Date()) : null
  if (!kept || kept.purpose !== purpose) return null
  return kept.readerId === null || kept.readerId === (await lastViewerId()) ? kept : null
}
