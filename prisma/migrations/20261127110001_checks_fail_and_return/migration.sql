-- AlterTable
ALTER TABLE "HouseList" ADD COLUMN     "allowedHosts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "CheckSetting" (
    "name" TEXT NOT NULL,
    "onFailure" TEXT NOT NULL,

    CONSTRAINT "CheckSetting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "CheckFailure" (
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "last" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "CheckFailure_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Recheck" (
    "id" SERIAL NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "checks" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Recheck_revisionId_id_idx" ON "Recheck"("revisionId", "id" DESC);

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CheckSetting"
  ADD CONSTRAINT "CheckSetting_on_failure" CHECK ("onFailure" IN ('hold', 'publish'));
ALTER TABLE "CheckFailure"
  ADD CONSTRAINT "CheckFailure_count" CHECK (count > 0 AND last >= since);
ALTER TABLE "HouseList"
  ADD CONSTRAINT "HouseList_allowed" CHECK (cardinality("allowedHosts") <= 5000);

-- What was found stays found: the desk reads the last.
CREATE TRIGGER "Recheck_append_only" BEFORE UPDATE OR DELETE ON "Recheck" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Recheck_no_truncate" BEFORE TRUNCATE ON "Recheck" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The newsroom's own check is believed as its list of words is. What waits for its mode alone is hardly doubted: said here
-- again, as the last to say it is heard.
CREATE OR REPLACE FUNCTION doubt_of(finding text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE finding
    WHEN 'link-denied' THEN 0.9 WHEN 'link-disguised' THEN 0.8 WHEN 'words' THEN 0.7 WHEN 'house' THEN 0.7 WHEN 'seen-before' THEN 0.6
    WHEN 'sanctioned' THEN 0.5 WHEN 'links' THEN 0.5 WHEN 'repetition' THEN 0.5 WHEN 'check-failed' THEN 0.5
    WHEN 'said-elsewhere' THEN 0.4 WHEN 'shouting' THEN 0.3 WHEN 'newcomer' THEN 0.1 WHEN 'before-publication' THEN 0.05 ELSE 0.3
  END
$$;

-- As before, by what was found last.
CREATE OR REPLACE FUNCTION put_on_desk(comment "Comment") RETURNS void LANGUAGE sql AS $$
  INSERT INTO "DeskItem" AS d ("commentId", "articleId", "sectionId", "authorId", queue, rule, risk, reach, rank, since)
  SELECT comment.id, a.id, a."sectionId", comment."authorId", w.queue, w.rule, w.risk, w.reach, queue_rank(w.risk, w.reach, w.since), w.since
  FROM "Article" a, "Revision" r, LATERAL (
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
  WHERE a.id = comment."articleId" AND r.id = comment."currentRevisionId"
  ON CONFLICT ("commentId") DO UPDATE
  SET queue = excluded.queue, rule = excluded.rule, risk = excluded.risk, reach = excluded.reach, rank = excluded.rank, since = excluded.since
$$;

CREATE FUNCTION put_rechecked_on_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM put_on_desk(c) FROM "Comment" c WHERE c."currentRevisionId" = NEW."revisionId" AND c.state = 'held';
  RETURN NULL;
END $$;
CREATE TRIGGER "Recheck_on_desk" AFTER INSERT ON "Recheck" FOR EACH ROW EXECUTE FUNCTION put_rechecked_on_desk();
