import { db } from '@/lib/db'

export type Drift = { counter: string; id: number; stored: number; counted: number }

const mostReported = 100

/** Where a stored counter is not what it counts: none, if all is well. */
export async function findDrift(): Promise<Drift[]> {
  return db().$queryRaw<Drift[]>`
    with article as (
      select a.id, a."publicCommentCount", a."heldCommentCount",
             count(c.id) filter (where c."publicRevisionId" is not null)::int as public, count(c.id) filter (where c.state = 'held')::int as held
      from "Article" a left join "Comment" c on c."articleId" = a.id group by a.id),
    reader as (
      select r.id, r."postedCount", r."approvedCount", r."rejectedCount", count(c.id)::int as posted,
             count(c.id) filter (where c."approvedById" is not null and c."publicRevisionId" is not null)::int as approved,
             count(c.id) filter (where c.state = 'rejected')::int as rejected, r."upheldAgainst"
      from "Reader" r left join "Comment" c on c."authorId" = r.id group by r.id),
    under as (
      select ancestor as id, count(*)::int as public
      from "Comment" c cross join unnest(c."ancestorIds") as ancestor where c."publicRevisionId" is not null group by ancestor),
    against as (
      select c."authorId" as id, count(*)::int as upheld
      from "Report" p join "Comment" c on c.id = p."commentId" where p.upheld group by 1),
    given as (
      select c.id, c."recommendCount", c."reportCount",
             (select count(*)::int from "Vote" v where v."commentId" = c.id) as votes,
             (select count(*)::int from "Report" r where r."commentId" = c.id) as reports
      from "Comment" c)
    select 'article.public' as counter, id, "publicCommentCount" as stored, public as counted from article where "publicCommentCount" <> public
    union all select 'article.held', id, "heldCommentCount", held from article where "heldCommentCount" <> held
    union all select 'reader.posted', id, "postedCount", posted from reader where "postedCount" <> posted
    union all select 'reader.approved', id, "approvedCount", approved from reader where "approvedCount" <> approved
    union all select 'reader.rejected', id, "rejectedCount", rejected from reader where "rejectedCount" <> rejected
    union all select 'reader.upheldAgainst', r.id, r."upheldAgainst", coalesce(against.upheld, 0)
      from reader r left join against on against.id = r.id where r."upheldAgainst" <> coalesce(against.upheld, 0)
    union all select 'comment.descendants', c.id, c."publicDescendantCount", coalesce(under.public, 0)
      from "Comment" c left join under on under.id = c.id where c."publicDescendantCount" <> coalesce(under.public, 0)
    union all select 'comment.recommended', id, "recommendCount", votes from given where "recommendCount" <> votes
    union all select 'comment.reported', id, "reportCount", reports from given where "reportCount" <> reports
    union all select 'comment.onDesk', c.id, (d."commentId" is not null)::int, (c.state = 'held' or (c.state = 'published' and c."reportWeight" > 0))::int
      from "Comment" c left join "DeskItem" d on d."commentId" = c.id
      where (d."commentId" is not null) <> (c.state = 'held' or (c.state = 'published' and c."reportWeight" > 0))
    limit ${mostReported}`
}
