import { signOutHere } from '@/lib/auth'
import { json, seeOther, wantsJson } from '../answer'
import { answering } from '../answering'
import { letGoOfForms } from '../kept-text'

/** Ends this browser's session; a reader's comment that waits to be posted stays, what the desk typed does not. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    await letGoOfForms()
    await signOutHere()
    return wantsJson(request) ? json(200, {}) : seeOther('/')
  })
}
