-- Every number that is kept in a comment's row (answers, recommendations, devices that had it before them) writes the row
-- anew into each of its indexes. These served nothing that another does not:
-- A revision belongs to one comment, and a foreign key says so: that only one comment shows it follows from there.
DROP INDEX "Comment_currentRevisionId_id_key";
DROP INDEX "Comment_publicRevisionId_id_key";
-- Comments, revisions and accounts are never deleted, so nobody looks for what still points at them.
DROP INDEX "Comment_parentId_articleId_idx";
DROP INDEX "Decision_revisionId_commentId_idx";
DROP INDEX "Decision_actorId_createdAt_idx";
-- Most comments were sent without a key.
DROP INDEX "Comment_authorId_idempotencyKey_key";
CREATE UNIQUE INDEX "Comment_authorId_idempotencyKey_key" ON "Comment" ("authorId", "idempotencyKey") WHERE "idempotencyKey" IS NOT NULL;

-- One question for all decisions of a statement, where there was one for each.
DROP TRIGGER "Decision_settles_appeals" ON "Decision";
CREATE OR REPLACE FUNCTION settle_appeals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Appeal" a SET "settledById" = d.id, outcome = CASE d.rule
    WHEN 'appeal-upheld' THEN 'upheld' WHEN 'appeal-overturned' THEN 'overturned' ELSE 'overtaken' END
  FROM made d WHERE a."commentId" = d."commentId" AND a.outcome IS NULL;
  UPDATE "Appeal" a SET "settledById" = NULL, outcome = NULL FROM made d WHERE a."settledById" = d."undoesId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Decision_settles_appeals" AFTER INSERT ON "Decision" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION settle_appeals();

-- What is public no more has no words to look for.
CREATE OR REPLACE FUNCTION keep_comment_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "CommentWords" WHERE "commentId" = NEW.id;
  IF NEW."publicRevisionId" IS NOT NULL THEN
    INSERT INTO "CommentWords" ("commentId", "articleId", words)
    SELECT c.id, c."articleId", words_of(r.normalised)
    FROM "Comment" c JOIN "Revision" r ON r.id = c."publicRevisionId" WHERE c.id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
