-- What must never happen, whoever writes. Every rule here is tried in lib/database/constraints.db.test.ts.

-- The demonstration and the first import bring their own News IDs; articles written here start well above.
ALTER SEQUENCE "Article_id_seq" RESTART WITH 100001;

ALTER TABLE "Reader"
  ADD CONSTRAINT "Reader_email_lower" CHECK (email = lower(email) AND email <> ''),
  ADD CONSTRAINT "Reader_name_shown" CHECK (btrim(name) <> '' AND length(name) <= 100),
  ADD CONSTRAINT "Reader_counters" CHECK ("postedCount" >= 0 AND "approvedCount" >= 0 AND "rejectedCount" >= 0);

ALTER TABLE "Article"
  ADD CONSTRAINT "Article_id_positive" CHECK (id > 0),
  ADD CONSTRAINT "Article_slug_form" CHECK (slug <> '' AND slug !~ '[/?#[:space:]]'),
  ADD CONSTRAINT "Article_public_has_version" CHECK (state IN ('draft', 'scheduled', 'embargoed') OR ("currentVersionId" IS NOT NULL AND "publishedAt" IS NOT NULL)),
  ADD CONSTRAINT "Article_counters" CHECK ("publicCommentCount" >= 0 AND "heldCommentCount" >= 0);

ALTER TABLE "ArticleVersion"
  ADD CONSTRAINT "ArticleVersion_number" CHECK (number > 0),
  ADD CONSTRAINT "ArticleVersion_headline" CHECK (btrim(headline) <> ''),
  ADD CONSTRAINT "ArticleVersion_body" CHECK (jsonb_typeof(body) = 'array');

ALTER TABLE "Comment"
  ALTER COLUMN "ancestorIds" SET NOT NULL,
  ADD CONSTRAINT "Comment_depth" CHECK (depth BETWEEN 0 AND 12 AND cardinality("ancestorIds") = depth),
  ADD CONSTRAINT "Comment_root" CHECK (("parentId" IS NULL) = (depth = 0) AND ("rootId" IS NULL) = (depth = 0)),
  ADD CONSTRAINT "Comment_ancestors" CHECK (depth = 0 OR ("ancestorIds"[1] = "rootId" AND "ancestorIds"[depth] = "parentId")),
  ADD CONSTRAINT "Comment_state_shown" CHECK (
    CASE state
      WHEN 'published' THEN "publicRevisionId" IS NOT NULL AND "publicRevisionId" = "currentRevisionId"
      WHEN 'held' THEN "publicRevisionId" IS DISTINCT FROM "currentRevisionId"
      ELSE "publicRevisionId" IS NULL
    END),
  ADD CONSTRAINT "Comment_counters" CHECK ("publicDescendantCount" >= 0 AND "recommendCount" >= 0 AND "reportCount" >= 0);

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_number" CHECK (number > 0),
  ADD CONSTRAINT "Revision_source" CHECK (btrim(source) <> '' AND length(source) <= 5000);

ALTER TABLE "Decision"
  ADD CONSTRAINT "Decision_number" CHECK (number > 0),
  ADD CONSTRAINT "Decision_first" CHECK (("fromState" IS NULL) = (number = 1)),
  ADD CONSTRAINT "Decision_rejection_says_why" CHECK ("toState" <> 'rejected' OR reason IS NOT NULL);

ALTER TABLE "PendingComment"
  ADD CONSTRAINT "PendingComment_size" CHECK (octet_length(body) <= 65536);

-- Rows that never change.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ArticleVersion_immutable" BEFORE UPDATE OR DELETE ON "ArticleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Revision_immutable" BEFORE UPDATE OR DELETE ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Decision_append_only" BEFORE UPDATE OR DELETE ON "Decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ArticleVersion_no_truncate" BEFORE TRUNCATE ON "ArticleVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Revision_no_truncate" BEFORE TRUNCATE ON "Revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Decision_no_truncate" BEFORE TRUNCATE ON "Decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A comment stays where it was written, and its place follows from its parent's.
CREATE FUNCTION keep_comment_in_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE parent_ancestors integer[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW."articleId", NEW."authorId", NEW."parentId", NEW."rootId", NEW.depth, NEW."ancestorIds", NEW."createdAt")
       IS DISTINCT FROM (OLD."articleId", OLD."authorId", OLD."parentId", OLD."rootId", OLD.depth, OLD."ancestorIds", OLD."createdAt") THEN
      RAISE EXCEPTION 'a comment stays where it was written' USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF NEW."parentId" IS NOT NULL THEN
    SELECT "ancestorIds" INTO parent_ancestors FROM "Comment" WHERE id = NEW."parentId";
    -- No ancestors found means that the parent is not there yet: the comment itself, or another row of the statement.
    IF parent_ancestors IS NULL OR NEW."ancestorIds" IS DISTINCT FROM parent_ancestors || NEW."parentId" THEN
      RAISE EXCEPTION 'a reply''s ancestors are its parent''s and its parent' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Comment_in_place" BEFORE INSERT OR UPDATE OF "articleId", "authorId", "parentId", "rootId", depth, "ancestorIds", "createdAt"
  ON "Comment" FOR EACH ROW EXECUTE FUNCTION keep_comment_in_place();

-- The one rule of visibility: what anyone may read of a conversation. A comment that is gone keeps an empty
-- place only while someone's public answer stands under it. Everything that shows or counts comments reads this.
CREATE VIEW "PublicComment" AS
SELECT c.id, c."articleId", c."parentId", c."rootId", c.depth, c."createdAt", c.rank, c."publicDescendantCount", c."recommendCount",
       c."publicRevisionId" IS NULL AS gone,
       CASE WHEN c."publicRevisionId" IS NOT NULL THEN c."authorId" END AS "authorId",
       r.rendered, r.number AS "revisionNumber", r."createdAt" AS "writtenAt"
FROM "Comment" c
JOIN "Article" a ON a.id = c."articleId" AND a.state = 'published'
LEFT JOIN "Revision" r ON r.id = c."publicRevisionId"
WHERE c."publicRevisionId" IS NOT NULL OR c."publicDescendantCount" > 0;

CREATE INDEX "Comment_public_roots" ON "Comment" ("articleId", "createdAt" DESC, id DESC)
  WHERE "parentId" IS NULL AND ("publicRevisionId" IS NOT NULL OR "publicDescendantCount" > 0);
CREATE INDEX "Comment_public_branch" ON "Comment" ("rootId", "createdAt", id)
  WHERE "rootId" IS NOT NULL AND ("publicRevisionId" IS NOT NULL OR "publicDescendantCount" > 0);
CREATE INDEX "Comment_held" ON "Comment" ("createdAt", id) WHERE state = 'held';
CREATE INDEX "Outbox_waiting" ON "Outbox" ("availableAt", id) WHERE "doneAt" IS NULL;

-- Bumps topics and announces them at commit, in one call. Sorted, so that two changes never wait for each other in a ring.
CREATE FUNCTION bump_topics(names text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE news text;
BEGIN
  WITH bumped AS (
    INSERT INTO "Topic" AS t (name, version, xid)
    SELECT name, 1, pg_current_xact_id() FROM (SELECT DISTINCT unnest(names) AS name ORDER BY 1) AS sorted
    ON CONFLICT (name) DO UPDATE SET version = t.version + 1, xid = pg_current_xact_id()
    RETURNING t.name, t.version)
  SELECT string_agg(name || ' ' || version, E'\n') INTO news FROM bumped;
  PERFORM pg_notify('tribune_topics', news);
END $$;
