import { type PlaceRow, readPlace, saidAbout, settingInForce } from '@/lib/articles/queries-talk-mode'
import type { Place } from '@/lib/articles/talk-mode'
import { db } from '@/lib/db'
import type { Submission } from '@/lib/moderation/checks/check'
import { sanctionsInForce } from '@/lib/readers/queries-sanction'
import type { InForce } from '@/lib/readers/sanction'
import type { ArticleState, CommentState, Role } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { deepestStored } from './depth'
import { type EarlierRow, earlierThan, toSimilar } from './earlier'
import type { Wording } from './wording'

/** The same words in the same place within this are one press of the button, made twice. */
const doublePressMinutes = 10

/** Whoever writes: a reader, or the one behind a session, as long as it stands. */
export type Writer = { id: number } | { sessionId: string }

/** What a new comment is judged by. */
export type PostFacts = {
  author: {
    id: number
    role: Role
    approvedCount: number
    sanctions: InForce[]
    isGuest: boolean
    isTrusted: boolean
  }
  article: { state: ArticleState; place: Place; slowSeconds: number | null } | null
  /** The comment that is answered, if there is such a one under this article. */
  parent: {
    id: number
    parentId: number | null
    rootId: number | null
    depth: number
    ancestorIds: number[]
    isPublic: boolean
  } | null
  double: { id: number; state: CommentState } | null
  similar: Submission['similar']
  /** The newsroom's lists that are in force. */
  listId: number | null
  /** What is in force for the site's conversations. */
  settingId: number | null
  doubleSince: Date
}

type Row = {
  id: number
  role: Role
  approvedCount: number
  sanctions: InForce[]
  isGuest: boolean
  isTrusted: boolean
  articleState: ArticleState | null
  place: PlaceRow | null
  slowSeconds: number | null
  parent: PostFacts['parent']
  earlier: EarlierRow[]
  listId: number | null
  settingId: number | null
}

/** Everything that a new comment is judged by, in one question and without a lock; null when the author is gone, or the session ended. */
export async function findPostFacts(
  writer: Writer,
  input: { articleId: number; parentId: number | null; key: string | null },
  wording: Wording | null,
  now: Date,
): Promise<PostFacts | null> {
  const { articleId, parentId } = input
  const author = readerOf(writer, now)
  const doubleSince = new Date(now.getTime() - doublePressMinutes * 60_000)
  const [row] = await db().$queryRaw<Row[]>`
    select r.id, r.role::text as role, r."approvedCount", ${sanctionsInForce(now)} as sanctions,
           exists (select 1 from "Guest" g where g."articleId" = ${articleId} and g."readerId" = r.id) as "isGuest",
           r."trustedAt" is not null as "isTrusted", a.state::text as "articleState", a."slowSeconds",
           case when a.id is not null then ${saidAbout} end as place, ${settingInForce} as "settingId", to_jsonb(parent) as parent,
           coalesce((select jsonb_agg(e) from (${earlierThan({ ...input, author }, wording, doubleSince, now)}) e), '[]') as earlier,
           (select l.id from "HouseList" l where l."adoptedAt" is not null
            order by l."adoptedAt" desc, l.id desc limit 1) as "listId"
    from "Reader" r
    left join "Article" a on a.id = ${articleId}
    left join lateral (
      select p.id, p."parentId", p."rootId", p.depth, p."ancestorIds", p."publicRevisionId" is not null as "isPublic",
             case when p.depth >= ${deepestStored} then p."parentId" else p.id end as place
      from "Comment" p where p.id = ${parentId}::int and p."articleId" = a.id) parent on true
    where r.id = ${author}`
  if (!row) return null
  const { id, role, approvedCount, sanctions, isGuest, isTrusted, ...facts } = row
  const { articleState: state, place, slowSeconds, parent, earlier, listId, settingId } = facts
  const double = earlier.find(({ kind }) => kind === 'double')
  return {
    author: { id, role, approvedCount, sanctions, isGuest, isTrusted },
    article: state && place ? { state, place: readPlace(place), slowSeconds } : null,
    parent,
    double: double ? { id: double.id, state: double.state } : null,
    similar: toSimilar(earlier),
    listId,
    settingId,
    doubleSince,
  }
}

function readerOf(writer: Writer, now: Date): Prisma.Sql {
  if ('id' in writer) return Prisma.sql`${writer.id}`
  return Prisma.sql`(select session."readerId" from "Session" session
    where session.id = ${writer.sessionId}::uuid and session."expiresAt" > ${now}::timestamptz)`
}
