import { cookies } from 'next/headers'
import { clientAddress } from '@/lib/auth'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import { dropKeptText, keepText, type PendingText } from '@/lib/comments/pending'
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

/** Lets the kept text of this browser go. */
export async function letGo(): Promise<void> {
  const store = await cookies()
  const key = store.get(keptTextCookie)?.value
  if (!key) return
  await dropKeptText(key)
  store.delete(keptTextCookie)
}
