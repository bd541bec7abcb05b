import { cookies } from 'next/headers'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import { findKeptText } from '@/lib/comments/pending'
import { seeOther } from '../../../answer'
import { answering } from '../../../answering'
import { letGo } from '../../../kept-text'

/** Throws the kept text away, on its writer's say, and leads back to its article, where the browser then lets go of its own copy. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const key = (await cookies()).get(keptTextCookie)?.value
    const kept = key ? await findKeptText(key, new Date()) : null
    await letGo()
    return kept ? seeOther(`/news/${kept.articleId}`, {}, '#discarded') : seeOther('/')
  })
}
