-- What the newsroom may do about a person: tell them, read what they write first, slow them, suspend them, ban them; each
-- with a reason and, but for the one that says so, an end or none.
ALTER TABLE "Sanction" ADD COLUMN     "liftedById" INTEGER,
ADD COLUMN     "minutes" INTEGER,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3),
ADD COLUMN     "words" TEXT,
ADD CONSTRAINT "Sanction_slow_says_how" CHECK ((kind = 'slow') = ("minutes" IS NOT NULL) AND ("minutes" IS NULL OR "minutes" BETWEEN 1 AND 1440)),
ADD CONSTRAINT "Sanction_suspension_ends" CHECK (kind <> 'suspend' OR until IS NOT NULL),
ADD CONSTRAINT "Sanction_says_why" CHECK (btrim(reason) <> ''),
ADD CONSTRAINT "Sanction_lifted_once_lifted" CHECK ("liftedById" IS NULL OR "liftedAt" IS NOT NULL);

CREATE INDEX "Sanction_madeById_idx" ON "Sanction"("madeById");
CREATE INDEX "Sanction_liftedById_idx" ON "Sanction"("liftedById");
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "Reader"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- The desk lists who is under one, the newest account first: few among very many.
CREATE INDEX "Sanction_open" ON "Sanction" ("readerId" DESC) WHERE "liftedAt" IS NULL;

CREATE TABLE "ReaderNote" (
    "id" SERIAL NOT NULL,
    "readerId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReaderNote_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ReaderNote_says_something" CHECK (btrim("text") <> '' AND length("text") <= 2000),
    CONSTRAINT "ReaderNote_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReaderNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ReaderNote_readerId_id_idx" ON "ReaderNote"("readerId", "id" DESC);
CREATE INDEX "ReaderNote_authorId_idx" ON "ReaderNote"("authorId");
CREATE TRIGGER "ReaderNote_append_only" BEFORE UPDATE OR DELETE ON "ReaderNote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReaderNote_no_truncate" BEFORE TRUNCATE ON "ReaderNote" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where a moderator decides; whoever has no row decides everywhere.
CREATE TABLE "ModeratorSection" (
    "readerId" INTEGER NOT NULL,
    "sectionId" INTEGER NOT NULL,

    CONSTRAINT "ModeratorSection_pkey" PRIMARY KEY ("readerId","sectionId"),
    CONSTRAINT "ModeratorSection_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ModeratorSection_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ModeratorSection_sectionId_idx" ON "ModeratorSection"("sectionId");

-- The desk looks for people by a part of their name, handle or address, or of what the name looks like, among a million:
-- trigrams serve a part anywhere in it, and one index serves the four. Counters in the same rows are not in it, so that
-- a comment costs it nothing. The other lists the newest of one role.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Reader_search" ON "Reader" USING GIN ("name" gin_trgm_ops, "handle" gin_trgm_ops, "nameKey" gin_trgm_ops, "email" gin_trgm_ops);
CREATE INDEX "Reader_role_id_idx" ON "Reader"("role", "id" DESC);

-- As before, but that a comment is judged under the sanctions that are in force, of every kind: where they are others by
-- the time it is written, it is judged anew. A process from before names none, and so writes for nobody who is under one.
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
  judged_under integer[] := ARRAY(SELECT value::integer FROM jsonb_array_elements_text(given->'sanctions') ORDER BY 1);
  revision integer;
  section text;
BEGIN
  SELECT r.role::text AS role, r."approvedCount", ARRAY(
    SELECT s.id FROM "Sanction" s
    WHERE s."readerId" = r.id AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now) ORDER BY s.id) AS sanctions
  INTO author FROM "Reader" r WHERE r.id = author_id FOR NO KEY UPDATE OF r;
  IF NOT FOUND OR author.sanctions <> judged_under OR author.role <> given->>'role' OR author."approvedCount" <> (given->>'approvedCount')::integer
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
  RETURNING s.slug INTO section;
  -- Closed while it was on its way: nothing of it stands.
  IF NOT FOUND THEN RAISE EXCEPTION 'the conversation was closed' USING ERRCODE = 'TB001'; END IF;
  IF is_public THEN
    news := tell_talk(ARRAY['talk:' || article_id, 'reader:' || author_id, 'front', 'section:' || section], 'posted', id);
  END IF;
  outcome := 'posted';
END $$;
