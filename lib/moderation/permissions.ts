import type { Role } from '@/prisma/generated/enums'

/** What an action is about: a comment, by its author and its section; a person; an article, by its section; or nobody. */
type About = 'comment' | 'person' | 'article' | 'nobody'

/** Everything that is done at the desk: from which role on, and about what. The whole of who may do what. */
const table = {
  approve: ['moderator', 'comment'],
  reject: ['moderator', 'comment'],
  undo: ['moderator', 'comment'],
  mark: ['moderator', 'comment'],
  redact: ['moderator', 'comment'],
  'judge-appeal': ['moderator', 'comment'],
  warn: ['moderator', 'person'],
  review: ['moderator', 'person'],
  slow: ['moderator', 'person'],
  suspend: ['moderator', 'person'],
  ban: ['moderator', 'person'],
  lift: ['moderator', 'person'],
  note: ['moderator', 'person'],
  message: ['moderator', 'person'],
  trust: ['moderator', 'person'],
  'set-article-mode': ['moderator', 'article'],
  'name-expert': ['editor', 'person'],
  'sign-out-everywhere': ['editor', 'person'],
  'change-role': ['administrator', 'person'],
  'read-queue': ['moderator', 'nobody'],
  'read-readers': ['moderator', 'nobody'],
  'read-log': ['moderator', 'nobody'],
  'save-queue': ['moderator', 'nobody'],
  'export-log': ['editor', 'nobody'],
  'adopt-lists': ['editor', 'nobody'],
  'set-checks': ['editor', 'nobody'],
  'change-reasons': ['editor', 'nobody'],
  'set-modes': ['editor', 'nobody'],
  'set-questions': ['editor', 'nobody'],
  'read-articles': ['editor', 'nobody'],
  'write-article': ['editor', 'nobody'],
  'publish-article': ['editor', 'nobody'],
  'take-back-article': ['editor', 'nobody'],
  'block-article': ['administrator', 'nobody'],
  'hold-article': ['administrator', 'nobody'],
  'override-check': ['administrator', 'nobody'],
  'edit-sections': ['editor', 'nobody'],
  'edit-tags': ['editor', 'nobody'],
  'edit-authors': ['editor', 'nobody'],
  'edit-pages': ['editor', 'nobody'],
  'settle-errors': ['editor', 'nobody'],
  'arrange-front': ['editor', 'nobody'],
  'read-email': ['administrator', 'nobody'],
} as const satisfies Record<string, [from: Exclude<Role, 'reader'>, about: About]>

export type DeskAction = keyof typeof table
export const deskActions = Object.keys(table) as DeskAction[]

const rank: Record<Role, number> = { reader: 0, moderator: 1, editor: 2, administrator: 3 }
const roles: Role[] = ['reader', 'moderator', 'editor', 'administrator']

export function isSenior(one: Role, other: Role): boolean {
  return rank[one] > rank[other]
}

/** What an action is about: of whom or where it is decided whether somebody may do it. */
export function aboutOf(action: DeskAction): About {
  return table[action][1]
}

/** Whose doings somebody of this role decides nothing about: their equals and seniors. Administrators decide about each other. */
export function rolesBeyond(role: Role): Role[] {
  if (role === 'administrator') return []
  return roles.filter((other) => !isSenior(role, other))
}

/** Who acts; `isHere` is whether the section is one of theirs, which only limits moderators. */
export type Actor = { id: number; role: Role; isHere: boolean }
export type Person = { id: number; role: Role }
export const denials = ['not-your-role', 'own', 'not-your-junior', 'not-your-section'] as const
export type Denial = (typeof denials)[number]

/**
 * Why somebody may not do this to a person, or about their comment; null when they may. Nobody acts on themselves, and
 * nobody on an equal or a senior, but for administrators on each other: nobody stands over them.
 */
export function denialOf(action: DeskAction, actor: Actor, person: Person | null): Denial | null {
  const [from, about] = table[action]
  if (isSenior(from, actor.role)) return 'not-your-role'
  const elsewhere = actor.role === 'moderator' && !actor.isHere ? 'not-your-section' : null
  if (about === 'article') return elsewhere
  if (about === 'nobody' || !person) return null
  if (person.id === actor.id) return 'own'
  if (!isSenior(actor.role, person.role) && actor.role !== 'administrator') return 'not-your-junior'
  return about === 'comment' ? elsewhere : null
}

/** Whether addresses are shown to somebody, and searched for them. */
export function mayReadEmail({ id, role }: Person): boolean {
  return denialOf('read-email', { id, role, isHere: true }, null) === null
}
