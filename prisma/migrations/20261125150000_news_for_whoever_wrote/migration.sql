-- Whoever bumps topics is told their new versions, as the announcement has them: the process that wrote need not ask.
DROP FUNCTION bump_topics(text[]);
CREATE FUNCTION bump_topics(names text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE news text;
BEGIN
  WITH bumped AS (
    INSERT INTO "Topic" AS t (name, version, xid)
    SELECT name, topic_version_at(clock_timestamp()) + floor(random() * 4096)::bigint, pg_current_xact_id()
    FROM (SELECT DISTINCT unnest(names) AS name ORDER BY 1) AS sorted
    ON CONFLICT (name) DO UPDATE
    SET version = greatest(excluded.version, t.version + 1 + floor(random() * 4096)::bigint), xid = pg_current_xact_id()
    RETURNING t.name, t.version)
  SELECT string_agg(name || ' ' || version, E'\n') INTO news FROM bumped;
  PERFORM pg_notify('tribune_topics', news);
  RETURN news;
END $$;

DROP FUNCTION tell_talk(text[], text, integer);
CREATE FUNCTION tell_talk(names text[], what text, comment integer) RETURNS text LANGUAGE plpgsql AS $$
DECLARE news text := bump_topics(names);
BEGIN
  INSERT INTO "TalkEvent" ("articleId", kind, "commentId", "parentId", "rootId", "createdAt")
  SELECT "articleId", what, id, "parentId", "rootId", clock_timestamp() FROM "Comment" WHERE id = comment;
  RETURN news;
END $$;

DROP FUNCTION post_comment(jsonb);
CREATE FUNCTION post_comment(given jsonb, OUT outcome text, OUT id integer, OUT state text, OUT "retryAt" timestamptz, OUT news text) LANGUAGE plpgsql AS $$
DECLARE
  author record;
  now timestamptz := (given->>'now')::timestamptz;
  article_id integer := (given->>'articleId')::integer;
  author_id integer := (given->>'authorId')::integer;
  parent_id integer := (given->>'parentId')::integer;
  press text := given->>'key';
  is_public boolean := given->>'state' = 'published';
  ancestors integer[] := ARRAY(SELECT value::integer FROM jsonb_array_elements_text(given->'ancestorIds'));
  revision integer;
  section text;
BEGIN
  SELECT r.role::text AS role, r."approvedCount", EXISTS (
    SELECT 1 FROM "Sanction" s
    WHERE s."readerId" = r.id AND s.kind = 'ban' AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now)) AS banned
  INTO author FROM "Reader" r WHERE r.id = author_id FOR NO KEY UPDATE OF r;
  IF NOT FOUND OR author.banned OR author.role <> given->>'role' OR author."approvedCount" <> (given->>'approvedCount')::integer
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

  IF given->'pace' <> 'null' THEN
    "retryAt" := take_allowance('post ' || author_id, (given->'pace'->>'burst')::integer, (given->'pace'->>'everySeconds')::double precision, now);
    IF "retryAt" IS NOT NULL THEN
      outcome := 'too-soon';
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
  RETURNING s.slug INTO section;
  -- Closed while it was on its way: nothing of it stands.
  IF NOT FOUND THEN RAISE EXCEPTION 'the conversation was closed' USING ERRCODE = 'TB001'; END IF;
  IF is_public THEN
    news := tell_talk(ARRAY['talk:' || article_id, 'reader:' || author_id, 'front', 'section:' || section], 'posted', id);
  END IF;
  outcome := 'posted';
END $$;
