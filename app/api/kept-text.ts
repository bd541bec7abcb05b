import { cookies } from 'next/headers'
import { clientAddress } from '@/lib/auth'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import { dropKeptText, findKeptText, keepText, type PendingText } from '@/lib/comments/pending'
import { env } from '@/lib/env'

/** Keeps a text and gives this browser the key to it. False when it could not be kept. */
export async function keepForLater(text: PendingText, now: Date): Promise<boolean> {
  await letGo()
  const kept = await keepText(text, { now, address: await clientAddress() })
  if (!kept) return false
  const store = await cookies()
  store.set(keptTextCookie, kept.key, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().SITE_URL.protocol === 'https:',
    path: '/',
    expires: kept.expiresAt,
  })
  return true
}

/** Lets the kept text of this browser go; with a place, only if it was kept for that place. */
export async function letGo(place?: { articleId: number; parentId: number | null }): Promise<void> {
  const store = await cookies()
  const key = store.get(keptTextCookie)?.value
  if (!key) return
  const kept = place ? await findKeptText(key, new Date()) : null
  if (place && kept && (kept.articleId !== place.articleId || kept.parentId !== place.parentId)) return
  await dropKeptText(key)
  store.delete(keptTextCookie)
}
