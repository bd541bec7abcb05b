import { notFound, redirect } from 'next/navigation'
import { currentModerator, currentViewer } from '@/lib/auth'
import { type Editor, isEditor, type Moderator } from '@/lib/readers/viewer'

/** Whoever may decide. Others sign in first; to readers the desk is not there. */
export async function requireModerator(path: string): Promise<Moderator> {
  const moderator = await currentModerator()
  if (moderator) return moderator
  if (!(await currentViewer())) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  notFound()
}

/** The same for what articles are made of: to moderators it is not there. */
export async function requireEditor(path: string): Promise<Editor> {
  const moderator = await requireModerator(path)
  if (isEditor(moderator)) return moderator
  notFound()
}
