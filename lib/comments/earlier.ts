import type { Transaction } from '@/lib/db'
import type { Submission } from '@/lib/moderation/checks/check'
import type { CommentState } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Wording } from './wording'

const hoursCompared = 24
// Of each piece the newest: a flood is recognised by its last drops.
const mostPerPiece = 40
const mostSimilar = 5

export type EarlierRow = {
  kind: 'double' | 'similar'
  id: number
  state: CommentState
  mine: boolean
  distance: number
}

/**
 * What was written before a new text and has to do with it: the same press, and texts of the last day that are nearly
 * the same, by whomever and wherever. Within a question that has the place of the comment's parent as `parent.place`.
 */
export function earlierThan(
  { articleId, author, key }: { articleId: number; author: Prisma.Sql; key: string | null },
  wording: Wording | null,
  doubleSince: Date,
  now: Date,
): Prisma.Sql {
  return Prisma.sql`
    (select 'double' as kind, d.id, d.state, true as mine, 0 as distance
     from double_of(${articleId}, ${author}, parent.place, ${wording?.fingerprint ?? ''}, ${doubleSince}::timestamptz, ${key}) d)
    union all
    select * from (${similarTo(wording?.print ?? null, author, null, now)}) near`
}

/** Texts of the last day that are nearly a comment's new wording; not its own from before. */
export async function findSimilar(
  tx: Transaction,
  comment: { id: number; authorId: number },
  { print }: Wording,
  now: Date,
): Promise<Submission['similar']> {
  if (!print) return []
  return toSimilar(
    await tx.$queryRaw<EarlierRow[]>(similarTo(print, Prisma.sql`${comment.authorId}`, comment.id, now)),
  )
}

/** Its author's own that was deleted counts no more: it may be said again. */
function similarTo(
  print: Wording['print'],
  author: Prisma.Sql,
  except: number | null,
  now: Date,
): Prisma.Sql {
  const since = new Date(now.getTime() - hoursCompared * 3_600_000)
  return Prisma.sql`
    select 'similar' as kind, c.id, c.state::text as state, c."authorId" = ${author} as mine, min(near.distance)::int as distance
    from (
      select p."commentId", bit_count((p.hash # ${print?.hash ?? 0n}::bigint)::bit(64)) as distance
      from unnest(${print?.pieces ?? []}::int[]) as asked(piece)
      cross join lateral (
        select t."commentId", t.hash from "TextPrint" t
        where t.piece = asked.piece and t."createdAt" > ${since}::timestamptz order by t."createdAt" desc limit ${mostPerPiece}) p) near
    join "Comment" c on c.id = near."commentId"
    where near.distance <= ${print?.mostDistance ?? 0} and c.id is distinct from ${except}::int
      and not (c."authorId" = ${author} and c.state = 'deleted')
    group by c.id order by distance, c.id limit ${mostSimilar}`
}

export function toSimilar(rows: EarlierRow[]): Submission['similar'] {
  return rows
    .filter(({ kind }) => kind === 'similar')
    .map(({ id, distance, mine }) => ({ commentId: id, distance, byAuthor: mine }))
}
