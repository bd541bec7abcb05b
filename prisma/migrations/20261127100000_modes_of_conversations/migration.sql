-- What a conversation goes by: whether what is written there is read before or after it appears, or nothing is written. The
-- most particular that says something about it counts: the person, the article, its section, the site (lib/articles/talk-mode.ts).
CREATE TYPE "TalkMode" AS ENUM ('after', 'before', 'newcomers', 'closed');

-- Each change of the site's is a row, so that nothing that was in force is lost and the last one is one look away.
CREATE TABLE "TalkSetting" (
    "id" SERIAL NOT NULL,
    "mode" "TalkMode" NOT NULL,
    "closesAfterDays" INTEGER,
    "heatComments" INTEGER,
    "heatPercent" INTEGER,
    "heatSeconds" INTEGER NOT NULL DEFAULT 120,
    "actorId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TalkSetting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "TalkSetting_days" CHECK ("closesAfterDays" BETWEEN 1 AND 3650),
    CONSTRAINT "TalkSetting_heat" CHECK ("heatComments" BETWEEN 1 AND 10000 AND "heatSeconds" BETWEEN 1 AND 3600),
    CONSTRAINT "TalkSetting_percent" CHECK ("heatPercent" BETWEEN 1 AND 100),
    CONSTRAINT "TalkSetting_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "TalkSetting_actorId_idx" ON "TalkSetting"("actorId");
CREATE TRIGGER "TalkSetting_append_only" BEFORE UPDATE OR DELETE ON "TalkSetting" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TalkSetting_no_truncate" BEFORE TRUNCATE ON "TalkSetting" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "Section" ADD COLUMN "talkMode" "TalkMode",
ADD COLUMN "closesAfterDays" INTEGER,
ADD CONSTRAINT "Section_days" CHECK ("closesAfterDays" BETWEEN 0 AND 3650);

ALTER TABLE "Article" ADD COLUMN "talkMode" "TalkMode",
ADD COLUMN "closesAfterDays" INTEGER,
ADD COLUMN "closedByAgeAt" TIMESTAMPTZ(3),
ADD COLUMN "keptOpenAt" TIMESTAMPTZ(3),
ADD COLUMN "slowSeconds" INTEGER,
ADD COLUMN "slowedByRuleAt" TIMESTAMPTZ(3),
-- One way to close a conversation, not two.
ADD CONSTRAINT "Article_closed_is_said_once" CHECK ("talkMode" <> 'closed'),
ADD CONSTRAINT "Article_days" CHECK ("closesAfterDays" BETWEEN 0 AND 3650),
ADD CONSTRAINT "Article_closed_by_age" CHECK (conversation = 'closed' OR "closedByAgeAt" IS NULL),
ADD CONSTRAINT "Article_kept_open" CHECK (conversation = 'open' OR "keptOpenAt" IS NULL),
ADD CONSTRAINT "Article_slow" CHECK ("slowSeconds" BETWEEN 1 AND 3600),
ADD CONSTRAINT "Article_slowed_by_rule" CHECK ("slowSeconds" IS NOT NULL OR "slowedByRuleAt" IS NULL);
-- What the job asks every minute: the fewest days that anybody said, what is as old as that and open, what age closed, and
-- what is slow by the rule.
CREATE INDEX "Article_slowed_by_rule_idx" ON "Article" (id) WHERE "slowedByRuleAt" IS NOT NULL;
CREATE INDEX "Article_closed_by_age_idx" ON "Article" (id) WHERE "closedByAgeAt" IS NOT NULL;
CREATE INDEX "Article_own_days" ON "Article" ("closesAfterDays") WHERE "closesAfterDays" > 0;
CREATE INDEX "Article_open_by_age" ON "Article" ("publishedAt") WHERE conversation = 'open' AND state = 'published' AND "keptOpenAt" IS NULL;

ALTER TABLE "Reader" ADD COLUMN "trustedAt" TIMESTAMPTZ(3);

-- What rules do with a conversation stands in the log, too: beside what the newsroom's people do, and as nobody's.
ALTER TABLE "StaffAction" ALTER COLUMN "actorId" DROP NOT NULL,
ADD CONSTRAINT "StaffAction_by_somebody" CHECK ("actorId" IS NOT NULL OR kind IN ('closed-by-age', 'opened-by-age', 'slowed-by-rule', 'quickened-by-rule'));

-- The most harmless reason to wait: everybody's does.
CREATE OR REPLACE FUNCTION doubt_of(finding text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE finding
    WHEN 'link-denied' THEN 0.9 WHEN 'link-disguised' THEN 0.8 WHEN 'words' THEN 0.7 WHEN 'seen-before' THEN 0.6
    WHEN 'sanctioned' THEN 0.5 WHEN 'links' THEN 0.5 WHEN 'repetition' THEN 0.5 WHEN 'check-failed' THEN 0.5
    WHEN 'said-elsewhere' THEN 0.4 WHEN 'shouting' THEN 0.3 WHEN 'newcomer' THEN 0.1 WHEN 'before-publication' THEN 0.05 ELSE 0.3
  END
$$;

-- As before, but that a comment is judged under the modes that are in force: where they are others by the time it is
-- written, it is judged anew, to the last moment for its article's own, whose row is locked then. A process from before
-- names none, and so writes only where nothing but the house's own mode has been. In slow mode its author's last comment
-- in the conversation says when the next may come: without a row of its own, and right when the seconds change.
CREATE OR REPLACE FUNCTION post_comment(given jsonb, OUT outcome text, OUT id integer, OUT state text, OUT "retryAt" timestamptz, OUT news text) LANGUAGE plpgsql AS $$
DECLARE
  author record;
  now timestamptz := (given->>'now')::timestamptz;
  article_id integer := (given->>'articleId')::integer;
  author_id integer := (given->>'authorId')::integer;
  parent_id integer := (given->>'parentId')::integer;
  press text := given->>'key';
  is_public boolean := given->>'state' = 'published';
  ancestors integer[] := ARRAY(SELECT value::integer FROM jsonb_array_elements_text(given->'ancestorIds'));
  modes jsonb := coalesce(given->'modes', '{"site": null, "section": null, "article": null, "trusted": false, "slowSeconds": null}');
  judged_under integer[] := ARRAY(SELECT value::integer FROM jsonb_array_elements_text(given->'sanctions') ORDER BY 1);
  revision integer;
  section text;
BEGIN
  SELECT r.role::text AS role, r."approvedCount", r."trustedAt" IS NOT NULL AS trusted, ARRAY(
    SELECT s.id FROM "Sanction" s
    WHERE s."readerId" = r.id AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now) ORDER BY s.id) AS sanctions
  INTO author FROM "Reader" r WHERE r.id = author_id FOR NO KEY UPDATE OF r;
  IF NOT FOUND OR author.sanctions <> judged_under OR author.role <> given->>'role' OR author."approvedCount" <> (given->>'approvedCount')::integer
     OR author.trusted <> (modes->>'trusted')::boolean OR (SELECT max(t.id) FROM "TalkSetting" t) IS DISTINCT FROM (modes->>'site')::integer
     OR EXISTS (SELECT 1 FROM "Article" a JOIN "Section" s ON s.id = a."sectionId" WHERE a.id = article_id
                AND (s."talkMode"::text IS DISTINCT FROM modes->>'section' OR a."talkMode"::text IS DISTINCT FROM modes->>'article'
                     OR a."slowSeconds" IS DISTINCT FROM (modes->>'slowSeconds')::integer))
     OR (parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Comment" p WHERE p.id = (given->>'answers')::integer AND p."publicRevisionId" IS NOT NULL)) THEN
    outcome := 'changed';
    RETURN;
  END IF;

  SELECT c.id, c.state::text INTO id, state FROM "Revision" r JOIN "Comment" c ON c.id = r."commentId"
  WHERE r.fingerprint = given->>'fingerprint' AND c."authorId" = author_id AND c."articleId" = article_id
    AND c."parentId" IS NOT DISTINCT FROM parent_id
    AND (c."createdAt" > (given->>'doubleSince')::timestamptz OR c."idempotencyKey" = press)
  ORDER BY c.id DESC LIMIT 1;
  IF FOUND THEN
    outcome := 'double';
    RETURN;
  END IF;
  -- Another comment of the author's has the key: a form that was sent, changed and sent again.
  IF EXISTS (SELECT 1 FROM "Comment" c WHERE c."authorId" = author_id AND c."idempotencyKey" = press) THEN press := NULL; END IF;

  -- Whoever writes is locked, so that of two at once the second sees the first.
  IF (modes->>'slow')::boolean THEN
    SELECT c."createdAt" + (modes->>'slowSeconds')::integer * interval '1 second' INTO "retryAt" FROM "Comment" c
    WHERE c."authorId" = author_id AND c."articleId" = article_id AND c."createdAt" > now - (modes->>'slowSeconds')::integer * interval '1 second'
    ORDER BY c."createdAt" DESC LIMIT 1;
    IF FOUND THEN
      outcome := 'slow-mode';
      RETURN;
    END IF;
  END IF;
  IF given->'pace' <> 'null' THEN
    "retryAt" := take_allowance('post ' || author_id, (given->'pace'->>'burst')::integer, (given->'pace'->>'everySeconds')::double precision, now);
    IF "retryAt" IS NOT NULL THEN
      outcome := 'too-soon';
      RETURN;
    END IF;
  END IF;
  -- A sanction has its own allowance: with it goes the wait, and RATE_LIMITS=off does not lift it.
  IF given->'slow' <> 'null' THEN
    "retryAt" := take_allowance('slow ' || (given->'slow'->>'id'), 1, (given->'slow'->>'minutes')::double precision * 60, now);
    IF "retryAt" IS NOT NULL THEN
      outcome := 'slowed';
      RETURN;
    END IF;
  END IF;

  id := nextval('"Comment_id_seq"');
  revision := nextval('"Revision_id_seq"');
  state := given->>'state';
  -- Each points at the other, so that one statement writes both.
  WITH wording AS (
    INSERT INTO "Revision" (id, "commentId", number, source, rendered, normalised, fingerprint, checks, "createdAt")
    VALUES (revision, id, 1, given->>'source', given->'tree', given->>'normalised', given->>'fingerprint', given->'findings', now))
  INSERT INTO "Comment" (id, "articleId", "authorId", "parentId", "rootId", depth, "ancestorIds", state, "currentRevisionId", "publicRevisionId",
                         "idempotencyKey", "byStaff", "byNewcomer", "createdAt", "rankedAt", "otherRankedAt")
  VALUES (id, article_id, author_id, parent_id, (given->>'rootId')::integer, (given->>'depth')::integer, ancestors, state::"CommentState", revision,
          CASE WHEN is_public THEN revision END, press, (given->>'byStaff')::boolean, (given->>'byNewcomer')::boolean, now, now, now);
  INSERT INTO "Decision" ("commentId", "revisionId", number, "toState", rule, "createdAt")
  VALUES (id, revision, 1, state::"CommentState", given->>'rule', now);
  INSERT INTO "Outbox" (kind, payload) VALUES ('comment-' || state, jsonb_build_object('commentId', id, 'articleId', article_id));
  INSERT INTO "TextPrint" (piece, "createdAt", "commentId", hash)
  SELECT value::integer, now, post_comment.id, (given->>'hash')::bigint FROM jsonb_array_elements_text(given->'pieces');
  IF given->'about' <> 'null' THEN
    INSERT INTO "Anchor" ("commentId", "articleId", "versionId", paragraph, quote, prefix, suffix)
    VALUES (id, article_id, (given->'about'->>'versionId')::integer, (given->'about'->>'paragraph')::integer,
            given->'about'->>'quote', given->'about'->>'prefix', given->'about'->>'suffix');
  END IF;

  IF is_public AND cardinality(ancestors) > 0 THEN
    WITH above AS (SELECT c.id FROM "Comment" c WHERE c.id = ANY (ancestors) ORDER BY c.id FOR NO KEY UPDATE)
    UPDATE "Comment" c SET "publicDescendantCount" = c."publicDescendantCount" + 1 FROM above WHERE c.id = above.id;
  END IF;
  -- What waits for the commit by itself is done before the rows are locked that everybody's comment needs.
  SET CONSTRAINTS "Comment_words_of_new" IMMEDIATE;
  UPDATE "Reader" r SET "postedCount" = r."postedCount" + 1 WHERE r.id = author_id;
  UPDATE "Article" a SET "publicCommentCount" = a."publicCommentCount" + is_public::integer, "heldCommentCount" = a."heldCommentCount" + (NOT is_public)::integer
  FROM "Section" s WHERE a.id = article_id AND s.id = a."sectionId" AND a.state = 'published' AND a.conversation = 'open'
    AND a."talkMode"::text IS NOT DISTINCT FROM modes->>'article' AND a."slowSeconds" IS NOT DISTINCT FROM (modes->>'slowSeconds')::integer
  RETURNING s.slug INTO section;
  -- Closed or put under another mode while it was on its way: nothing of it stands.
  IF NOT FOUND AND EXISTS (SELECT 1 FROM "Article" a WHERE a.id = article_id AND a.state = 'published' AND a.conversation = 'open') THEN
    RAISE EXCEPTION 'the conversation goes by another mode' USING ERRCODE = 'TB002';
  ELSIF section IS NULL THEN RAISE EXCEPTION 'the conversation was closed' USING ERRCODE = 'TB001'; END IF;
  IF is_public THEN
    news := tell_talk(ARRAY['talk:' || article_id, 'reader:' || author_id, 'front', 'section:' || section], 'posted', id);
  END IF;
  outcome := 'posted';
END $$;
