import { articlePath } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'

// What is found, related and listed of an article is kept by triggers: no statement may have more than it can do in its time.
const atOnce = 250

/**
 * Makes many articles at once, by statements instead of commands: each has the words and pictures of one of the
 * demonstration's stories and, as roots, so many of its readers' comments. They are years old, so that the front page
 * stays what it is. Gives their addresses in no particular order.
 */
export async function loadArticles(count: number, comments: number): Promise<string[]> {
  for (let from = 1; from <= count; from += atOnce)
    await loadSome({ from, to: Math.min(from + atOnce - 1, count) }, comments)
  await db().$executeRaw`analyze`
  const rows = await db().article.findMany({ where: { source: 'bench' }, select: { id: true, slug: true } })
  return rows.map(articlePath)
}

async function loadSome({ from, to }: { from: number; to: number }, comments: number): Promise<void> {
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`
        create temporary table bench_article on commit drop as
        with story as (
          select a.*, row_number() over (order by a.id) - 1 as place, count(*) over () as stories
          from "Article" a where a.state = 'published' and a."source" = 'desk')
        select nextval('"Article_id_seq"')::int as id, nextval('"ArticleVersion_id_seq"')::int as version,
               story.id as original, story."currentVersionId" as "originalVersion", n
        from generate_series(${from}::int, ${to}::int) n join story on story.place = n % story.stories`
      await tx.$executeRaw`
        with version as (
          insert into "ArticleVersion" (id, "articleId", number, headline, standfirst, dateline, body, "pictureId", "pictureAlt", caption, tags, reason, "createdAt")
          select b.version, b.id, 1, v.headline || ' ' || b.n, v.standfirst, v.dateline, v.body, v."pictureId", v."pictureAlt", v.caption, v.tags, v.reason, v."createdAt"
          from bench_article b join "ArticleVersion" v on v.id = b."originalVersion")
        insert into "Article" (id, state, slug, "sectionId", "publishedAt", "currentVersionId", source, "publicCommentCount")
        select b.id, 'published', a.slug || '-' || b.n, a."sectionId", timestamptz '2020-01-01' + b.n * interval '1 hour', b.version, 'bench', ${comments}::int
        from bench_article b join "Article" a on a.id = b.original`
      await tx.$executeRaw`
        insert into "Byline" ("articleId", "authorId", position)
        select b.id, l."authorId", l.position from bench_article b join "Byline" l on l."articleId" = b.original`
      await tx.$executeRaw`
        with words as (
          select r.source, r.rendered, r.normalised, r.fingerprint, c."authorId",
                 row_number() over (order by c.id) - 1 as place, count(*) over () as remarks
          from "Comment" c join "Revision" r on r.id = c."publicRevisionId"
          join "Article" a on a.id = c."articleId" where a.source = 'desk'),
        placed as (
          select nextval('"Comment_id_seq"')::int as id, nextval('"Revision_id_seq"')::int as revision, b.id as article,
                 timestamptz '2020-01-01' + b.n * interval '1 hour' + k * interval '7 minutes' as at, words.*
          from bench_article b cross join generate_series(1, ${comments}::int) k
          join words on words.place = (b.n * 7 + k) % words.remarks),
        revision as (
          insert into "Revision" (id, "commentId", number, source, rendered, normalised, fingerprint, checks, "createdAt")
          select revision, id, 1, source, rendered, normalised, fingerprint, '[]', at from placed),
        decision as (
          insert into "Decision" ("commentId", "revisionId", number, "toState", rule, "createdAt")
          select id, revision, 1, 'published', 'passed', at from placed)
        insert into "Comment" (id, "articleId", "authorId", state, "currentRevisionId", "publicRevisionId", "createdAt")
        select id, article, "authorId", 'published', revision, revision, at from placed`
      await bumpTopics(tx, [topics.site])
    },
    { timeout: 600_000 },
  )
}
