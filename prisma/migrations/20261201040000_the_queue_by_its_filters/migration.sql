-- Whether an author is new was asked of "Reader", one after the other: new authors wrote last and stand at the end of
-- the queue, so that the search for twenty of them went through the whole of it. Now the item says it.
ALTER TABLE "DeskItem" ADD COLUMN "authorJoinedAt" TIMESTAMPTZ(3);
UPDATE "DeskItem" d SET "authorJoinedAt" = w."createdAt" FROM "Reader" w WHERE w.id = d."authorId";
ALTER TABLE "DeskItem" ALTER COLUMN "authorJoinedAt" SET NOT NULL;

CREATE INDEX "DeskItem_queue_authorJoinedAt_idx" ON "DeskItem"("queue", "authorJoinedAt");
CREATE INDEX "DeskItem_sectionId_queue_rank_commentId_idx" ON "DeskItem"("sectionId", "queue", "rank" DESC, "commentId");

-- As before, with when its author joined.
CREATE OR REPLACE FUNCTION put_on_desk(comment "Comment") RETURNS void LANGUAGE sql AS $$
  INSERT INTO "DeskItem" AS d ("commentId", "articleId", "sectionId", "authorId", "authorJoinedAt", queue, rule, risk, reach, rank, since)
  SELECT comment.id, a.id, a."sectionId", comment."authorId", author."createdAt", w.queue, w.rule, w.risk, w.reach, queue_rank(w.risk, w.reach, w.since), w.since
  FROM "Article" a, "Revision" r, "Reader" author, LATERAL (
    SELECT coalesce((SELECT c.checks FROM "Recheck" c WHERE c."revisionId" = r.id ORDER BY c.id DESC LIMIT 1), r.checks) AS checks) AS found, LATERAL (
    SELECT CASE comment.state WHEN 'held' THEN 'held' ELSE 'reported' END AS queue,
           CASE WHEN comment."reportWeight" > 0 THEN 'reported'
                ELSE coalesce((SELECT f->>'check' FROM jsonb_array_elements(found.checks) WITH ORDINALITY AS t(f, n)
                               WHERE f->>'verdict' = 'hold' ORDER BY n LIMIT 1), 'edit') END AS rule,
           risk_of(found.checks, comment."reportWeight") AS risk,
           reach_of(a.prominence, a."publicCommentCount" + comment."seenCount") AS reach,
           -- What is held has waited since it was written; what stands, since it was reported.
           CASE WHEN comment.state = 'held' THEN r."createdAt"
                ELSE coalesce((SELECT min(p."createdAt") FROM "Report" p WHERE p."commentId" = comment.id AND p.upheld IS NULL), r."createdAt") END AS since) AS w
  WHERE a.id = comment."articleId" AND r.id = comment."currentRevisionId" AND author.id = comment."authorId"
  ON CONFLICT ("commentId") DO UPDATE
  SET queue = excluded.queue, rule = excluded.rule, risk = excluded.risk, reach = excluded.reach, rank = excluded.rank, since = excluded.since
$$;
