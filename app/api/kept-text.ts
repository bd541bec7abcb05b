import { cookies } from 'next/headers'
import { clientAddress, lastViewerId } from '@/lib/auth'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import {
  dropKeptText,
  findKeptText,
  isSamePlace,
  keepText,
  type PendingText,
  type TextPlace,
} from '@/lib/comments/pending'
import { env } from '@/lib/env'

/**
 * Keeps a text and gives this browser the key to it; the one it held before goes then. False when it could not be
 * kept, and the one from before stays.
 */
export async function keepForLater(
  text: PendingText,
  viewer: { id: number } | null,
  now: Date,
): Promise<boolean> {
  const address = viewer ? `reader ${viewer.id}` : await clientAddress()
  const readerId = viewer?.id ?? (await lastViewerId())
  const kept = await keepText(text, { now, address, readerId })
  if (!kept) return false
  const store = await cookies()
  const before = store.get(keptTextCookie)?.value
  if (before) await dropKeptText(before)
  store.set(keptTextCookie, kept.key, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().SITE_URL.protocol === 'https:',
    path: '/',
    expires: kept.expiresAt,
  })
  return true
}

/** Lets go of what is no reader's comment: whoever signs out leaves the browser to somebody else. */
export async function letGoOfForms(): Promise<void> {
  const key = (await cookies()).get(keptTextCookie)?.value
  const kept = key ? await findKeptText(key, new Date()) : null
  if (kept?.purpose) await letGo()
}

/** Lets the kept text of this browser go; with a place, only if it was kept for that place. */
export async function letGo(place?: TextPlace): Promise<void> {
  const store = await cookies()
  const key = store.get(keptTextCookie)?.value
  if (!key) return
  const kept = place ? await findKeptText(key, new Date()) : null
  if (place && kept && !isSamePlace(kept, place)) return
  await dropKeptText(key)
  store.delete(keptTextCookie)
}
