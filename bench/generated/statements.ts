// Statements of the generator, over tables that live as long as its connection.

/** From 0 to 1, the same for the same number and purpose. */
export const chanceFunction = `
  create function pg_temp.chance(n bigint, purpose bigint) returns float8 language sql immutable as
  'select (hashint8extended(n, purpose) & 4503599627370495) / 4503599627370496.0::float8'`

export const tables = `
  create temporary table gen_place (
    shape int, place int, ancestors int[], fate int, revision int, decision int, descendants int, primary key (shape, place));
  create temporary table gen_fate (
    fate int primary key, state "CommentState", revisions int, shown int, staff boolean, newcomer boolean, picked boolean, approved boolean);
  create temporary table gen_decision (
    fate int, number int, revision int, from_state "CommentState", to_state "CommentState", rule text, reason text, actor text);
  create temporary table gen_tally (n int primary key, seen int, recommended int, rank float8, other_rank float8);
  create temporary table gen_phrase (third int, n int, words text, vector tsvector, primary key (third, n));
  create temporary table gen_author (author int, posted int, approved int, rejected int)`

export const insertPhrases = `
  insert into gen_phrase
  select $1::int, n - 1, words, words_of(lower(words)) from unnest($2::text[]) with ordinality as given(words, n)`

export const insertTallies = `
  insert into gen_tally select n - 1, seen, recommended, rank, other
  from unnest($1::int[], $2::int[], $3::float8[], $4::float8[]) with ordinality as given(seen, recommended, rank, other, n)`

export const insertPlaces = `
  insert into gen_place
  select shape, place, ancestors::int[], fate, revision, decision, descendants
  from unnest($1::int[], $2::int[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[])
    as given(shape, place, ancestors, fate, revision, decision, descendants)`

/** Readers, of whom the last few are of the newsroom; the very last decides. */
export const insertReaders = `
  insert into "Reader" (id, handle, name, email, role, "createdAt")
  select id, 'bench-' || id, 'Reader ' || id, 'bench-' || id || '@example.org',
         (case when n < $2::int then 'reader' when n = $2::int + $3::int then 'moderator' else 'editor' end)::"Role", '2019-06-01'
  from generate_series(0, $2::int + $3::int) n, lateral (select $1::int + n as id) numbered`

export const insertArticles = `
  with given as (
    select $1::int + n as id, $2::int + n as version, n, ids.public, ids.held
    from unnest($3::int[], $4::int[]) with ordinality as ids(public, held, place), lateral (select place::int - 1 as n) at),
  published as (
    insert into "PublishedVersion" ("versionId", "articleId", number, "publishedAt")
    select version, id, 1, timestamptz '2020-01-01' + n * interval '5 years' / cardinality($3::int[]) from given),
  version as (
    insert into "ArticleVersion" (id, "articleId", number, headline, body, tags, reason, "createdAt")
    select version, id, 1, 'A conversation of ' || public || ' comments', $5::jsonb, '{}', 'first', timestamptz '2020-01-01' from given)
  insert into "Article" (id, state, slug, "sectionId", "publishedAt", "currentVersionId", source, "publicCommentCount", "heldCommentCount", "createdAt")
  select id, 'published', 'a-conversation-' || id, $6::int, timestamptz '2020-01-01' + n * interval '5 years' / cardinality($3::int[]),
         version, 'bench', public, held, timestamptz '2020-01-01'
  from given`

/**
 * The comments of some branches with all that belongs to them. In the order of time, so that on disk a conversation
 * lies among others of its days, as it would.
 */
export function insertBranches(withVotes: boolean): string {
  return `
  with branch as (
    select * from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::float8[], $6::float8[], $7::boolean[], $11::int[])
      as b(article, shape, comment, revision, began, gap, pinned, decision)),
  placed as materialized (
    select b.comment + p.place as id, b.article, p.ancestors, b.comment as root, cardinality(p.ancestors) as depth,
           b.revision + p.revision as revision, b.decision + p.decision as decision, p.descendants, p.fate, f.state, f.revisions, f.shown, f.staff, f.newcomer, f.picked, f.approved,
           b.pinned and p.place = 0 and f.shown is not null as pinned,
           to_timestamp(b.began + (p.place + pg_temp.chance(b.comment + p.place, 1)) * b.gap) as at,
           case when f.staff then $8::int + $9::int + (hashint8extended(b.comment + p.place, 2) & 1023)::int % $10::int
                else $8::int + floor($9::int * pg_temp.chance(b.comment + p.place, 3) ^ 2)::int end as author,
           case when f.shown is not null or f.state <> 'held' then (hashint8extended(b.comment + p.place, 4) & 4095)::int end as tally
    from branch b join gen_place p on p.shape = b.shape join gen_fate f on f.fate = p.fate
    order by at),
  written as materialized (
    select r.id, c.id as comment, c.article, r.number, c.at + (r.number - 1) * interval '3 minutes' as at, c.shown = r.number as shown,
           a.words || ' ' || b.words || ' ' || e.words as source, a.vector || b.vector || e.vector as vector
    from placed c cross join lateral (select c.revision + n as id, n + 1 as number from generate_series(0, c.revisions - 1) n) r
    join gen_phrase a on a.third = 0 and a.n = (hashint8extended(r.id, 5) & 1023)::int
    join gen_phrase b on b.third = 1 and b.n = (hashint8extended(r.id, 6) & 1023)::int
    join gen_phrase e on e.third = 2 and e.n = (hashint8extended(r.id, 7) & 1023)::int),
  revision as (
    insert into "Revision" (id, "commentId", number, source, rendered, normalised, fingerprint, checks, "createdAt")
    select id, comment, number, source, jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(source))),
           lower(source), translate(encode(sha256(convert_to(lower(source), 'UTF8')), 'base64'), '+/=', '-_'), '[]', at
    from written),
  words as (
    insert into "CommentWords" ("commentId", "articleId", words) select comment, article, vector from written where shown),
  decision as (
    insert into "Decision" (id, "commentId", "revisionId", number, "actorId", "fromState", "toState", rule, reason, "createdAt")
    select c.decision + d.number - 1, c.id, c.revision + d.revision - 1, d.number,
           case d.actor when 'moderator' then $8::int + $9::int + $10::int when 'author' then c.author end,
           d.from_state, d.to_state, d.rule, d.reason, c.at + (d.number - 1) * interval '3 minutes'
    from placed c join gen_decision d on d.fate = c.fate),
  author as (
    insert into gen_author
    select author, count(*), count(*) filter (where approved), count(*) filter (where state = 'rejected') from placed group by author)
  ${withVotes ? votes : ''}
  insert into "Comment" (id, "articleId", "authorId", "parentId", "rootId", depth, "ancestorIds", state, "currentRevisionId", "publicRevisionId",
    "approvedById", rank, "rankedAt", "otherRank", "otherRankedAt", "seenCount", "publicDescendantCount", "recommendCount",
    "pickedAt", "pinnedAt", "byStaff", "byNewcomer", "createdAt")
  select c.id, c.article, c.author, case when depth > 0 then root + ancestors[depth] end, case when depth > 0 then root end, depth,
         case when depth > 0 then array(select root + above from unnest(ancestors) above) else '{}' end, state,
         c.revision + revisions - 1, c.revision + shown - 1,
         case when approved then $8::int + $9::int + $10::int end, coalesce(t.rank, 0), at, coalesce(t.other_rank, 0), at,
         coalesce(t.seen, 0), descendants, coalesce(t.recommended, 0),
         case when picked then at + interval '2 hours' end, case when pinned then at + interval '1 hour' end, staff, newcomer, at
  from placed c left join gen_tally t on t.n = c.tally`
}

/** Whoever comes after the author among the readers. */
const votes = `,
  vote as (
    insert into "Vote" ("commentId", "readerId", "createdAt")
    select c.id, $8::int + (case when c.staff then nth else (c.author - $8::int + nth) % $9::int end), c.at + interval '1 hour'
    from placed c join gen_tally t on t.n = c.tally cross join lateral generate_series(1, t.recommended) nth)`

export const moveReaders = `
  update "Reader" r set "postedCount" = r."postedCount" + a.posted, "approvedCount" = r."approvedCount" + a.approved,
         "rejectedCount" = r."rejectedCount" + a.rejected
  from (select author, sum(posted)::int as posted, sum(approved)::int as approved, sum(rejected)::int as rejected from gen_author group by author) a
  where a.author = r.id`

/** Indexes that nothing but reading needs: keys and what foreign keys point at stay. */
export const looseIndexes = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  where i.indrelid = any(array['"Comment"', '"Revision"', '"Decision"', '"CommentWords"', '"Vote"']::regclass[])
    and not i.indisprimary and not exists (select from pg_constraint where conindid = i.indexrelid)
  order by 1`

/** What waits among what was written, as the trigger would have put it there. */
export const putOnDesk = `
  select put_on_desk(c) from "Comment" c where c.state = 'held' and not exists (select 1 from "DeskItem" d where d."commentId" = c.id)`
