import type { Transaction } from '@/lib/db'
import { type Refused, refused } from '@/lib/outcome'
import { stopsWriting } from '@/lib/readers/sanction'
import type { Moderator } from '@/lib/readers/viewer'
import type { Role } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { type Denial, type DeskAction, denialOf } from './permissions'

/** Whoever is no longer staff, or may not write, does nothing at the desk; the rest says the table. */
export type PermissionRefusal = { error: 'not-a-moderator' | Denial }

export type About = { commentId: number } | { readerId: number } | { articleId: number } | null

type Row = {
  role: Role
  banned: boolean
  isHere: boolean
  personId: number | null
  personRole: Role | null
}

/**
 * Asks the table of permissions inside the write: roles, sanctions and sections as they are now, whatever the guard at
 * the door read a moment earlier. Null when it may be done; also when there is no such comment, person or article, which is for
 * the command to say.
 */
export async function denied(
  tx: Transaction,
  moderator: Moderator,
  action: DeskAction,
  about: About,
  now: Date,
): Promise<Refused<PermissionRefusal> | null> {
  const commentId = about && 'commentId' in about ? about.commentId : null
  const readerId = about && 'readerId' in about ? about.readerId : null
  const articleId = about && 'articleId' in about ? about.articleId : null
  const [row] = await tx.$queryRaw<Row[]>`
    select actor.role::text as role, person.id as "personId", person.role::text as "personRole",
           ${isBanned(now)} as banned, a.id is null or ${isHere} as "isHere"
    from "Reader" actor
    left join "Comment" c on c.id = ${commentId}::int
    left join "Article" a on a.id = coalesce(c."articleId", ${articleId}::int)
    left join "Reader" person on person.id = coalesce(c."authorId", ${readerId}::int)
    where actor.id = ${moderator.id}`
  if (!row || row.role === 'reader' || row.banned) return refused({ error: 'not-a-moderator' })
  const person = row.personId && row.personRole ? { id: row.personId, role: row.personRole } : null
  const denial = denialOf(action, { id: moderator.id, role: row.role, isHere: row.isHere }, person)
  return denial ? refused({ error: denial }) : null
}

type Author = { id: number; authorId: number; authorRole: Role; isHere: boolean }

/**
 * The same about many comments in one question: those that may be acted upon. A refusal where nothing may be, whosever
 * they are.
 */
export async function permittedAmong(
  tx: Transaction,
  moderator: Moderator,
  action: DeskAction,
  commentIds: readonly number[],
  now: Date,
): Promise<{ ok: true; ids: Set<number> } | Refused<PermissionRefusal>> {
  const no = await denied(tx, moderator, action, null, now)
  if (no) return no
  const [actor] = await tx.$queryRaw<{ role: Role }[]>`
    select role::text as role from "Reader" where id = ${moderator.id}`
  const comments = await tx.$queryRaw<Author[]>`
    select c.id, person.id as "authorId", person.role::text as "authorRole", ${isHere} as "isHere"
    from "Comment" c
    join "Article" a on a.id = c."articleId"
    join "Reader" person on person.id = c."authorId"
    join "Reader" actor on actor.id = ${moderator.id}
    where c.id = any(${commentIds}::int[])`
  const may = comments.filter(({ authorId, authorRole, isHere }) => {
    const me = { id: moderator.id, role: actor?.role ?? 'reader', isHere }
    return denialOf(action, me, { id: authorId, role: authorRole }) === null
  })
  return { ok: true, ids: new Set(may.map(({ id }) => id)) }
}

/** Of the rows `actor` and `a`: whether somebody decides in the article's section. */
const isHere = Prisma.sql`(
  not exists (select 1 from "ModeratorSection" m where m."readerId" = actor.id)
  or exists (select 1 from "ModeratorSection" m where m."readerId" = actor.id and m."sectionId" = a."sectionId"))`

function isBanned(now: Date): Prisma.Sql {
  return Prisma.sql`exists (
    select 1 from "Sanction" s where s."readerId" = actor.id and s.kind::text = any(${stopsWriting}::text[])
    and s."liftedAt" is null and (s.until is null or s.until > ${now}::timestamptz))`
}
