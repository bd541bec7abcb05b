-- What the desk has to read, in the order in which it should. The comments themselves are millions; what waits is a
-- narrow table of its own, so that any filter over it is quick, and so that who reads what is written somewhere.
-- CreateTable
CREATE TABLE "DeskItem" (
    "commentId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "sectionId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "queue" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "risk" DOUBLE PRECISION NOT NULL,
    "reach" DOUBLE PRECISION NOT NULL,
    "rank" DOUBLE PRECISION NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "claimedById" INTEGER,
    "claimedAt" TIMESTAMPTZ(3),
    "claimedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "DeskItem_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "SavedQueue" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "promisedMinutes" INTEGER,
    "overdueSince" TIMESTAMPTZ(3),
    "madeById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedQueue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DeskItem_queue_rank_commentId_idx" ON "DeskItem"("queue", "rank" DESC, "commentId");

-- CreateIndex
CREATE INDEX "DeskItem_articleId_idx" ON "DeskItem"("articleId");

-- CreateIndex
CREATE INDEX "DeskItem_authorId_idx" ON "DeskItem"("authorId");

-- CreateIndex
CREATE INDEX "DeskItem_claimedById_idx" ON "DeskItem"("claimedById");

-- CreateIndex
CREATE UNIQUE INDEX "SavedQueue_name_key" ON "SavedQueue"("name");

-- CreateIndex
CREATE INDEX "SavedQueue_madeById_idx" ON "SavedQueue"("madeById");

-- AddForeignKey
ALTER TABLE "DeskItem" ADD CONSTRAINT "DeskItem_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskItem" ADD CONSTRAINT "DeskItem_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedQueue" ADD CONSTRAINT "SavedQueue_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "DeskItem"
  ADD CONSTRAINT "DeskItem_queue" CHECK (queue IN ('held', 'reported')),
  ADD CONSTRAINT "DeskItem_measures" CHECK (risk > 0 AND risk <= 1 AND reach >= 1),
  ADD CONSTRAINT "DeskItem_claim" CHECK (num_nulls("claimedById", "claimedAt", "claimedUntil") IN (0, 3));
ALTER TABLE "SavedQueue"
  ADD CONSTRAINT "SavedQueue_name" CHECK (btrim(name) <> '' AND length(name) <= 60),
  ADD CONSTRAINT "SavedQueue_promise" CHECK ("promisedMinutes" BETWEEN 1 AND 100000);

-- How sure one check is that a text should not stand. The weights are documented in docs/moderating.md.
CREATE FUNCTION doubt_of(finding text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE finding
    WHEN 'link-denied' THEN 0.9 WHEN 'link-disguised' THEN 0.8 WHEN 'words' THEN 0.7 WHEN 'seen-before' THEN 0.6
    WHEN 'sanctioned' THEN 0.5 WHEN 'links' THEN 0.5 WHEN 'repetition' THEN 0.5 WHEN 'check-failed' THEN 0.5
    WHEN 'said-elsewhere' THEN 0.4 WHEN 'shouting' THEN 0.3 WHEN 'newcomer' THEN 0.1 ELSE 0.3
  END
$$;

-- The chance that something is wrong, if every check and report were a witness of its own: what is left when the
-- chances that each is mistaken are multiplied. Never nought, so that its logarithm can be taken.
CREATE FUNCTION risk_of(findings jsonb, reports double precision) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT greatest(0.05, least(1, 1 - power(0.75, reports) * coalesce(exp(sum(ln(1 - doubt_of(f->>'check')))), 1)))
  FROM jsonb_array_elements(findings) AS f WHERE f->>'verdict' = 'hold'
$$;

-- How many a comment finds: its article's place and the readers who are there already.
CREATE FUNCTION reach_of(prominence integer, readers integer) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (1 + prominence) * log(2, 2 + readers)::double precision
$$;

-- risk x reach x waiting, where every four hours of waiting double: as a logarithm, in which time is an additive term,
-- so that the order of two comments never changes and an index can keep it.
CREATE FUNCTION queue_rank(risk double precision, reach double precision, since timestamptz) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT log(2, (risk * reach)::numeric)::double precision - extract(epoch FROM since)::double precision / 14400
$$;

CREATE FUNCTION put_on_desk(comment "Comment") RETURNS void LANGUAGE sql AS $$
  INSERT INTO "DeskItem" AS d ("commentId", "articleId", "sectionId", "authorId", queue, rule, risk, reach, rank, since)
  SELECT comment.id, a.id, a."sectionId", comment."authorId", w.queue, w.rule, w.risk, w.reach, queue_rank(w.risk, w.reach, w.since), w.since
  FROM "Article" a, "Revision" r, LATERAL (
    SELECT CASE comment.state WHEN 'held' THEN 'held' ELSE 'reported' END AS queue,
           CASE WHEN comment."reportWeight" > 0 THEN 'reported'
                ELSE coalesce((SELECT f->>'check' FROM jsonb_array_elements(r.checks) WITH ORDINALITY AS t(f, n)
                               WHERE f->>'verdict' = 'hold' ORDER BY n LIMIT 1), 'edit') END AS rule,
           risk_of(r.checks, comment."reportWeight") AS risk,
           reach_of(a.prominence, a."publicCommentCount" + comment."seenCount") AS reach,
           -- What is held has waited since it was written; what stands, since it was reported.
           CASE WHEN comment.state = 'held' THEN r."createdAt"
                ELSE coalesce((SELECT min(p."createdAt") FROM "Report" p WHERE p."commentId" = comment.id AND p.upheld IS NULL), r."createdAt") END AS since) AS w
  WHERE a.id = comment."articleId" AND r.id = comment."currentRevisionId"
  ON CONFLICT ("commentId") DO UPDATE
  SET queue = excluded.queue, rule = excluded.rule, risk = excluded.risk, reach = excluded.reach, rank = excluded.rank, since = excluded.since
$$;

CREATE FUNCTION keep_desk_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'held' OR (NEW.state = 'published' AND NEW."reportWeight" > 0) THEN
    PERFORM put_on_desk(NEW);
  ELSE
    DELETE FROM "DeskItem" WHERE "commentId" = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Comment_on_desk_of_new" AFTER INSERT ON "Comment" FOR EACH ROW WHEN (NEW.state = 'held') EXECUTE FUNCTION keep_desk_item();
CREATE TRIGGER "Comment_on_desk" AFTER UPDATE OF state, "currentRevisionId", "reportWeight" ON "Comment" FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD."currentRevisionId" IS DISTINCT FROM NEW."currentRevisionId" OR OLD."reportWeight" IS DISTINCT FROM NEW."reportWeight")
  EXECUTE FUNCTION keep_desk_item();

CREATE FUNCTION move_desk_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "DeskItem" SET "sectionId" = NEW."sectionId" WHERE "articleId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_section_on_desk" AFTER UPDATE OF "sectionId" ON "Article" FOR EACH ROW
  WHEN (OLD."sectionId" IS DISTINCT FROM NEW."sectionId") EXECUTE FUNCTION move_desk_items();

SELECT put_on_desk(c) FROM "Comment" c WHERE c.state = 'held' OR (c.state = 'published' AND c."reportWeight" > 0);

-- What nobody has read, the newest first.
CREATE INDEX "Comment_unread" ON "Comment" (id DESC) WHERE state = 'published' AND "approvedById" IS NULL AND NOT "byStaff";
