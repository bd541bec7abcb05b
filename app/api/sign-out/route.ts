import { signOutHere } from '@/lib/auth'
import { json, seeOther, wantsJson } from '../answer'

/** Ends this browser's session. */
export async function POST(request: Request): Promise<Response> {
  await signOutHere()
  return wantsJson(request) ? json(200, {}) : seeOther('/')
}
