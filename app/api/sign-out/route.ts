import { signOutHere } from '@/lib/auth'
import { json, seeOther, wantsJson } from '../answer'
import { answering } from '../answering'

/** Ends this browser's session. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    await signOutHere()
    return wantsJson(request) ? json(200, {}) : seeOther('/')
  })
}
