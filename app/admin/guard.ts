import { notFound, redirect } from 'next/navigation'
import { currentModerator, currentViewer } from '@/lib/auth'
import { isEditor, type Moderator } from '@/lib/readers/viewer'

/** Whoever may decide. Others sign in first; to readers the desk is not there. */
export async function requireModerator(path: string): Promise<Moderator> {
  const moderator = await currentModerator()
  if (moderator) return moderator
  if (!(await currentViewer())) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  notFound()
}

/** Whoever may change what the newsroom publishes. To moderators those pages are not there. */
export async function requireEditor(path: string): Promise<Moderator> {
  const moderator = await requireModerator(path)
  return isEditor(moderator) ? moderator : notFound()
}
