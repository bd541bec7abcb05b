import type { Role } from '@/prisma/generated/enums'

/** Who is asking, as re-read from the database for this request. Nobody signed in is `null`. */
export type Viewer = {
  id: number
  name: string
  role: Role
  banned: boolean
  approvedCount: number
  sessionId: string
}

/** A viewer who may decide. Commands of the desk take this type, so that a forgotten guard is a type error. */
export type Moderator = Viewer & { role: 'moderator' | 'editor' | 'administrator'; banned: false }

export function isModerator(viewer: Viewer | null): viewer is Moderator {
  return viewer !== null && !viewer.banned && isStaff(viewer.role)
}

export function isStaff(role: Role): boolean {
  return role !== 'reader'
}

/** Whoever writes and publishes: the pages and handlers of articles take this type. */
export type Editor = Moderator & { role: 'editor' | 'administrator' }

/** Who may change what the whole newsroom goes by. */
export function isEditor(viewer: Moderator): viewer is Editor {
  return viewer.role === 'editor' || viewer.role === 'administrator'
}
