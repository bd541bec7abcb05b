-- What an author said before in the same words was looked for among all that they wrote, or all who wrote these words: of a
-- busy writer a third of what a comment cost. A comment is no younger than its wording, so that the last wordings are
-- enough, and beside them the one that has the key of the press.
CREATE INDEX "Revision_fingerprint_createdAt_idx" ON "Revision"("fingerprint", "createdAt");
DROP INDEX "Revision_fingerprint_idx";

-- An author's comment in the same place and words, by the same press or since a moment.
CREATE FUNCTION double_of(article integer, author integer, parent integer, words text, since timestamptz, press text, OUT id integer, OUT state text)
RETURNS SETOF record LANGUAGE sql STABLE AS $$
  SELECT c.id, c.state::text FROM "Comment" c
  WHERE c.id = ANY (ARRAY(
      SELECT r."commentId" FROM "Revision" r WHERE r.fingerprint = words AND r."createdAt" > since
      UNION ALL
      SELECT k.id FROM "Comment" k JOIN "Revision" r ON r."commentId" = k.id
      WHERE k."authorId" = author AND k."idempotencyKey" = press AND r.fingerprint = words))
    AND c."authorId" = author AND c."articleId" = article AND c."parentId" IS NOT DISTINCT FROM parent
    AND (c."createdAt" > since OR c."idempotencyKey" = press)
  ORDER BY c.id DESC LIMIT 1
$$;

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

  SELECT d.id, d.state INTO id, state
  FROM double_of(article_id, author_id, parent_id, given->>'fingerprint', (given->>'doubleSince')::timestamptz, press) d;
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
